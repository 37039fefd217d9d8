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

/** Milliseconds of that time in which the machine stood still. */
export function stalledMs(stalls, from, to) {
  return stalls.reduce((sum, stall) => sum + Math.max(0, Math.min(stall.to, to) - Math.max(stall.from, from)), 0);
}
