import { afterAll, beforeAll, expect, it } from 'vitest';
import { db } from '../db/client';
import { newKey } from '../ids';
import { formatOrderNumber } from '../orders/get-order';
import { addPaidOrder, addRefund } from '../testing/order-rows';
import { openShopDatabase } from '../testing/shop-database';
import { findReferenceOwner, referenceScope } from './find-reference-owner';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openShopDatabase();
});
afterAll(() => close());

it('names the order whose payment or refund has the reference', async () => {
  const [ofPayment, ofRefund] = [newKey(), newKey()];
  const id = await addPaidOrder(ofPayment, 100_00);
  const other = await addPaidOrder(newKey(), 100_00);
  await addRefund(other, 10_00, 'DONE', ofRefund);
  const numberOf = async (orderId: string) =>
    formatOrderNumber((await db().read.order.findUniqueOrThrow({ where: { id: orderId } })).number);
  const find = (reference: string) => db().write((tx) => findReferenceOwner(tx, reference));
  expect([await find(ofPayment), await find(ofRefund)]).toEqual([await numberOf(id), await numberOf(other)]);
  expect(await find(newKey())).toBeNull();
});

it('returns one scope for each reference, so that writes about it wait for each other', () => {
  expect(referenceScope('1')).toEqual(referenceScope('1'));
  expect(referenceScope('1')).not.toEqual(referenceScope('2'));
  expect([referenceScope(null), referenceScope(undefined)]).toEqual([[], []]);
});
