import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { db } from '../db/client';
import { awaitedOrders, onChange } from '../orders/order-changes';
import { addUnpaidOrder } from '../testing/order-rows';
import { openShopDatabase } from '../testing/shop-database';
import { pollChanges } from './poll-changes';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openShopDatabase();
});
afterAll(() => close());

it('notifies a waiting page of what another process has written to the same SQLite file', async () => {
  const [waiting, other] = [await addUnpaidOrder(100_00), await addUnpaidOrder(100_00)];
  const announced: string[] = [];
  const leave = onChange(waiting, () => announced.push(waiting));
  expect(awaitedOrders()).toEqual([waiting]);
  const statements = vi.spyOn(db().read.payment, 'findMany');
  const polling = pollChanges();
  await vi.waitFor(() => expect(announced).toHaveLength(1)); // the page may have missed something before
  await db().write((tx) => tx.payment.updateMany({ data: { heldAt: new Date() } }));
  await polling.finish();
  expect(announced).toEqual([waiting, waiting]);
  leave();
  expect(other).not.toBe(waiting);
  const before = statements.mock.calls.length;
  await pollChanges().finish();
  expect(statements).toHaveBeenCalledTimes(before);
});
