import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { repeat } from './repeat';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('continues after a failed round, one round at a time, until it is stopped', async () => {
  const ends: (() => void)[] = [];
  const work = vi
    .fn<() => Promise<void>>()
    .mockRejectedValueOnce(new Error('a bad round'))
    .mockImplementation(() => new Promise((resolve) => ends.push(resolve)));
  const loop = repeat(work, 100, 'test');
  await vi.advanceTimersByTimeAsync(100);
  expect(work).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(1000);
  expect(work).toHaveBeenCalledTimes(2);

  const stopped = vi.fn();
  const stopping = loop.stop().then(stopped);
  await vi.advanceTimersByTimeAsync(0);
  expect(stopped).not.toHaveBeenCalled();
  ends[0]?.();
  await stopping;
  await vi.advanceTimersByTimeAsync(1000);
  expect(work).toHaveBeenCalledTimes(2);
});
