import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { now } from '../clock';
import { db } from '../db/client';
import { newKey } from '../ids';
import { money } from '../money';
import { formatOrderNumber } from '../orders/get-order';
import type { OrderState } from '../orders/order-states';
import type { ScriptedSeqr } from '../testing/scripted-seqr';
import { openScriptedShop } from '../testing/scripted-shop';
import { answerOf, success } from '../testing/test-service';
import { markLostRefunds } from './mark-lost-refunds';
import { refundPayment } from './refund-payment';
import { settleRefundByHand } from './settle-refund-by-hand';

let service: ScriptedSeqr;
let close: () => Promise<void>;
const merchant = { source: 'merchant', name: 'Åsa' } as const;

beforeAll(async () => {
  ({ service, close } = await openScriptedShop(5));
});
afterAll(() => close());

let serial = 0;
let references = 0;
const newReference = () => String(5n * 10n ** 24n + BigInt(++references));
/** An order of 2 × 40.00 plus 20.00 delivery, paid with SEQR or by bank transfer. */
async function paidOrder({ state = 'PAID' as OrderState, byTransfer = false } = {}) {
  const number = ++serial;
  const orderId = newKey();
  const paymentId = byTransfer ? null : newKey();
  const at = now();
  await db().write(async (tx) => {
    await tx.order.create({
      data: {
        id: orderId,
        number,
        checkoutKey: newKey(),
        requestHash: '',
        state,
        paymentMethod: byTransfer ? 'invoice' : 'seqr',
        language: 'en',
        currency: 'SEK',
        total: 100_00,
        delivery: 'standard',
        name: 'B',
        email: 'b@example.com',
        address: '',
        postalCode: '',
        city: '',
        country: 'SE',
        createdAt: at,
        expiresAt: at,
        paidAt: at,
        transferred: byTransfer ? 100_00 : 0,
        lines: {
          create: [
            {
              position: 0,
              kind: 'PRODUCT',
              slug: 'a',
              name: 'A',
              quantity: 2,
              unitPrice: 40_00,
              vatRate: 25_00,
              total: 80_00,
            },
            { position: 1, kind: 'DELIVERY', name: 'D', quantity: 1, unitPrice: 20_00, vatRate: 25_00, total: 20_00 },
          ],
        },
      },
    });
    if (paymentId === null) return;
    const ersReference = String(10n ** 24n + BigInt(number));
    await tx.payment.create({
      data: {
        id: paymentId,
        orderId,
        attempt: 1,
        state: 'PAID',
        amount: 100_00,
        currency: 'SEK',
        ersReference,
        createdAt: at,
        expiresAt: at,
        paidAt: at,
        closedAt: at,
      },
    });
  });
  const refund = (amount: number, change = {}) =>
    refundPayment({
      orderId,
      paymentId,
      key: newKey(),
      amount: money(amount, 'SEK'),
      reason: 'Returned',
      by: merchant,
      ...change,
    });
  const read = async () => {
    const order = await db().read.order.findUniqueOrThrow({
      where: { id: orderId },
      include: { payments: true, refunds: { orderBy: { createdAt: 'asc' } }, events: { orderBy: { id: 'asc' } } },
    });
    return {
      order: order.state,
      reserved: paymentId === null ? order.paidBack : order.payments[0]?.refunded,
      refunds: order.refunds.map((row) => row.state),
      events: order.events.map((event) => event.kind),
    };
  };
  const reference = async () => (await db().read.payment.findFirstOrThrow({ where: { orderId } })).ersReference;
  const name = formatOrderNumber(number);
  return { orderId, paymentId, refund, read, reference, name };
}

const lose = () => service.instead.set('refundPayment', (response) => response.destroy());
const answer = (fields: string) =>
  service.instead.set('refundPayment', (response) => response.end(answerOf('refundPayment', fields)));

