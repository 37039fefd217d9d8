import type { Plugin } from 'vitest/config';
import { ThreadsPoolWorker, type WorkerRequest } from 'vitest/node';

type Options = ConstructorParameters<typeof ThreadsPoolWorker>[0];
type Listener = (argument: unknown) => void;

/** Stays between runs. Loading the modules takes ten times as long as the tests that reach a mutant. */
let resident: ThreadsPoolWorker | undefined;

/** A pool worker that outlives its run: the next run finds all modules loaded, except its test files. */
class ResidentWorker {
  readonly name = 'resident';
  readonly #options: Options;
  readonly #listeners: [string, Listener][] = [];

  constructor(options: Options) {
    this.#options = options;
  }

  async start(): Promise<void> {
    if (resident) return;
    resident = new ThreadsPoolWorker(this.#options);
    await resident.start();
    resident.on('exit', () => {
      resident = undefined;
    });
  }

  async stop(): Promise<void> {
    for (const [event, listener] of this.#listeners.splice(0)) resident?.off(event, listener);
  }

  send(message: WorkerRequest): void {
    if (message.type === 'stop') this.#answer({ type: 'stopped', __vitest_worker_response__: true });
    else worker().send(message);
  }

  on(event: string, listener: Listener): void {
    this.#listeners.push([event, listener]);
    worker().on(event, listener);
  }

  off(event: string, listener: Listener): void {
    resident?.off(event, listener);
  }

  deserialize(data: unknown): unknown {
    return data;
  }

  #answer(answer: unknown): void {
    setImmediate(() => {
      for (const [event, listener] of this.#listeners) if (event === 'message') listener(answer);
    });
  }
}

function worker(): ThreadsPoolWorker {
  if (!resident) throw new Error('The worker ended before the run.');
  return resident;
}

/** Replaces the pool that Stryker requests on Vitest's command line. */
export const residentPool: Plugin = {
  name: 'resident-pool',
  configureVitest: ({ project }) => {
    project.config.pool = 'resident';
    project.config.poolRunner = {
      name: 'resident',
      createPoolWorker: (options) => new ResidentWorker(options),
    };
  },
};
