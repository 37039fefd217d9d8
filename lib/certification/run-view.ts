import type { Source } from '../seqr/conformance/expectations';

// Plain data about a run, stored as JSON.

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
  /** The chapter of SEQR's certification. */
  readonly chapter: string;
  /** `seqr`: a step of SEQR's own certification; `beyond`: a test that goes further (`more` in older stored runs). */
  readonly from: 'seqr' | 'beyond';
  /** The source of the requirement. Absent for our own requirements and in older stored runs. */
  readonly source?: Source | undefined;
  readonly verdict: Verdict;
  /** What to fix, or why the test was not run. */
  readonly sentence: string | null;
  readonly ms: number | null;
  /** Observations, one per line. */
  readonly facts: readonly string[];
  readonly exchanges: readonly ExchangeView[];
};

/** An action that only a person can perform. */
export type Prompt = { readonly what: string; readonly qrCode: string };

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
  /** Why the run ended early. */
  readonly problem: string | null;
  readonly prompt: Prompt | null;
  readonly tests: readonly TestView[];
};

export function countVerdicts({ tests }: RunView): Record<Verdict, number> {
  const counts = { waiting: 0, running: 0, passed: 0, failed: 0, skipped: 0 };
  for (const { verdict } of tests) counts[verdict] += 1;
  return counts;
}
