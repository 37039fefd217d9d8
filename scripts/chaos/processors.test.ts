import { expect, it } from 'vitest';
import { idleShare, watchProcessors } from './processors';

// Two processors; busy in the second second only.
const samples = [
  { at: 1_000, idleMs: 0, totalMs: 0 },
  { at: 2_000, idleMs: 2_000, totalMs: 2_000 },
  { at: 3_000, idleMs: 2_000, totalMs: 4_000 },
];

it.each([
  [{ from: 0, to: 9_000 }, 0.5],
  [{ from: 1_000, to: 2_000 }, 1],
  [{ from: 2_000, to: 3_000 }, 0],
  [{ from: 2_100, to: 2_900 }, 1],
])('calculates the idle share within %j', (span, share) => {
  expect(idleShare(samples, span)).toBe(share);
});

it('reports an idle machine until there are two samples', () => {
  const watch = watchProcessors();
  watch.stop();
  expect(watch.idleShare()).toBe(1);
});
