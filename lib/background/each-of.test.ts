import { setImmediate as letOthersRun } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { eachOf } from './each-of';

it('takes no further item after a failure, and fails only when every call has ended', async () => {
  const calls: number[] = [];
  let ended = 0;
  const working = eachOf([0, 1, 2, 3, 4, 5], 2, async (item) => {
    calls.push(item);
    if (item === 0) throw new Error('the first fails');
    for (let round = 0; round < 5; round++) await letOthersRun();
    ended += 1;
  });
  await expect(working).rejects.toThrow('the first fails');
  expect([calls, ended]).toEqual([[0, 1], 1]);
});

it('takes no further item once `stop` returns true', async () => {
  const calls: number[] = [];
  const take = async (item: number) => {
    calls.push(item);
  };
  await eachOf([0, 1, 2, 3, 4, 5], 2, take, () => calls.length >= 2);
  expect(calls).toEqual([0, 1]);
});
