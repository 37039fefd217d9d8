import { log } from './log';

/**
 * Does `work` again and again, `pauseMs` after its end; a round that fails is logged under `name`, and the next one
 * follows. `stop` resolves when the round under way is over.
 */
export function repeat(work: () => Promise<void>, pauseMs: number, name: string): { stop(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void> = Promise.resolve();
  let stopped = false;
  const loop = () => {
    round = work()
      .catch((error: unknown) => log.error({ err: error }, `${name}: a round failed, the next one follows`))
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
