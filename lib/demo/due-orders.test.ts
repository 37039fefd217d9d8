import { afterAll, beforeAll, expect, it } from 'vitest';
import { addOrder } from '../testing/orders';
import { openShopDatabase } from '../testing/shop-database';
import { pruneBefore } from './due-orders';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openShopDatabase();
});
afterAll(() => close());

it('deletes orders at the age of DEMO_KEEP, and earlier if there are too many', async () => {
  const [older, newer] = [new Date(Date.now() - 60_000), new Date()];
  await addOrder({ createdAt: older });
  await addOrder({ createdAt: newer });
  expect((await pruneBefore()).getTime()).toBeLessThan(Date.now() - 23 * 3_600_000);
  expect(await pruneBefore(1)).toEqual(older);
});
