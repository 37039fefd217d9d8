import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { workOutbox } from '../background/effects';
import { db } from '../db/client';
import { linesShown } from '../orders/change-lines';
import { retryPayment } from '../payments/retry-payment';
import { seqr } from '../seqr/from-config';
import { signedIn } from '../testing/admin-session';
import { startRealSandbox } from '../testing/real-sandbox';
import { type SeqrOrder, seqrOrder } from '../testing/seqr-order';
import { openShopDatabase } from '../testing/shop-database';
import { getOrderDetails } from './get-order-details';
import { cancelOrder, changeOrder } from './order-actions';

// Two merchants and a payer, against the sandbox over HTTP. Whatever they do and in whatever order SEQR answers, invoice
// and order end with the same amount.

let sandbox: Awaited<ReturnType<typeof startRealSandbox>>;
let close: () => Promise<void>;
const addresses = { forSeqr: 'http://127.0.0.1:1', forBuyer: 'http://127.0.0.1:1' };

// The first call to SEQR reads its contract, which takes a while on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

beforeAll(async () => {
  close = await openShopDatabase();
  sandbox = await startRealSandbox();
}, 60_000);
afterAll(async () => {
  seqr().close();
  await sandbox.stop();
  await close();
});

const reduce = (order: SeqrOrder, quantity: number, actor = 'Åsa', shown?: string) =>
  changeOrder(signedIn(actor), order.number, { q0: String(quantity), ...(shown === undefined ? {} : { shown }) });

/** The amount due according to SEQR, the order and its payment. */
async function amounts(order: SeqrOrder) {
  const { total } = await order.read();
  const invoice = await sandbox.read(order.reference);
  return { seqr: Number(invoice.total) * 100, order: total.amount, payment: (await order.row()).amount };
}

const all = (kronor: number) => ({ seqr: kronor * 100, order: kronor * 100, payment: kronor * 100 });

/** Runs the outbox now, skipping its pauses. */
async function workNow(): Promise<void> {
  await db().write((tx) => tx.outbox.updateMany({ where: { doneAt: null }, data: { nextAt: new Date() } }));
  await workOutbox('seqr');
}

describe('two merchants who change one order concurrently', () => {
  it('change it once; the second is informed', async () => {
    const order = await seqrOrder({ quantity: 3 });
    const outcomes = await Promise.all([reduce(order, 2, 'Åsa'), reduce(order, 1, 'Bo')]);
    expect(outcomes.toSorted()).toEqual(['changed', 'other-change']);
    const kronor = outcomes[0] === 'changed' ? 249 : 149;
    expect(await amounts(order)).toEqual(all(kronor));
  });

  it('change it once even if SEQR is slow to answer the first', async () => {
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
  ])('change it once if the first answer is lost %s; the shop completes it', async (_, afterWork) => {
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
  });
});

describe('a payer who pays while a change is unconfirmed', () => {
  it.each([
    ['the new amount, because SEQR made the change', true, 249],
    ['the old amount, because SEQR did not make the change', false, 349],
  ])('pays the order with %s', async (_, afterWork, kronor) => {
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

  it('is dropped when the order is cancelled', async () => {
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

  it('is included in the next invoice if the payer cancels the first', async () => {
    const order = await unconfirmed();
    await sandbox.cancel(order.reference);
    await order.notify();
    expect(await retryPayment(order.orderId, addresses)).toBe(true);
    const { payment, total } = await order.read();
    expect([payment.attempt, total.amount]).toEqual([2, 249_00]);
    expect((await sandbox.read(payment.invoiceReference ?? '')).total).toBe('249.00');
  });
});

describe('a form opened before another user’s change', () => {
  it('changes nothing and reports it', async () => {
    const order = await seqrOrder({ quantity: 3 });
    const details = await getOrderDetails(signedIn(), order.number);
    const shown = linesShown(details?.lines ?? []);
    expect(await reduce(order, 2, 'Bo', shown)).toBe('changed');
    expect(await reduce(order, 1, 'Åsa', shown)).toBe('overtaken');
    expect(await amounts(order)).toEqual(all(249));
  });
});
