import { setTimeout as pause } from 'node:timers/promises';
import { fullOrShort } from './length';
import { percentile } from './table';

const SECONDS = fullOrShort(10, 0.2);
const STEP_MS = 10;

/** What a call led to, and how long it took. */
type Outcome = { readonly kind: 'answered' | 'refused' | 'failed'; readonly milliseconds: number };
/** Per second, except for the times of the answers, which are in milliseconds. */
export type Offered = Record<'offered' | Outcome['kind'] | 'p50' | 'p99', number>;

/**
 * Starts `perSecond` calls a second, however long the answers take, as many independent callers do. `call` returns whether
 * it was answered or refused; an error counts as failed. Waits for every call.
 */
export async function offerCalls(perSecond: number, call: () => Promise<'answered' | 'refused'>): Promise<Offered> {
  const calls: Promise<Outcome>[] = [];
  const started = performance.now();
  for (;;) {
    const elapsed = performance.now() - started;
    const due = Math.min(elapsed / 1000, SECONDS) * perSecond;
    while (calls.length < due) calls.push(timed(call));
    if (elapsed > SECONDS * 1000) break;
    await pause(STEP_MS);
  }
  const outcomes = await Promise.all(calls);
  // A server that falls behind answers after the last call has started.
  const seconds = (performance.now() - started) / 1000;
  const count = (kind: Outcome['kind']) => outcomes.filter((outcome) => outcome.kind === kind).length / seconds;
  const times = outcomes.flatMap(({ kind, milliseconds }) => (kind === 'answered' ? milliseconds : []));
  times.sort((a, b) => a - b);
  return {
    offered: calls.length / SECONDS,
    ...{ answered: count('answered'), refused: count('refused'), failed: count('failed') },
    ...{ p50: percentile(times, 0.5), p99: percentile(times, 0.99) },
  };
}

async function timed(call: () => Promise<'answered' | 'refused'>): Promise<Outcome> {
  const started = performance.now();
  const kind = await call().catch(() => 'failed' as const);
  return { kind, milliseconds: performance.now() - started };
}
