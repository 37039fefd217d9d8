import { monotonicMs } from '../clock';
import type { Fact, Signals } from './signals';

/** The signals of a shop that is one process. */
export class MemorySignals implements Signals {
  readonly #reports = new Map<Fact, { readonly holds: boolean; readonly at: number }>();

  holds(fact: Fact, withinMs = Number.POSITIVE_INFINITY): boolean {
    const report = this.#reports.get(fact);
    return report?.holds === true && monotonicMs() - report.at < withinMs;
  }

  async report(fact: Fact, holds: boolean): Promise<void> {
    this.#reports.set(fact, { holds, at: monotonicMs() });
  }

  isPageOpenElsewhere(): boolean {
    return false;
  }

  async refresh(): Promise<void> {}
}