describe('a refund', () => {
  it('moves the order from paid to partly refunded to refunded', async () => {
    const { refund, read } = await paidOrder();
    answer(`<ersReference>2026112309000000000999999</ersReference>${success}`);
    expect(await refund(30_00)).toMatchObject({ ok: true, state: 'DONE' });
    expect(await read()).toMatchObject({ order: 'PARTIALLY_REFUNDED', reserved: 30_00 });
    expect(await refund(70_00)).toMatchObject({ ok: true, state: 'DONE' });
    expect(await read()).toEqual({
      order: 'REFUNDED',
      reserved: 100_00,
      refunds: ['DONE', 'DONE'],
      events: ['refund-requested', 'refund-done', 'refund-requested', 'refund-done'],
    });
  });

  it('is done once if 60 of 100 are requested twice concurrently', async () => {
    const { refund, read } = await paidOrder();
    const before = service.count('refundPayment');
    const results = await Promise.all([refund(60_00), refund(60_00)]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results).toContainEqual({ ok: false, reason: 'too-much' });
    expect(service.count('refundPayment')).toBe(before + 1);
    expect(await read()).toMatchObject({ order: 'PARTIALLY_REFUNDED', reserved: 60_00, refunds: ['DONE'] });
  });

  it('is done once however often the form is submitted', async () => {
    const { refund, read } = await paidOrder();
    const before = service.count('refundPayment');
    const key = newKey();
    const results = await Promise.all(Array.from({ length: 10 }, () => refund(25_00, { key })));
    expect(new Set(results.map((result) => result.ok && result.id)).size).toBe(1);
    expect(service.count('refundPayment')).toBe(before + 1);
    expect(await read()).toMatchObject({ reserved: 25_00, refunds: ['DONE'] });
    expect(await refund(26_00, { key })).toEqual({ ok: false, reason: 'key-reused' });
  });

  it.each([
    ['0', 0, {}, 'not-positive'],
    ['a negative amount', -1, {}, 'not-positive'],
    ['more than was paid', 100_01, {}, 'too-much'],
    ['another currency', 0, { amount: money(10_00, 'EUR') }, 'currency'],
    ['more units than were bought', 50_00, { lines: [{ position: 0, quantity: 3, amount: 50_00 }] }, 'lines'],
    ['a line that is not there', 50_00, { lines: [{ position: 7, quantity: 1, amount: 50_00 }] }, 'lines'],
    ['a payment of another order', 50_00, { orderId: 'other' }, 'not-paid'],
  ])('is refused and changes nothing for %s', async (_, amount, change, reason) => {
    const { refund, read } = await paidOrder();
    const before = service.count('refundPayment');
    expect(await refund(amount, change)).toEqual({ ok: false, reason });
    expect(service.count('refundPayment')).toBe(before);
    expect(await read()).toEqual({ order: 'PAID', reserved: 0, refunds: [], events: [] });
  });

  it('is possible once per unit, and again after SEQR refuses it', async () => {
    const { refund, read } = await paidOrder();
    const lines = [{ position: 0, quantity: 2, amount: 80_00 }];
    answer('<resultCode>99</resultCode>');
    expect(await refund(80_00, { lines })).toMatchObject({ ok: true, state: 'REFUSED' });
    expect(await read()).toMatchObject({ order: 'PAID', reserved: 0 });
    expect(await refund(80_00, { lines })).toMatchObject({ ok: true, state: 'DONE' });
    expect(await refund(20_00, { lines: [{ position: 0, quantity: 1, amount: 20_00 }] })).toEqual({
      ok: false,
      reason: 'lines',
    });
  });

  it('names its lines to SEQR, each with its article number, units and amount', async () => {
    const { orderId, refund } = await paidOrder();
    const lines = [
      { position: 1, quantity: 1, amount: 20_00 },
      { position: 0, quantity: 2, amount: 80_00 },
    ];
    await db().write((tx) => tx.orderLine.updateMany({ where: { orderId, position: 0 }, data: { sku: 'A-1' } }));
    expect(await refund(100_00, { lines })).toMatchObject({ ok: true, state: 'DONE' });
    const rows = service.lastRequest('refundPayment').match(/<invoiceRow>.*?<\/invoiceRow>/gs) ?? [];
    const texts = (row: string) => [...row.matchAll(/<(\w+)>([^<]+)</g)].map(([, name, text]) => `${name} ${text}`);
    expect(rows.map((row) => texts(row).toSorted())).toEqual([
      ['currency SEK', 'itemDescription A', 'itemQuantity 2', 'itemSKU A-1', 'value 80.00'],
      ['currency SEK', 'itemDescription D', 'itemQuantity 1', 'value 20.00'],
    ]);
    await db().write((tx) => tx.orderLine.updateMany({ where: { orderId }, data: { sku: null } }));
    const other = await paidOrder();
    await other.refund(40_00, { lines: [{ position: 0, quantity: 1, amount: 40_00 }] });
    expect(service.lastRequest('refundPayment')).toContain('<itemSKU>a</itemSKU>');
  });

  it.each([
    ['REFUSED', 'RECEIVER_ACCOUNT_DOES_NOT_ALLOW_REFUNDS', '<resultCode>99</resultCode>'],
    ['UNKNOWN', 'result', '<resultCode>77</resultCode>'],
    ['UNKNOWN', 'SYSTEM_ERROR', '<resultCode>90</resultCode>'],
  ])('is %s with the failure %s if SEQR answers so', async (state, failure, fields) => {
    const { refund } = await paidOrder();
    answer(fields);
    expect(await refund(60_00)).toMatchObject({ ok: true, state, failure });
  });

  it('becomes UNKNOWN, keeps its amount reserved and is not repeated if the answer is lost', async () => {
    const { refund, read } = await paidOrder();
    const before = service.count('refundPayment');
    const key = newKey();
    lose();
    expect(await refund(60_00, { key })).toMatchObject({ ok: true, state: 'UNKNOWN', failure: 'lost' });
    expect(await refund(60_00, { key })).toMatchObject({ ok: true, state: 'UNKNOWN' });
    expect(await refund(60_00)).toEqual({ ok: false, reason: 'too-much' });
    expect(service.count('refundPayment')).toBe(before + 1);
    expect(await read()).toMatchObject({ order: 'PAID', reserved: 60_00, refunds: ['UNKNOWN'] });
  });

  it('has a settlement time only once its outcome is known', async () => {
    const { refund } = await paidOrder();
    lose();
    const result = await refund(60_00);
    if (!result.ok) throw new Error(result.reason);
    const read = async () => (await db().read.refund.findUniqueOrThrow({ where: { id: result.id } })).settledAt;
    expect(await read()).toBeNull();
    expect(await settleRefundByHand(result.id, { done: true, ersReference: null }, merchant)).toBe(true);
    expect(await read()).toBeInstanceOf(Date);
  });

  it.each([
    ['done', { done: true, ersReference: null }, { order: 'PARTIALLY_REFUNDED', reserved: 60_00, refunds: ['DONE'] }],
    ['not done', { done: false }, { order: 'PAID', reserved: 0, refunds: ['REFUSED'] }],
  ] as const)('can be settled manually as %s, once, if it is UNKNOWN', async (_, verdict, after) => {
    const { refund, read } = await paidOrder();
    lose();
    const result = await refund(60_00);
    if (!result.ok) throw new Error(result.reason);
    expect(await settleRefundByHand(result.id, verdict, merchant)).toBe(true);
    expect(await settleRefundByHand(result.id, { done: !verdict.done, ersReference: null }, merchant)).toBe(false);
    expect(await read()).toMatchObject(after);
  });

  it.each(['a payment', 'a refund'])(
    'stays UNKNOWN if SEQR returns the reference of %s, until its own is recorded',
    async (owner) => {
      const other = await paidOrder();
      const usedReference = owner === 'a payment' ? await other.reference() : newReference();
      const answered = `<ersReference>${usedReference}</ersReference>${success}`;
      if (owner === 'a refund') {
        answer(answered);
        await other.refund(10_00);
      }
      const { refund, read } = await paidOrder();
      answer(answered);
      const result = await refund(60_00);
      const failure = `duplicate-reference: ${other.name}`;
      expect(result).toMatchObject({ ok: true, state: 'UNKNOWN', failure });
      expect(await read()).toMatchObject({ order: 'PAID', reserved: 60_00 });
      const id = result.ok ? result.id : '';
      expect(await settleRefundByHand(id, { done: true, ersReference: usedReference }, merchant)).toBe(false);
      expect(await settleRefundByHand(id, { done: true, ersReference: newReference() }, merchant)).toBe(true);
      expect(await read()).toMatchObject({ order: 'PARTIALLY_REFUNDED', reserved: 60_00, refunds: ['DONE'] });
    },
  );

  it('cannot be settled manually once it is done, while SEQR may still answer, or if there is none', async () => {
    const { refund } = await paidOrder();
    const result = await refund(60_00);
    const id = result.ok ? result.id : '';
    for (const state of ['DONE', 'REQUESTED'] as const) {
      await db().write((tx) => tx.refund.update({ where: { id }, data: { state } }));
      expect(await settleRefundByHand(id, { done: false }, merchant)).toBe(false);
    }
    expect(await settleRefundByHand(newKey(), { done: false }, merchant)).toBe(false);
  });

  it('becomes UNKNOWN if its process died, but not while an answer could still arrive', async () => {
    const { refund, read } = await paidOrder();
    const result = await refund(60_00);
    if (!result.ok) throw new Error(result.reason);
    const back = (seconds: number) =>
      db().write((tx) =>
        tx.refund.update({
          where: { id: result.id },
          data: { state: 'REQUESTED', createdAt: new Date(now().getTime() - seconds * 1000) },
        }),
      );
    await back(6);
    await markLostRefunds();
    expect(await read()).toMatchObject({ refunds: ['REQUESTED'] });
    await back(11);
    await markLostRefunds();
    expect(await read()).toMatchObject({ refunds: ['UNKNOWN'], reserved: 60_00 });
  });

  it('becomes UNKNOWN if its process died, although a clock was ahead when it was requested', async () => {
    const { refund, read } = await paidOrder();
    const result = await refund(60_00);
    if (!result.ok) throw new Error(result.reason);
    const createdAt = new Date(now().getTime() + 7_200_000);
    await db().write((tx) => tx.refund.update({ where: { id: result.id }, data: { state: 'REQUESTED', createdAt } }));
    const clock = vi.spyOn(performance, 'now').mockReturnValue(1_000);
    onTestFinished(() => clock.mockRestore());
    for (const [seconds, state] of [
      [1, 'REQUESTED'],
      [9, 'REQUESTED'],
      [12, 'UNKNOWN'],
    ] as const) {
      clock.mockReturnValue(seconds * 1000);
      await markLostRefunds();
      expect(await read(), `${seconds} s`).toMatchObject({ refunds: [state] });
    }
  });

  it('becomes DONE when SEQR confirms it, even if a clock jump marked it UNKNOWN', async () => {
    const { orderId, refund, read } = await paidOrder();
    service.instead.set('refundPayment', async (response) => {
      await db().write((tx) => tx.refund.updateMany({ where: { orderId }, data: { createdAt: new Date(0) } }));
      await markLostRefunds();
      expect(await read()).toMatchObject({ refunds: ['UNKNOWN'] });
      const reference = `<ersReference>${'7'.repeat(25)}</ersReference>`;
      response.end(answerOf('refundPayment', reference + success));
    });
    expect(await refund(60_00)).toMatchObject({ ok: true, state: 'DONE' });
    expect(await read()).toMatchObject({ order: 'PARTIALLY_REFUNDED', reserved: 60_00, refunds: ['DONE'] });
    expect(await db().read.refund.findFirst({ where: { orderId } })).toMatchObject({ ersReference: '7'.repeat(25) });
  });

  it('stays REQUESTED for a bank transfer until a person has sent it', async () => {
    const { refund, read } = await paidOrder({ byTransfer: true });
    const before = service.count('refundPayment');
    const result = await refund(40_00);
    expect(result).toMatchObject({ ok: true, state: 'REQUESTED' });
    expect(await refund(60_01)).toEqual({ ok: false, reason: 'too-much' });
    const id = result.ok ? result.id : '';
    await db().write((tx) => tx.refund.update({ where: { id }, data: { createdAt: new Date(0) } }));
    await markLostRefunds();
    expect(await read()).toMatchObject({ order: 'PAID', reserved: 40_00, refunds: ['REQUESTED'] });
    expect(await settleRefundByHand(id, { done: true, ersReference: null }, merchant)).toBe(true);
    expect(await read()).toMatchObject({ order: 'PARTIALLY_REFUNDED', reserved: 40_00, refunds: ['DONE'] });
    expect(service.count('refundPayment')).toBe(before);
  });
});
