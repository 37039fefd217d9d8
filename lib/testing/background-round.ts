import { workOutbox } from '../background/effects';
import { runWatcherRound } from '../background/payment-watcher';
import { processGlobal } from '../process-global';

/**
 * Runs one round of the watcher and the outbox, whose queues begin together, and then the mails that follow from it. Unlike
 * the watcher, it waits for every call to end, however slow.
 */
export async function runBackgroundRound(): Promise<void> {
  await Promise.all([runWatcherRound(), workOutbox('mail')]);
  await Promise.all(processGlobal('payment-syncs', () => new Map<string, Promise<unknown>>()).values());
  await workOutbox('mail');
}
