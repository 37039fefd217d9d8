import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { now } from '../clock';
import { db } from '../db/client';
import { updateOrder } from '../payments/update-order';
import { runWatcherRound } from '../payments/watcher';
import { withdrawPayment } from '../payments/withdraw-payment';
import { seqr } from '../seqr/from-config';
import { answerOf, success } from '../seqr/test-service';
import { configure } from '../testing/configure';
import { type ScriptedSeqr, startScriptedSeqr } from '../testing/scripted-seqr';
import { type SeqrOrder, seqrOrder } from '../testing/seqr-order';
import { useShopDatabase } from '../testing/shop-database';

// What time does to a held payment. Time is moved in the database, as if that long had passed.

let service: ScriptedSeqr;
let close: () => Promise<void>;

// The first call to SEQR reads its contract, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

beforeAll(async () => {
  close = useShopDatabase();
  service = await startScriptedSeqr();
  configure({ SEQR_WSDL_URL: `${service.endpoint}?wsdl`, SEQR_TIMEOUT: '30' });
});
afterAll(async () => {
  seqr().close();
  await service.close();
  await close();
});

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

const asked = ({ reference }: SeqrOrder) => service.count(`getPaymentStatus ${reference}`);
const secondsToNext = async (order: SeqrOrder) => {
  const { askedAt, heldAt, nextCheckAt } = await order.row();
  const last = Math.max(askedAt?.getTime() ?? 0, heldAt?.getTime() ?? 0);
  return nextCheckAt && Math.round((nextCheckAt.getTime() - last) / SECOND);
};

describe('a held payment', () => {
  it('is asked about less and less often, also long after its time to be paid is over', async () => {
    const order = await heldOrder();
    expect(await secondsToNext(order)).toBe(8);
    for (const [passed, next] of [
      [8 * SECOND, 8],
      [40 * 60 * SECOND, 8],
      [HOUR, 3_600],
      [23 * HOUR, 3_600],
      [HOUR, null],
    ] as const) {
      const before = asked(order);
      await passTime(order, passed);
      await runWatcherRound();
      expect(asked(order), `after ${passed} ms`).toBe(before + 1);
      expect(await secondsToNext(order)).toBe(next);
      await runWatcherRound();
      expect(asked(order)).toBe(before + 1);
    }
    const before = asked(order);
    await passTime(order, DAY);
    await runWatcherRound();
    expect(asked(order)).toBe(before);
    expect(await order.ask()).toBe('answered');
    expect(asked(order)).toBe(before + 1);
  });

  it('does not cancel its invoice, and keeps its goods for HELD_DAYS; then they are sold to others', async () => {
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
    service.set(order.reference, { total: '<currency>SEK</currency><value>149.00</value>' });
    expect(await order.ask()).toBe('answered');
    expect((await order.read()).state).toBe('PAID');
  });

  it('of an attempt that was closed before keeps its order from expiring', async () => {
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

describe('an attempt that was closed before its order changed', () => {
  it('and is paid late, with the old amount, is held although its own amount is right', async () => {
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

describe('an invoice that SEQR does not let go', () => {
  const refuse = (code: number) =>
    service.instead.set('cancelInvoice', (response) =>
      response.end(answerOf('cancelInvoice', `<resultCode>${code}</resultCode>`)),
    );

  it('is held when SEQR calls it paid, and its status says otherwise', async () => {
    const order = await seqrOrder();
    refuse(50);
    service.instead.set('getPaymentStatus', (response) =>
      response.end(answerOf('getPaymentStatus', `${success}<status>ISSUED</status><version>0</version>`)),
    );
    expect(await withdrawPayment(order.orderId, 'EXPIRED', 'watcher')).toBe('later');
    expect(await order.incidents()).toMatchObject([{ kind: 'unclear', detail: 'paid', actions: ['close', 'settle'] }]);
  });

  it('is held after an hour in which its payer was always just confirming', async () => {
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
