import type { Source } from '../seqr/conformance/expectations';

// What a run is to whoever watches it or reads of it later: plain data, kept as JSON.

export type Verdict = 'waiting' | 'running' | 'passed' | 'failed' | 'skipped';

export type ExchangeView = {
  readonly operation: string;
  readonly at: string;
  readonly ms: number;
  readonly resultCode: string | null;
  readonly request: string;
  readonly response: string | null;
};

export type TestView = {
  readonly id: string;
  readonly title: string;
  /** The chapter of SEQR's certification that it belongs to. */
  readonly chapter: string;
  /** `seqr`: a step of SEQR's own certification; `more`: what the meeting did not look at. */
  readonly from: 'seqr' | 'more';
  /** Where SEQR demands what is tested; absent for a demand of ours, and in runs that were stored before it was noted. */
  readonly source?: Source | undefined;
  readonly verdict: Verdict;
  /** What to mend, or why it was not run. */
  readonly sentence: string | null;
  readonly ms: number | null;
  /** What was seen, a line each. */
  readonly facts: readonly string[];
  readonly exchanges: readonly ExchangeView[];
};

/** Something that only a person can do. */
export type Wish = { readonly what: string; readonly qrCode: string };

export type RunKind = 'webshop' | 'pos';
export type RunState = 'running' | 'passed' | 'failed' | 'interrupted';

export type RunView = {
  readonly id: string;
  readonly kind: RunKind;
  readonly state: RunState;
  readonly endpoint: string;
  readonly isSandbox: boolean;
  readonly terminalId: string;
  readonly clientId: string;
  readonly actor: string;
  readonly startedAt: string;
  readonly ms: number;
  /** Why it ended before its tests did. */
  readonly problem: string | null;
  readonly wish: Wish | null;
  readonly tests: readonly TestView[];
};

export function countVerdicts({ tests }: RunView): Record<Verdict, number> {
  const counts = { waiting: 0, running: 0, passed: 0, failed: 0, skipped: 0 };
  for (const { verdict } of tests) counts[verdict] += 1;
  return counts;
}
