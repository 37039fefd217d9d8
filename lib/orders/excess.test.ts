import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { db } from '../db/client';
import type { Prisma } from '../db/generated/client';
import { newKey } from '../ids';
import { enqueue } from '../outbox/enqueue';
import { addOrder } from '../testing/orders';
import { openShopDatabase } from '../testing/shop-database';
import { reviewExcess } from './excess';
import type { OrderState } from './order-states';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openShopDatabase();
});
afterAll(() => close());

/** A paid order of 100.00. */
async function paidOrder(change: Partial<Prisma.OrderUncheckedCreateInput> = {}): Promise<string> {
  return (await addOrder({ state: 'PAID', total: 100_00, ...change })).id;
}

let attempt = 0;
async function addPayment(orderId: string, change: Partial<Prisma.PaymentUncheckedCreateInput> = {}): Promise<string> {
  const at = new Date();
  const facts = { id: newKey(), orderId, attempt: ++attempt, state: 'PAID' as const, amount: 100_00, currency: 'SEK' };
  return (await db().write((tx) => tx.payment.create({ data: { ...facts, createdAt: at, expiresAt: at, ...change } })))
    .id;
}

const review = (orderId: string) => db().write((tx) => reviewExcess(tx, orderId));

/** Reviews the order and returns its open incidents. */
async function reviewed(orderId: string) {
  await review(orderId);
  const open = await db().read.incident.findMany({ where: { orderId, endedAt: null }, orderBy: { openedAt: 'asc' } });
  return open.map(({ kind, amount, currency, openFor }) => [kind, amount, currency, openFor]);
}

it('an excess is the amount by which payments and transfers exceed the total', async () => {
  const id = await paidOrder({ transferred: 30_00 });
  await addPayment(id);
  await addPayment(id, { state: 'CANCELED' });
  expect(await reviewed(id)).toEqual([['excess', 30_00, 'SEK', id]]);
  await addPayment(id);
  expect(await reviewed(id)).toEqual([['excess', 130_00, 'SEK', id]]);
});

it('an excess ends as resolved once the money is refunded', async () => {
  const id = await paidOrder({ transferred: 130_00 });
  expect(await reviewed(id)).toEqual([['excess', 30_00, 'SEK', id]]);
  await db().write((tx) => tx.order.update({ where: { id }, data: { paidBack: 10_00 } }));
  expect(await reviewed(id)).toEqual([['excess', 20_00, 'SEK', id]]);
  await db().write((tx) => tx.order.update({ where: { id }, data: { paidBack: 30_00 } }));
  expect(await reviewed(id)).toEqual([]);
  expect(await db().read.incident.findFirst({ where: { orderId: id } })).toMatchObject({ outcome: 'resolved' });
});

it.each<[OrderState, number | null, number | null]>([
  ['PAID', null, null],
  ['PENDING', null, null],
  ['CANCELED', null, 100_00],
  ['EXPIRED', null, 100_00],
  ['PARTIALLY_REFUNDED', 60_00, 40_00],
  ['REFUNDED', 0, 100_00],
])('of 100.00 for an order that is %s and keeps %s is %s', async (state, keeps, excess) => {
  const id = await paidOrder({ state, keeps });
  await addPayment(id);
  expect(await reviewed(id)).toEqual(excess === null ? [] : [['excess', excess, 'SEK', id]]);
});

it('an excess does not include refunded money', async () => {
  const id = await paidOrder();
  await addPayment(id);
  await addPayment(id, { refunded: 100_00 });
  expect(await reviewed(id)).toEqual([]);
});

it.each(['refund-late-payment', 'refund-held-payment'] as const)(
  'does not include a payment while its `%s` is queued',
  async (kind) => {
    const id = await paidOrder();
    await addPayment(id);
    const late = await addPayment(id);
    await db().write((tx) => enqueue(tx, kind, late));
    expect(await reviewed(id)).toEqual([]);
    const refund = { id: newKey(), orderId: id, paymentId: late, key: newKey(), state: 'REFUSED' as const };
    const facts = { amount: 100_00, currency: 'SEK', reason: '', createdAt: new Date() };
    await db().write((tx) => tx.refund.create({ data: { ...refund, ...facts } }));
    expect(await reviewed(id), 'once it is requested').toEqual([['excess', 100_00, 'SEK', id]]);
  },
);

