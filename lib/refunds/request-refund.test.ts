import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { now, secondsAfter } from '../clock';
import { db } from '../db/client';
import type { Prisma } from '../db/generated/client';
import { newKey } from '../ids';
import { money } from '../money';
import { formatCreditNoteNumber } from '../orders/credit-note';
import { getCreditNote } from '../orders/get-credit-note';
import { NOT_SENT } from '../orders/refund-states';
import { addPaidOrder, addUnpaidOrder } from '../testing/order-rows';
import { addOrder } from '../testing/orders';
import { openShopDatabase } from '../testing/shop-database';
import { listRefundedQuantities, type RefundRequest, requestRefund } from './request-refund';
import { settleRefund } from './settle-refund';

let close: () => Promise<void>;
const by = { source: 'merchant', name: 'Åsa' } as const;
const shop = { source: 'shop' } as const;

beforeAll(async () => {
  close = await openShopDatabase();
});
afterAll(() => close());

const request = (change: Partial<RefundRequest> & Pick<RefundRequest, 'orderId' | 'paymentId'>) =>
  db().write((tx) =>
    requestRefund(tx, { key: newKey(), amount: money(30_00, 'SEK'), reason: 'Broken', by, ...change }),
  );

/** Returns the refund's id. */
async function requested(...input: Parameters<typeof request>): Promise<string> {
  const result = await request(...input);
  if (!result.ok) throw new Error(result.reason);
  return result.id;
}

const settle = (id: string, outcome: Parameters<typeof settleRefund>[3], actor: Parameters<typeof settleRefund>[4]) =>
  db().write((tx) => settleRefund(tx, id, ['REQUESTED', 'UNKNOWN'], outcome, actor));

async function paid() {
  const orderId = await addPaidOrder(newKey(), 100_00);
  return { orderId, paymentId: orderId };
}

async function transferred(change: Partial<Prisma.OrderUncheckedCreateInput> = {}) {
  const { id } = await addOrder({ state: 'PAID', paymentMethod: 'invoice', transferred: 100_00, ...change });
  return { orderId: id, paymentId: null };
}

const history = async (orderId: string) =>
  (await db().read.orderEvent.findMany({ where: { orderId }, orderBy: { id: 'asc' } })).map(({ kind, data }) => ({
    kind,
    ...JSON.parse(data),
  }));
const effects = async (subjectId: string) =>
  (await db().read.outbox.findMany({ where: { subjectId } })).map(({ kind }) => kind);
const incidents = async (orderId: string) =>
  (await db().read.incident.findMany({ where: { orderId, endedAt: null } })).map(({ kind, amount }) => [kind, amount]);

