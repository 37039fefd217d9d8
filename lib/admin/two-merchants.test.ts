import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { db } from '../db/client';
import { linesShown } from '../orders/change-lines';
import { workOutbox } from '../payments/outbox';
import { retryPayment } from '../payments/retry-payment';
import { seqr } from '../seqr/from-config';
import { signedIn } from '../testing/admin-session';
import { startRealSandbox } from '../testing/real-sandbox';
import { type SeqrOrder, seqrOrder } from '../testing/seqr-order';
import { useShopDatabase } from '../testing/shop-database';
import { cancelOrder } from './cancel-order';
import { changeOrder } from './change-order';
import { getOrderDetails } from './get-order-details';

// Two merchants and a payer, against the sandbox over HTTP: whatever they do, and in whatever order SEQR answers, the
// invoice and the books have the same amount afterwards.

let sandbox: Awaited<ReturnType<typeof startRealSandbox>>;
let close: () => Promise<void>;
const addresses = { forSeqr: 'http://127.0.0.1:1', forBuyer: 'http://127.0.0.1:1' };

// The first call to SEQR reads its contract, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

beforeAll(async () => {
  close = useShopDatabase();
  sandbox = await startRealSandbox();
}, 60_000);
afterAll(async () => {
  seqr().close();
  await sandbox.stop();
  await close();
});

const reduce = (order: SeqrOrder, quantity: number, actor = 'Åsa', shown?: string) =>
  changeOrder(signedIn(actor), order.number, { q0: String(quantity), ...(shown === undefined ? {} : { shown }) });

/** What SEQR, the order and its payment each say is to pay. */
async function amounts(order: SeqrOrder) {
  const { total } = await order.read();
  const invoice = await sandbox.read(order.reference);
  return { seqr: Number(invoice.total) * 100, order: total.amount, payment: (await order.row()).amount };
}

const all = (kronor: number) => ({ seqr: kronor * 100, order: kronor * 100, payment: kronor * 100 });

/** The repetitions that wait in the outbox, as if their time had come. */
async function workNow(): Promise<void> {
  await db().write((tx) => tx.outbox.updateMany({ where: { doneAt: null }, data: { nextAt: new Date() } }));
  await workOutbox('seqr');
}

describe('two merchants who change one order at the same time', () => {
  it('change it once; the other is told', async () => {
    const order = await seqrOrder({ quantity: 3 });
    const outcomes = await Promise.all([reduce(order, 2, 'Åsa'), reduce(order, 1, 'Bo')]);
    expect(outcomes.toSorted()).toEqual(['changed', 'other-change']);
    const kronor = outcomes[0] === 'changed' ? 249 : 149;
    expect(await amounts(order)).toEqual(all(kronor));
  });

  it('do so also where SEQR takes its time over the first, and the second comes meanwhile', async () => {
    const order = await seqrOrder({ quantity: 3 });
    await sandbox.misbehave({
      ...{ kind: 'delay', seconds: 1, operation: 'updateInvoice' },
      ...{ invoiceReference: order.reference, times: 1 },
    });
    const first = reduce(order, 2, 'Åsa');
    await vi.waitFor(async () =>
      expect((await getOrderDetails(signedIn(), order.number))?.change).toMatchObject({ actor: 'Åsa' }),
    );
    expect(await reduce(order, 1, 'Bo')).toBe('other-change');
    expect(await first).toBe('changed');
    expect(await amounts(order)).toEqual(all(249));
    expect(await reduce(order, 1, 'Bo')).toBe('changed');
    expect(await amounts(order)).toEqual(all(149));
  });

  it.each([
    ['although SEQR made the change', true],
    ['and SEQR did not make the change', false],
  ])(
    'wait for each other where the answer to the first is lost %s; the shop makes it by itself',
    async (_, afterWork) => {
      const order = await seqrOrder({ quantity: 3 });
      await sandbox.misbehave({
        ...{ kind: 'close', afterWork, operation: 'updateInvoice' },
        ...{ invoiceReference: order.reference, times: 1 },
      });
      expect(await reduce(order, 2, 'Åsa')).toBe('later');
      expect(await reduce(order, 1, 'Bo')).toBe('other-change');
      await workNow();
      expect(await amounts(order)).toEqual(all(249));
      expect(await order.stock()).toEqual({ stock: 3, reserved: 2, sold: 0 });
      expect(await reduce(order, 1, 'Bo')).toBe('changed');
      expect(await order.history()).toEqual(['change-requested', 'changed', 'change-requested', 'changed']);
    },
  );
});

describe('a payer who pays while a change is unconfirmed', () => {
  it.each([
    ['the new amount, for SEQR made the change', true, 249],
    ['the old amount, for SEQR did not make it', false, 349],
  ])('pays %s: the order is paid with that', async (_, afterWork, kronor) => {
    const order = await seqrOrder({ quantity: 3 });
    await sandbox.misbehave({
      ...{ kind: 'close', afterWork, operation: 'updateInvoice' },
      ...{ invoiceReference: order.reference, times: 1 },
    });
    expect(await reduce(order, 2)).toBe('later');
    await sandbox.pay(order.reference);
    await order.notify();
    await workNow();
    expect((await order.read()).state).toBe('PAID');
    expect(await amounts(order)).toEqual(all(kronor));
    expect(await order.incidents()).toEqual([]);
    const pieces = kronor === 249 ? 2 : 3;
    expect(await order.stock()).toEqual({ stock: 5 - pieces, reserved: 0, sold: pieces });
    expect((await order.history()).at(-1)).toBe(kronor === 249 ? 'changed' : 'change-dropped');
  });
});

describe('an unconfirmed change', () => {
  const unconfirmed = async () => {
    const order = await seqrOrder({ quantity: 3 });
    await sandbox.misbehave({
      ...{ kind: 'close', afterWork: true, operation: 'updateInvoice' },
      ...{ invoiceReference: order.reference, times: 1 },
    });
    expect(await reduce(order, 2)).toBe('later');
    return order;
  };

  it('is dropped when the order is canceled', async () => {
    const order = await unconfirmed();
    expect(await cancelOrder(signedIn(), order.number)).toBe('closed');
    await workNow();
    expect((await order.read()).state).toBe('CANCELED');
    expect(await order.stock()).toEqual({ stock: 5, reserved: 0, sold: 0 });
    expect(await db().read.orderChange.findFirst({ where: { orderId: order.orderId } })).toMatchObject({
      state: 'DROPPED',
      openFor: null,
    });
  });

  it('is in the next invoice when the payer cancels the first', async () => {
    const order = await unconfirmed();
    await sandbox.cancel(order.reference);
    await order.notify();
    expect(await retryPayment(order.orderId, addresses)).toBe(true);
    const { payment, total } = await order.read();
    expect([payment.attempt, total.amount]).toEqual([2, 249_00]);
    expect((await sandbox.read(payment.invoiceReference ?? '')).total).toBe('249.00');
  });
});

describe('a form that was opened before another’s change', () => {
  it('changes nothing, and is told so', async () => {
    const order = await seqrOrder({ quantity: 3 });
    const details = await getOrderDetails(signedIn(), order.number);
    const shown = linesShown(details?.lines ?? []);
    expect(await reduce(order, 2, 'Bo', shown)).toBe('changed');
    expect(await reduce(order, 1, 'Åsa', shown)).toBe('overtaken');
    expect(await amounts(order)).toEqual(all(249));
  });
});
