import { log } from './log';

/**
 * Runs `work` repeatedly, and waits `pauseMs` after each round. A failed round is logged under `name`, and the loop
 * continues. `stop` resolves when the current round has ended.
 */
export function repeat(work: () => Promise<void>, pauseMs: number, name: string): { stop(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void> = Promise.resolve();
  let stopped = false;
  const loop = () => {
    round = work()
      .catch((error: unknown) => log.error({ err: error }, `${name}: a round failed, will be retried`))
      .then(() => {
        if (!stopped) timer = setTimeout(loop, pauseMs);
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
}
