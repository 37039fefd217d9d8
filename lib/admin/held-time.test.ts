import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { workOutbox } from '../background/effects';
import { runWatcherRound } from '../background/payment-watcher';
import { now } from '../clock';
import { db } from '../db/client';
import { updateOrder } from '../payments/update-order';
import { withdrawPayment } from '../payments/withdraw-payment';
import type { ScriptedSeqr } from '../testing/scripted-seqr';
import { openScriptedShop } from '../testing/scripted-shop';
import { type SeqrOrder, seqrOrder } from '../testing/seqr-order';
import { answerOf, success } from '../testing/test-service';

// How a held payment changes over time. The tests move times in the database.

let service: ScriptedSeqr;
let close: () => Promise<void>;

// The first call to SEQR reads its contract, which takes a while on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

beforeAll(async () => {
  ({ service, close } = await openScriptedShop());
});
afterAll(() => close());

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const DAY = 24 * HOUR;

async function passTime({ paymentId, orderId }: SeqrOrder, ms: number): Promise<void> {
  const back = (date: Date) => new Date(date.getTime() - ms);
  const { askedAt, nextCheckAt, heldAt, expiresAt } = await db().read.payment.findUniqueOrThrow({
    where: { id: paymentId },
  });
  const order = await db().read.order.findUniqueOrThrow({ where: { id: orderId } });
  await db().write(async (tx) => {
    const times = { askedAt: askedAt && back(askedAt), nextCheckAt: nextCheckAt && back(nextCheckAt) };
    const data = { ...times, heldAt: heldAt && back(heldAt), expiresAt: back(expiresAt) };
    await tx.payment.update({ where: { id: paymentId }, data });
    await tx.order.update({ where: { id: orderId }, data: { expiresAt: back(order.expiresAt) } });
  });
}

async function heldOrder(): Promise<SeqrOrder> {
  const order = await seqrOrder();
  service.set(order.reference, { status: 'PAID', total: '<currency>SEK</currency><value>1.00</value>' });
  await order.notify();
  return order;
}

const queryCount = ({ reference }: SeqrOrder) => service.count(`getPaymentStatus ${reference}`);
const secondsToNext = async (order: SeqrOrder) => {
  const { askedAt, heldAt, nextCheckAt } = await order.row();
  const last = Math.max(askedAt?.getTime() ?? 0, heldAt?.getTime() ?? 0);
  return nextCheckAt && Math.round((nextCheckAt.getTime() - last) / SECOND);
};

describe('a held payment', () => {
  it('is checked less and less often, even long after its timeout', async () => {
    const order = await heldOrder();
    expect(await secondsToNext(order)).toBe(8);
    for (const [passed, next] of [
      [8 * SECOND, 8],
      [40 * 60 * SECOND, 8],
      [HOUR, 3_600],
      [23 * HOUR, 3_600],
      [HOUR, null],
    ] as const) {
      const before = queryCount(order);
      await passTime(order, passed);
      await runWatcherRound();
      expect(queryCount(order), `after ${passed} ms`).toBe(before + 1);
      expect(await secondsToNext(order)).toBe(next);
      await runWatcherRound();
      expect(queryCount(order)).toBe(before + 1);
    }
    const before = queryCount(order);
    await passTime(order, DAY);
    await runWatcherRound();
    expect(queryCount(order)).toBe(before);
    expect(await order.ask()).toBe('answered');
    expect(queryCount(order)).toBe(before + 1);
  });

  it('keeps its invoice and its stock for HELD_DAYS, then releases the stock', async () => {
    const order = await heldOrder();
    await passTime(order, 6 * DAY);
    await runWatcherRound();
    expect((await order.read()).state).toBe('PENDING');
    expect(await order.stock()).toMatchObject({ reserved: 1 });
    await passTime(order, DAY);
    await runWatcherRound();
    expect(await order.read()).toMatchObject({ state: 'EXPIRED', held: { isPaid: true, outcome: null } });
    expect(await order.stock()).toEqual({ stock: 5, reserved: 0, sold: 0 });
    expect(service.count(`cancelInvoice ${order.reference}`)).toBe(0);
    expect(await order.history()).toEqual(['incident', 'goods-released']);
    expect(await order.incidents()).toMatchObject([{ kind: 'other-amount', goodsUntil: null, canAsk: true }]);
    await workOutbox('mail');
    const mail = await db().read.mail.findFirstOrThrow({ where: { orderId: order.orderId, kind: 'expired' } });
    expect(mail.subject).toBe(`Order T-${order.number}: we are checking your payment`);
    expect(mail.text).toContain('Please do not pay again.');
    expect(mail.text).not.toMatch(/not paid in time|order again/i);
    service.set(order.reference, { total: '<currency>SEK</currency><value>149.00</value>' });
    expect(await order.ask()).toBe('answered');
    expect((await order.read()).state).toBe('PAID');
  });

  it('of a closed attempt prevents the order’s timeout', async () => {
    const order = await seqrOrder();
    await db().write((tx) =>
      tx.payment.update({
        where: { id: order.paymentId },
        data: { state: 'CANCELED', openOrderId: null, closedAt: now() },
      }),
    );
    service.set(order.reference, { status: 'PAID', total: '<currency>SEK</currency><value>1.00</value>' });
    await order.notify();
    expect(await order.incidents()).toHaveLength(1);
    await passTime(order, HOUR);
    await runWatcherRound();
    expect((await order.read()).state).toBe('PENDING');
  });
});

describe('an attempt closed before its order changed', () => {
  it('is held if the old amount is paid late', async () => {
    const order = await seqrOrder({ quantity: 3 });
    service.set(order.reference, { status: 'CANCELED' });
    await order.notify();
    const merchant = { source: 'merchant', name: 'Åsa' } as const;
    expect(await updateOrder(order.orderId, new Map([[0, 1]]), merchant)).toBe('changed');
    service.set(order.reference, { status: 'PAID' });
    await order.notify();
    expect(await order.incidents()).toMatchObject([{ kind: 'order-changed', amount: { amount: 349_00 } }]);
    expect((await order.read()).state).toBe('PENDING');
  });
});

describe('an invoice that SEQR does not cancel', () => {
  const refuse = (code: number) =>
    service.instead.set('cancelInvoice', (response) =>
      response.end(answerOf('cancelInvoice', `<resultCode>${code}</resultCode>`)),
    );

  it('is held if SEQR refuses because it is paid, but reports another status', async () => {
    const order = await seqrOrder();
    refuse(50);
    service.instead.set('getPaymentStatus', (response) =>
      response.end(answerOf('getPaymentStatus', `${success}<status>ISSUED</status><version>0</version>`)),
    );
    expect(await withdrawPayment(order.orderId, 'EXPIRED', 'watcher')).toBe('later');
    expect(await order.incidents()).toMatchObject([{ kind: 'unclear', detail: 'paid', actions: ['close', 'settle'] }]);
  });

  it('is held if its payer has been confirming for an hour', async () => {
    const order = await seqrOrder();
    await passTime(order, 900 * SECOND);
    refuse(51);
    expect(await withdrawPayment(order.orderId, 'EXPIRED', 'watcher')).toBe('later');
    expect(await order.incidents()).toEqual([]);
    await passTime(order, HOUR + SECOND);
    refuse(51);
    await runWatcherRound();
    expect(await order.incidents()).toMatchObject([{ kind: 'unclear', detail: 'busy' }]);
  });
});
