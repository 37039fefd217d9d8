import { log } from '../log';
import { processGlobal } from '../process-global';
import { workOutbox } from './outbox';

const PAUSE_MS = 500;

/** Sends the mails that are due, beside the watcher and never in its way. Starting twice is starting once. */
export function startMailer(): { stop(): Promise<void> } {
  return processGlobal('mailer', () => {
    let timer: NodeJS.Timeout | undefined;
    let round: Promise<void> = Promise.resolve();
    let stopped = false;
    const loop = () => {
      round = workOutbox('mail')
        .catch((error: unknown) => log.error({ err: error }, 'mail: a round failed, the next one follows'))
        .then(() => {
          if (!stopped) timer = setTimeout(loop, PAUSE_MS);
        });
    };
    loop();
    return {
      async stop() {
        stopped = true;
        clearTimeout(timer);
        await round;
      },
    };
  });
}
