// Detects stalls of the machine: writes a byte durably again and again, like the shop's commits. Slow answers during a
// stall are the disk's or the scheduler's fault.
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Span } from './finding';

const EVERY_MS = 100;
/** A durable write takes a few milliseconds, on a slow disk tens. */
const STALL_MS = 400;

export function watchStalls(folder: string) {
  const stalls: Span[] = [];
  let stopped = false;
  const watching = (async () => {
    const file = await open(join(folder, 'stalls'), 'w');
    while (!stopped) {
      const from = Date.now();
      await file.write('.', 0);
      await file.datasync();
      await pause(EVERY_MS);
      if (Date.now() - from > STALL_MS) stalls.push({ from, to: Date.now() });
    }
    await file.close();
  })();
  return {
    stalls,
    stop: async () => {
      stopped = true;
      await watching;
    },
  };
}

/** Returns how many milliseconds between `from` and `to` are covered by at least one of the spans. */
export function overlapMs(spans: readonly Span[], from: number, to: number): number {
  let sum = 0;
  let counted = from;
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const end = Math.min(span.to, to);
    sum += Math.max(0, end - Math.max(span.from, counted));
    counted = Math.max(counted, end);
  }
  return sum;
}
