import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { merchant } from '../merchant';
import { money } from '../money';
import { signedIn } from '../testing/admin-session';
import { addOrder } from '../testing/orders';
import { openShopDatabase } from '../testing/shop-database';
import { getOverview } from './get-overview';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openShopDatabase();
  vi.useFakeTimers({ now: new Date('2026-11-03T12:00:00Z'), toFake: ['Date'] });
});
afterAll(async () => {
  vi.useRealTimers();
  await close();
});

it('adds up the orders of each of the last 14 days in Sweden', async () => {
  const paid: [string, number][] = [
    ['2026-10-20T21:59:59.999Z', 1_00],
    ['2026-10-20T22:00:00.000Z', 2_00],
    // The day on which summer time ends has 25 hours.
    ['2026-10-24T22:00:00.000Z', 3_00],
    ['2026-10-25T22:59:59.999Z', 4_00],
    ['2026-10-25T23:00:00.000Z', 5_00],
    ['2026-11-03T11:59:00.000Z', 6_00],
  ];
  for (const [at, total] of paid) await addOrder({ state: 'PAID', paidAt: new Date(at), total });
  await addOrder({ state: 'PENDING', total: 7_00 });
  const { days } = await getOverview(signedIn());
  expect(days.map(({ day }) => day)).toEqual(expect.arrayContaining(['2026-10-21', '2026-10-31', '2026-11-03']));
  expect(days).toHaveLength(14);
  const sold = days.filter(({ orders }) => orders > 0);
  expect(sold.map(({ day, orders, sales }) => [day, orders, sales])).toEqual([
    ['2026-10-21', 1, money(2_00, merchant.currency)],
    ['2026-10-25', 2, money(7_00, merchant.currency)],
    ['2026-10-26', 1, money(5_00, merchant.currency)],
    ['2026-11-03', 1, money(6_00, merchant.currency)],
  ]);
  for (const { orders, sales } of days) if (orders === 0) expect(sales.amount).toBe(0);
});
