import { processGlobal } from '../process-global';
import { repeat } from '../repeat';
import { workOutbox } from './outbox';

const PAUSE_MS = 500;

/** Sends the mails that are due, beside the watcher and never in its way. Starting twice is starting once. */
export function startMailer(): { stop(): Promise<void> } {
  return processGlobal('mailer', () => repeat(() => workOutbox('mail'), PAUSE_MS, 'mail'));
}
