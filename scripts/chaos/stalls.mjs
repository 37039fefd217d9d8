// Whether the machine itself stands still: a byte is written durably again and again, as the shop's every commit is. What
// takes long then is the disk's or the scheduler's doing, and no answer is blamed for it.
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const EVERY_MS = 100;
/** A durable write takes a few milliseconds, on a slow disk some tens. */
const STALL_MS = 400;

export function watchStalls(folder) {
  const stalls = [];
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

/** Milliseconds between `from` and `to` that lie in any of the spans. */
export function overlapMs(spans, from, to) {
  let sum = 0;
  let counted = from;
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const end = Math.min(span.to, to);
    sum += Math.max(0, end - Math.max(span.from, counted));
    counted = Math.max(counted, end);
  }
  return sum;
}