describe('a requested refund', () => {
  it('is stored and recorded with its reason, its cause and the person', async () => {
    const order = await paid();
    const id = await requested({ ...order, cause: 'MISMATCH' });
    const row = await db().read.refund.findUniqueOrThrow({ where: { id } });
    const facts = { amount: 30_00, currency: 'SEK', reason: 'Broken' };
    expect(row).toMatchObject({ ...facts, state: 'REQUESTED', cause: 'MISMATCH', source: 'merchant', actor: 'Åsa' });
    expect(row).toMatchObject({ restock: false, settledAt: null });
    expect(await history(order.orderId)).toEqual([
      { kind: 'refund-requested', refundId: id, ...facts, cause: 'MISMATCH' },
    ]);
  });

  it('has no cause and no name if none is given', async () => {
    const order = await paid();
    const id = await requested({ ...order, by: shop });
    const row = await db().read.refund.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ source: 'shop', actor: null, cause: 'OTHER' });
    expect((await history(order.orderId))[0]).not.toHaveProperty('cause');
  });

  it('is the earlier one only if key, order, payment and amount are the same', async () => {
    const [order, other] = [await paid(), await paid()];
    const key = newKey();
    const id = await requested({ ...order, key });
    expect(await request({ ...order, key })).toEqual({ ok: true, id, state: 'REQUESTED', isNew: false });
    for (const change of [{ orderId: other.orderId }, { paymentId: other.paymentId }, { amount: money(1, 'SEK') }])
      expect(await request({ ...order, key, ...change })).toEqual({ ok: false, reason: 'key-reused' });
    await settle(id, { state: 'REFUSED', failure: 'no' }, shop);
    expect(await request({ ...order, key })).toEqual({ ok: true, id, state: 'REFUSED', isNew: false });
  });

  it('is not older than the money and its settlement, not even when it starts again', async () => {
    const order = await paid();
    const key = newKey();
    const ahead = (seconds: number) => secondsAfter(now(), seconds);
    const times = [ahead(60), ahead(120)] as const;
    await db().write((tx) => tx.payment.update({ where: { id: order.paymentId }, data: { paidAt: times[0] } }));
    const id = await requested({ ...order, key });
    const createdAt = async () => (await db().read.refund.findUniqueOrThrow({ where: { id } })).createdAt;
    expect(await createdAt()).toEqual(times[0]);
    await settle(id, { state: 'REFUSED', failure: NOT_SENT }, shop);
    await db().write((tx) => tx.order.update({ where: { id: order.orderId }, data: { paidAt: times[1] } }));
    await request({ ...order, key });
    expect(await createdAt()).toEqual(times[1]);
  });

  it('starts again if it never reached SEQR', async () => {
    const order = await paid();
    const key = newKey();
    const id = await requested({ ...order, key });
    await settle(id, { state: 'REFUSED', failure: NOT_SENT }, shop);
    await db().write((tx) => tx.refund.update({ where: { id }, data: { createdAt: new Date(0) } }));
    expect(await request({ ...order, key })).toEqual({ ok: true, id, state: 'REQUESTED', isNew: true });
    const row = await db().read.refund.findUniqueOrThrow({ where: { id }, include: { payment: true } });
    expect(row).toMatchObject({ state: 'REQUESTED', settledAt: null, payment: { refunded: 30_00 } });
    expect(row.createdAt.getTime()).toBeGreaterThan(0);
  });
});

describe('a refund is refused', () => {
  it.each([0.5, Number.NaN, -1, 0])('for the amount %s', async (amount) => {
    const wrong = { amount, currency: 'SEK' as const };
    expect(await request({ ...(await paid()), amount: wrong })).toEqual({ ok: false, reason: 'not-positive' });
  });

  it('for a payment that brought no money', async () => {
    const orderId = await addUnpaidOrder(100_00);
    expect(await request({ orderId, paymentId: orderId })).toEqual({ ok: false, reason: 'not-paid' });
    await db().write((tx) => tx.payment.update({ where: { id: orderId }, data: { ersReference: newKey() } }));
    expect(await request({ orderId, paymentId: orderId })).toEqual({ ok: false, reason: 'not-paid' });
    const booked = await paid();
    await db().write((tx) => tx.payment.update({ where: { id: booked.paymentId }, data: { ersReference: null } }));
    expect(await request(booked)).toEqual({ ok: false, reason: 'not-paid' });
    expect(await request({ orderId, paymentId: 'unknown' })).toEqual({ ok: false, reason: 'not-paid' });
  });

  it('for a bank transfer that has not arrived, is in another currency or is smaller', async () => {
    expect(await request(await transferred({ transferred: 0 }))).toEqual({ ok: false, reason: 'not-paid' });
    expect(await request({ orderId: 'unknown', paymentId: null })).toEqual({ ok: false, reason: 'not-paid' });
    const order = await transferred();
    expect(await request({ ...order, amount: money(1, 'EUR') })).toEqual({ ok: false, reason: 'currency' });
    expect(await request({ ...order, amount: money(100_01, 'SEK') })).toEqual({ ok: false, reason: 'too-much' });
    expect(await request({ ...order, amount: money(100_00, 'SEK') })).toMatchObject({ ok: true });
  });

  it('for units that are not left', async () => {
    const line = { kind: 'PRODUCT' as const, name: 'A', unitPrice: 50_00, vatRate: 25_00 };
    const order = await transferred({
      lines: {
        create: [
          { ...line, position: 0, quantity: 2, total: 100_00 },
          { ...line, position: 1, quantity: 2, total: 100_00 },
        ],
      },
    });
    const of = (position: number, quantity: number) => [{ position, quantity, amount: 1_00 }];
    const small = { ...order, amount: money(1_00, 'SEK') };
    for (const quantity of [0, -1, 3])
      expect(await request({ ...small, lines: of(0, quantity) })).toEqual({ ok: false, reason: 'lines' });
    const first = await requested({ ...small, lines: of(0, 1) });
    await requested({ ...small, lines: of(0, 1) });
    expect(await request({ ...small, lines: of(0, 1) })).toEqual({ ok: false, reason: 'lines' });
    await requested({ ...small, lines: of(1, 2) });
    expect([...(await listRefundedQuantities(db().read, order.orderId))]).toEqual([
      [0, 2],
      [1, 2],
    ]);
    await settle(first, { state: 'REFUSED', failure: 'no' }, by);
    expect((await listRefundedQuantities(db().read, order.orderId)).get(0)).toBe(1);
  });
});

