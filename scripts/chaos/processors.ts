// Measures how busy the machine's processors are, whatever uses them. If none is free, the shop polls too late for the
// 20 seconds in which SEQR waits for it.
import { cpus } from 'node:os';
import type { Span } from './finding';

export type Sample = { readonly at: number; readonly idleMs: number; readonly totalMs: number };

const EVERY_MS = 500;

export function watchProcessors() {
  const samples = [takeSample()];
  const timer = setInterval(() => samples.push(takeSample()), EVERY_MS);
  return {
    /** Returns a share from 0 to 1. Without a span, it is the share of the whole run. */
    idleShare: (span: Span = { from: 0, to: Number.POSITIVE_INFINITY }) => idleShare(samples, span),
    stop: () => clearInterval(timer),
  };
}

function takeSample(): Sample {
  const times = cpus().map((cpu) => cpu.times);
  const add = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  return {
    at: Date.now(),
    idleMs: add(times.map(({ idle }) => idle)),
    totalMs: add(times.flatMap((time) => Object.values(time))),
  };
}

/** Returns the share of processor time that was idle within the span; 1 if the span has fewer than two samples. */
export function idleShare(samples: readonly Sample[], { from, to }: Span): number {
  const inside = samples.filter(({ at }) => at >= from && at <= to);
  const [first, last] = [inside[0], inside.at(-1)];
  if (!first || !last || last.totalMs === first.totalMs) return 1;
  return (last.idleMs - first.idleMs) / (last.totalMs - first.totalMs);
}
