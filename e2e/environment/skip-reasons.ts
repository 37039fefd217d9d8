import type { Reporter, TestCase, TestResult } from 'playwright/types/testReporter';

/** Lists at the end of a run why tests were skipped, because Playwright's reporters for the terminal do not. */
export default class SkipReasons implements Reporter {
  private readonly counts = new Map<string, number>();

  printsToStdio(): boolean {
    return false;
  }

  onTestEnd(_: TestCase, { status, annotations }: TestResult): void {
    if (status !== 'skipped') return;
    const reason =
      annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description ?? 'No reason given.';
    this.counts.set(reason, (this.counts.get(reason) ?? 0) + 1);
  }

  onEnd(): void {
    if (this.counts.size === 0) return;
    const reasons = [...this.counts].toSorted(([, a], [, b]) => b - a);
    console.log(
      ['', 'Skipped:', ...reasons.map(([reason, count]) => `${String(count).padStart(5)}  ${reason}`)].join('\n'),
    );
  }
}