describe('a settled refund', () => {
  const facts = (refundId: string) => ({ refundId, amount: 30_00, currency: 'SEK' });

  it.each([
    ['by SEQR', shop, false],
    ['by a person', by, true],
  ])('is recorded %s, and mailed once it is done', async (_who, actor, byHand) => {
    const order = await paid();
    const id = await requested(order);
    const ersReference = newKey();
    expect(await settle(id, { state: 'DONE', ersReference }, actor)).toBe(true);
    const done = { kind: 'refund-done', ...facts(id), ersReference, byHand, creditNote: expect.any(Number) };
    const [event] = (await history(order.orderId)).slice(1);
    expect(event).toEqual(done);
    const note = await getCreditNote(order.orderId, formatCreditNoteNumber(event?.creditNote ?? 0));
    expect(note).toMatchObject({ method: 'seqr', ersReference, lines: [] });
    expect(await effects(id)).toEqual(['mail-refund']);
    expect(await db().read.refund.findUnique({ where: { id } })).toMatchObject({ failure: null, ersReference });
    expect(await settle(id, { state: 'REFUSED', failure: 'no' }, actor)).toBe(false);
    expect(await history(order.orderId)).toHaveLength(2);
  });

  it('that is unknown is mailed to the shop, and keeps its failure until a person settles it', async () => {
    const order = await paid();
    const id = await requested(order);
    await settle(id, { state: 'UNKNOWN', failure: 'lost' }, shop);
    expect(await effects(id)).toEqual(['mail-attention']);
    await settle(id, { state: 'REFUSED', failure: 'not-done' }, by);
    expect((await history(order.orderId)).slice(1)).toEqual([
      { kind: 'refund-unknown', ...facts(id), failure: 'lost' },
      { kind: 'refund-refused', ...facts(id), failure: 'not-done', byHand: true },
    ]);
    expect(await effects(id)).toEqual(['mail-attention']);
  });

  it.each([
    ['refused by SEQR', 'no', shop, [['excess', 20_00]]],
    ['not sent, and requested by a person', NOT_SENT, by, [['excess', 20_00]]],
    ['not sent, and retried by the shop', NOT_SENT, shop, []],
  ])('leaves an excess to a person if it is %s', async (_why, failure, actor, open) => {
    const order = await transferred({ total: 80_00 });
    const id = await requested({ ...order, amount: money(20_00, 'SEK'), by: actor });
    expect(await incidents(order.orderId)).toEqual([]);
    await settle(id, { state: 'REFUSED', failure }, shop);
    expect(await incidents(order.orderId)).toEqual(open);
  });
});