describe('while its refund is queued, a payment', () => {
  async function queued(refund: Partial<Prisma.RefundUncheckedCreateInput>, refunded = 0) {
    const id = await paidOrder();
    await addPayment(id);
    const late = await addPayment(id, { refunded });
    const facts = { id: newKey(), orderId: id, paymentId: late, key: newKey(), amount: 100_00, currency: 'SEK' };
    await db().write(async (tx) => {
      await enqueue(tx, 'refund-late-payment', late);
      await tx.refund.create({ data: { ...facts, state: 'REFUSED', reason: '', createdAt: new Date(), ...refund } });
    });
    return (await reviewed(id)).map(([, amount]) => amount);
  }

  it.each<[string, Parameters<typeof queued>, number[]]>([
    ['is no excess if the shop could not send the refund', [{ failure: 'unreachable' }], []],
    ['is an excess if SEQR refused the shop’s refund', [{ failure: 'INVALID_REFERENCE' }], [100_00]],
    ['is no excess if SEQR refused a person’s refund', [{ failure: 'SYSTEM_ERROR', source: 'merchant' }], []],
    ['is no excess if a person’s refund was not sent', [{ failure: 'unreachable', source: 'merchant' }], []],
    [
      'is an excess as far as a person has not refunded it',
      [{ state: 'DONE', source: 'merchant', amount: 40_00 }, 40_00],
      [60_00],
    ],
  ])('%s', async (_, refund, excess) => {
    expect(await queued(...refund)).toEqual(excess);
  });
});

it('an excess includes a payment if only another payment’s refund is queued, or its own is done', async () => {
  const id = await paidOrder();
  await addPayment(id);
  const late = await addPayment(id);
  await db().write(async (tx) => {
    await enqueue(tx, 'refund-late-payment', newKey());
    await enqueue(tx, 'submit-receipt', late);
    await enqueue(tx, 'refund-late-payment', late);
    await tx.outbox.updateMany({
      where: { kind: 'refund-late-payment', subjectId: late },
      data: { doneAt: new Date() },
    });
  });
  expect(await reviewed(id)).toEqual([['excess', 100_00, 'SEK', id]]);
});

it('an excess does not include money that a person settled elsewhere', async () => {
  const id = await paidOrder({ transferred: 130_00 });
  const settled = async (change: object) => {
    const at = new Date();
    const facts = {
      kind: 'excess',
      outcome: 'settled' as const,
      amount: 30_00,
      currency: 'SEK',
      openedAt: at,
      endedAt: at,
    };
    await db().write((tx) => tx.incident.create({ data: { id: newKey(), orderId: id, ...facts, ...change } }));
    return reviewed(id);
  };
  const payment = await addPayment(id, { state: 'CANCELED' });
  expect(await settled({ outcome: 'resolved' })).toHaveLength(1);
  expect(await settled({ kind: 'unclear' })).toHaveLength(1);
  expect(await settled({ paymentId: payment })).toHaveLength(1);
  expect(await settled({ amount: 20_00 })).toEqual([['excess', 10_00, 'SEK', id]]);
  expect(await settled({ amount: 10_00 })).toEqual([]);
});

it('an excess of a payment in another currency is an incident of its own', async () => {
  const id = await paidOrder();
  await addPayment(id);
  const euro = await addPayment(id, { currency: 'EUR', amount: 50_00, refunded: 20_00 });
  expect(await reviewed(id)).toEqual([['excess', 30_00, 'EUR', euro]]);
  await db().write((tx) => tx.payment.update({ where: { id: euro }, data: { refunded: 50_00 } }));
  expect(await reviewed(id)).toEqual([]);
});

it('an excess is neither opened nor ended while another incident of its payment is open', async () => {
  const id = await paidOrder();
  const euro = await addPayment(id, { currency: 'EUR' });
  const unclear = { id: newKey(), orderId: id, paymentId: euro, openFor: euro, kind: 'unclear', openedAt: new Date() };
  await db().write((tx) => tx.incident.create({ data: unclear }));
  const open = [['unclear', null, null, euro]];
  expect(await reviewed(id)).toEqual(open);
  await db().write((tx) => tx.payment.update({ where: { id: euro }, data: { refunded: 100_00 } }));
  expect(await reviewed(id)).toEqual(open);
});
