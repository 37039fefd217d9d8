import { expect, it } from 'vitest';
import { onEachDatabase } from '../../testing/on-each-database';
import { db } from '../client';
import { takeOrderNumber } from './take-order-number';

onEachDatabase(() => {
  it('numbers orders without gaps from 10 001, and uses the number of a failed write again', async () => {
    const take = () => db().write(takeOrderNumber);
    const fail = () =>
      db().write(async (tx) => {
        await takeOrderNumber(tx);
        throw new Error('no');
      });
    expect(await take()).toBe(10_001);
    await expect(fail()).rejects.toThrow('no');
    const numbers = await Promise.all([take(), take(), take()]);
    expect(numbers.sort()).toEqual([10_002, 10_003, 10_004]);
  });
});
