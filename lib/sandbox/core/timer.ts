import { log } from '../../log';

/** Timers are limited to 24 days and pause while a laptop sleeps, so check at least this often. */
const MAX_SLEEP_MS = 60_000;
const AFTER_FAILURE_MS = 1_000;

/** Runs `work` whenever something is due, one run at a time. `work` returns the time at which the next run is due. */
export class DueTimer {
  readonly #now: () => Date;
  readonly #work: () => Promise<Date | null>;
  #timer: NodeJS.Timeout | undefined;
  #wakeAt = Number.POSITIVE_INFINITY;
  #running: Promise<void> | undefined;
  #started = false;

  constructor(now: () => Date, work: () => Promise<Date | null>) {
    this.#now = now;
    this.#work = work;
  }

  start(): void {
    if (this.#started) return;
    this.#started = true;
    this.wake(this.#now());
  }

  /** Makes the next run start no later than `at`. */
  wake(at: Date | null): void {
    if (!this.#started || !at || at.getTime() >= this.#wakeAt) return;
    this.#wakeAt = at.getTime();
    if (!this.#running) this.#set();
  }

  async stop(): Promise<void> {
    this.#started = false;
    clearTimeout(this.#timer);
    await this.#running;
  }

  #set(): void {
    clearTimeout(this.#timer);
    const pause = Math.min(Math.max(this.#wakeAt - this.#now().getTime(), 0), MAX_SLEEP_MS);
    this.#timer = setTimeout(() => {
      this.#running = this.#run();
    }, pause).unref();
  }

  async #run(): Promise<void> {
    this.#wakeAt = Number.POSITIVE_INFINITY;
    let next: number;
    try {
      next = (await this.#work())?.getTime() ?? Number.POSITIVE_INFINITY;
    } catch (error) {
      log.error({ err: error }, 'sandbox: due work failed, will be retried');
      next = this.#now().getTime() + AFTER_FAILURE_MS;
    }
    this.#running = undefined;
    this.#wakeAt = Math.min(this.#wakeAt, next);
    if (this.#started) this.#set();
  }
}
