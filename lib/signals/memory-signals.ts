import { monotonicMs } from '../clock';
import type { Fact, Signals } from './signals';

/** The signals of a shop that is one process. */
export class MemorySignals implements Signals {
  readonly #told = new Map<Fact, { readonly holds: boolean; readonly at: number }>();

  holds(fact: Fact, withinMs = Number.POSITIVE_INFINITY): boolean {
    const told = this.#told.get(fact);
    return told?.holds === true && monotonicMs() - told.at < withinMs;
  }

  async tell(fact: Fact, holds: boolean): Promise<void> {
    this.#told.set(fact, { holds, at: monotonicMs() });
  }

  isPageOpenElsewhere(): boolean {
    return false;
  }

  async refresh(): Promise<void> {}
}
