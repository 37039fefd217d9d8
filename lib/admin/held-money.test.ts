import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { workOutbox } from '../background/effects';
import { now } from '../clock';
import { db } from '../db/client';
import { newKey } from '../ids';
import { money } from '../money';
import { applyStatus } from '../payments/apply-status';
import { readPaymentStatus } from '../payments/payment-status';
import { retryPayment } from '../payments/retry-payment';
import { withdrawPayment } from '../payments/withdraw-payment';
import { requestRefund } from '../refunds/request-refund';
import { settleRefund } from '../refunds/settle-refund';
import { settleRefundByHand } from '../refunds/settle-refund-by-hand';
import { seqr } from '../seqr/from-config';
import { signedIn } from '../testing/admin-session';
import { startRealSandbox } from '../testing/real-sandbox';
import { type SeqrOrder, seqrOrder } from '../testing/seqr-order';
import { openShopDatabase } from '../testing/shop-database';
import { endIncidentByHand } from './end-incident';
import { getOrderDetails } from './get-order-details';
import { getOverview } from './get-overview';
import { cancelOrder, changeOrder } from './order-actions';

// The sandbox gives the wrong answers over HTTP; see docs/sandbox.md, “Faults”.

type Sandbox = Awaited<ReturnType<typeof startRealSandbox>>;
type Fault = Parameters<Sandbox['misbehave']>[0];
let sandbox: Sandbox;
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

/** An order that is paid while SEQR answers wrongly about it. */
async function heldOrder(fault: Fault, options = {}): Promise<SeqrOrder> {
  const order = await seqrOrder(options);
  await sandbox.misbehave({ ...fault, invoiceReference: order.reference });
  await sandbox.pay(order.reference);
  await order.notify();
  return order;
}

async function paidOrder(): Promise<string> {
  const order = await seqrOrder();
  await sandbox.pay(order.reference);
  await order.notify();
  return (await order.row()).ersReference ?? '';
}

let serial = 0;
const wrongReceipt = (change: object) => ({ kind: 'wrongReceipt', ...change });

async function incidentOf(order: SeqrOrder) {
  const [incident, ...more] = await order.incidents();
  if (!incident || more.length > 0) throw new Error('not one incident');
  return incident;
}

const decide = async (order: SeqrOrder, form: Record<string, string>) => {
  const { id, shown } = await incidentOf(order);
  return endIncidentByHand(signedIn(), { number: order.number, id }, { shown, ...form });
};

describe('a payment that does not match', () => {
  it.each([
    ['with another amount', wrongReceipt({ amount: '1.00' }), 'other-amount', ['record', 'refund', 'settle']],
    ['in another currency', wrongReceipt({ currency: 'EUR' }), 'other-amount', ['refund', 'settle']],
    ['without a reference', wrongReceipt({ ersReference: 'none' }), 'no-reference', ['record', 'close', 'settle']],
    ['without a receipt', wrongReceipt({ missing: true }), 'no-receipt', ['record', 'refund', 'settle']],
    [
      'with another payment’s receipt',
      wrongReceipt({ receiptOf: '1400000000000' }),
      'other-receipt',
      ['record', 'close', 'settle'],
    ],
    ['with an unknown status', { kind: 'status', status: 'PARTIALLY_PAID' }, 'unknown-status', ['close', 'settle']],
    ['that SEQR does not know', { kind: 'resultCode', resultCode: 54 }, 'unknown-invoice', ['close', 'settle']],
  ])('%s is listed and not booked, and the buyer is informed', async (_, fault, kind, actions) => {
    const order = await heldOrder({ operation: undefined, ...fault });
    expect(await incidentOf(order)).toMatchObject({ kind, actions, order: { number: order.number } });
    const { state, payment, held } = await order.read();
    expect([state, payment.state, payment.ersReference, held?.outcome]).toEqual(['PENDING', 'ISSUED', null, null]);
    expect((await readPaymentStatus(order.orderId))?.answer).toMatchObject({ held: true });
    expect(await order.history()).toEqual(['incident']);
    expect(await order.stock()).toEqual({ stock: 4, reserved: 1, sold: 0 });
    expect((await getOrderDetails(signedIn(), order.number))?.payments).toMatchObject([{ isHeld: true }]);
    // A held payment does not count as open.
    expect((await getOverview(signedIn())).openPayments.count).toBe(0);
  });

  it('with another order’s reference opens one incident, without an error', async () => {
    const ersReference = await paidOrder();
    const order = await heldOrder(wrongReceipt({ ersReference }));
    for (const _ of [1, 2, 3]) expect(await order.ask()).toBe('answered');
    expect(await incidentOf(order)).toMatchObject({
      kind: 'duplicate-reference',
      ersReference,
      detail: expect.stringMatching(/^T-\d+$/),
      actions: ['record', 'close', 'settle'],
    });
    expect(await order.history()).toEqual(['incident']);
  });

  it('is held if its order was changed; the excess stays listed after the payment is recorded', async () => {
    const order = await seqrOrder({ quantity: 3 });
    const ignoredUpdate = { kind: 'resultCode', resultCode: 0, operation: 'updateInvoice', times: 1 };
    await sandbox.misbehave({ ...ignoredUpdate, invoiceReference: order.reference });
    expect(await changeOrder(signedIn(), order.number, { q0: '2' })).toBe('changed');
    await sandbox.pay(order.reference);
    await order.notify();
    expect(await incidentOf(order)).toMatchObject({
      ...{ kind: 'order-changed', actions: ['record', 'refund', 'settle'] },
      ...{ amount: { amount: 349_00 }, order: { total: { amount: 249_00 } } },
    });
    expect(await decide(order, { action: 'record' })).toBe('recorded');
    expect(await order.read()).toMatchObject({ state: 'PAID', total: { amount: 249_00 } });
    expect(await incidentOf(order)).toMatchObject({ kind: 'excess', amount: { amount: 100_00 } });
  });

  it.each(['record', 'refund'])(
    'without an amount has that of its invoice, not of the changed order: %s',
    async (action) => {
      const order = await seqrOrder({ quantity: 3 });
      const { id, orderId } = await order.row();
      const closed = { state: 'CANCELED', openOrderId: null, closedAt: new Date() } as const;
      await db().write((tx) => tx.payment.update({ where: { id }, data: closed }));
      expect(await changeOrder(signedIn(), order.number, { q0: '2' })).toBe('changed');
      const paid = {
        status: 'PAID' as const,
        version: 3,
        ersReference: `${2026112922030332601009000n + BigInt(serial++)}`,
        customerTokens: [],
      };
      await applyStatus({ id, orderId }, paid, 'notification');
      expect(await incidentOf(order)).toMatchObject({ amount: null, invoiced: { amount: 349_00 } });
      await decide(order, { action });
      expect(await order.row()).toMatchObject({ state: 'PAID', amount: 349_00 });
    },
  );

  it('blocks payment, cancellation and changes until it is resolved', async () => {
    const order = await heldOrder(wrongReceipt({ amount: '1.00' }));
    expect(await retryPayment(order.orderId, addresses)).toBe(false);
    expect(await withdrawPayment(order.orderId, 'CANCELED', 'buyer')).toBe('later');
    expect(await cancelOrder(signedIn(), order.number)).toBe('refused');
    expect((await order.read()).state).toBe('PENDING');
  });

  it('is booked automatically once SEQR’s answer matches', async () => {
    const order = await heldOrder(wrongReceipt({ amount: '1.00', times: 1 }));
    await order.ask();
    expect(await order.incidents()).toEqual([]);
    expect(await order.read()).toMatchObject({ state: 'PAID', held: null });
    expect(await order.history()).toEqual(['incident', 'incident-ended']);
    expect(await order.row()).toMatchObject({ heldAt: null, nextCheckAt: null });
  });
});

describe('a manual decision', () => {
  it('records another amount and lowers the order’s total to it', async () => {
    const order = await heldOrder({ kind: 'payAmount', amount: '140.00' });
    expect(await decide(order, { action: 'record' })).toBe('recorded');
    const { state, total, lines, vat } = await order.read();
    expect([state, total.amount]).toEqual(['PAID', 140_00]);
    expect(lines.at(-1)).toMatchObject({ kind: 'ADJUSTMENT', total: { amount: -9_00 } });
    expect(vat.reduce((sum, share) => sum + share.net.amount + share.vat.amount, 0)).toBe(140_00);
    expect(await order.row()).toMatchObject({ state: 'PAID', amount: 140_00, heldAt: null });
    expect(await order.stock()).toEqual({ stock: 4, reserved: 0, sold: 1 });
    expect(await order.history()).toEqual(['incident', 'incident-ended']);
    expect(await order.incidents()).toEqual([]);
  });

  it('records more than is due and lists the excess until it is refunded', async () => {
    const order = await heldOrder({ kind: 'payAmount', amount: '199.00' });
    expect(await decide(order, { action: 'record' })).toBe('recorded');
    expect(await order.read()).toMatchObject({
      state: 'PAID',
      total: { amount: 149_00 },
      received: { amount: 199_00 },
    });
    expect(await incidentOf(order)).toMatchObject({ kind: 'excess', amount: { amount: 50_00 } });
  });

  it('refunds the whole payment and closes the order', async () => {
    const order = await heldOrder({ kind: 'payAmount', amount: '140.00' });
    expect(await decide(order, { action: 'refund' })).toBe('refunded');
    expect(await order.incidents(), 'no excess while the refund is queued').toEqual([]);
    await workOutbox('seqr');
    const refund = await db().read.refund.findFirstOrThrow({ where: { orderId: order.orderId } });
    expect(refund).toMatchObject({ state: 'DONE', amount: 140_00, key: `held:${order.paymentId}` });
    expect(await order.read()).toMatchObject({ state: 'CANCELED', held: { outcome: 'refunded' } });
    expect(await order.stock()).toEqual({ stock: 5, reserved: 0, sold: 0 });
    expect(await order.incidents()).toEqual([]);
  });

  it.each(['record', 'refund'])(
    'is dated after a refund that a process with a fast clock requested: %s',
    async (action) => {
      const order = await heldOrder({ kind: 'payAmount', amount: '140.00' });
      const createdAt = new Date(now().getTime() + 60_000);
      const refund = { orderId: order.orderId, state: 'REQUESTED' as const, amount: 1, currency: 'SEK', reason: '' };
      await db().write((tx) => tx.refund.create({ data: { ...refund, id: newKey(), key: newKey(), createdAt } }));
      await decide(order, { action });
      expect((await order.row()).paidAt?.getTime()).toBeGreaterThan(createdAt.getTime());
    },
  );

  it('refunds another currency without booking it for the order', async () => {
    const order = await heldOrder(wrongReceipt({ currency: 'EUR' }));
    expect(await decide(order, { action: 'record' })).toBe('refused');
    expect(await decide(order, { action: 'refund' })).toBe('refunded');
    await workOutbox('seqr');
    expect(await order.row()).toMatchObject({ state: 'PAID', currency: 'EUR' });
    expect((await order.read()).state).toBe('CANCELED');
  });

  it('records a payment with the reference from SEQR’s support if it is not in use', async () => {
    const ersReference = await paidOrder();
    const order = await heldOrder(wrongReceipt({ ersReference }));
    for (const wrong of ['', '12', ersReference]) {
      expect(await decide(order, { action: 'record', ersReference: wrong })).toBe('reference');
    }
    expect(await decide(order, { action: 'record', ersReference: '77777777' })).toBe('recorded');
    expect(await order.row()).toMatchObject({ state: 'PAID', ersReference: '77777777', amount: 149_00 });
  });

  it('closes the order without a payment; a later payment counts as late', async () => {
    const order = await heldOrder({ kind: 'resultCode', resultCode: 54, operation: 'getPaymentStatus' });
    expect(await decide(order, { action: 'close' })).toBe('closed');
    expect(await order.read()).toMatchObject({ state: 'CANCELED', held: { isPaid: false, outcome: 'closed' } });
    expect(await order.stock()).toEqual({ stock: 5, reserved: 0, sold: 0 });
    await sandbox.behave();
    await order.notify();
    expect((await order.read()).state).toBe('PAID');
  });

  it('closes the order and keeps asking SEQR if it refuses to cancel the invoice', async () => {
    const order = await heldOrder({ kind: 'resultCode', resultCode: 54, operation: 'getPaymentStatus' });
    expect(await decide(order, { action: 'close' })).toBe('closed');
    const workNow = async () => {
      const [nextAt, askedAt] = [new Date(), null];
      await db().write((tx) => tx.outbox.updateMany({ where: { doneAt: null }, data: { nextAt } }));
      await db().write((tx) => tx.payment.update({ where: { id: order.paymentId }, data: { askedAt } }));
      await workOutbox('seqr');
    };
    await workNow();
    expect((await order.row()).state).toBe('CANCELED');
    await sandbox.behave();
    await workNow();
    expect((await order.row()).state).toBe('PAID');
  });

  it('records with a note that the money was settled elsewhere; it is not booked or listed again', async () => {
    const order = await heldOrder(wrongReceipt({ amount: '1.00' }));
    expect(await decide(order, { action: 'settle', note: ' ' })).toBe('note');
    expect(await decide(order, { action: 'settle', note: 'Paid back in cash' })).toBe('settled');
    expect(await order.read()).toMatchObject({ state: 'CANCELED', held: { outcome: 'settled' } });
    const event = await db().read.orderEvent.findFirstOrThrow({
      where: { orderId: order.orderId, kind: 'incident-ended' },
    });
    expect([event.actor, JSON.parse(event.data)]).toMatchObject(['Åsa', { note: 'Paid back in cash' }]);
    await order.notify();
    expect(await order.incidents()).toEqual([]);
    await sandbox.behave();
    await order.notify();
    expect(await incidentOf(order)).toMatchObject({ kind: 'settled-before', amount: { amount: 149_00 } });
    expect((await order.row()).state).toBe('CANCELED');
  });

  it('is listed again after it was settled if SEQR reports another wrong amount or reference', async () => {
    const usedReference = await paidOrder();
    const order = await heldOrder(wrongReceipt({ amount: '1.00', times: 1 }));
    await decide(order, { action: 'settle', note: 'Paid back in cash' });
    const answer = async (fault: object) => {
      await sandbox.misbehave({ ...wrongReceipt({ times: 1, ...fault }), invoiceReference: order.reference });
      await order.notify();
      return incidentOf(order);
    };
    expect(await answer({ amount: '2.00' })).toMatchObject({ kind: 'other-amount', amount: { amount: 2_00 } });
    expect(await decide(order, { action: 'settle', note: 'Paid back in cash' })).toBe('settled');
    expect(await answer({ ersReference: usedReference })).toMatchObject({
      kind: 'duplicate-reference',
      ersReference: usedReference,
    });
    // Its own reference is unknown, so it cannot be refunded.
    expect(await decide(order, { action: 'refund' })).toBe('refused');
  });

  it('is not refunded under a reference that another payment has taken meanwhile', async () => {
    const order = await heldOrder(wrongReceipt({ amount: '1.00' }));
    const { ersReference } = await incidentOf(order);
    const other = await seqrOrder();
    await db().write((tx) => tx.payment.updateMany({ where: { orderId: other.orderId }, data: { ersReference } }));
    expect(await decide(order, { action: 'refund' })).toBe('reference');
    expect(await order.row()).toMatchObject({ state: 'ISSUED', ersReference: null });
  });

  it('applies once, however often the form is sent, and only to unchanged facts', async () => {
    const order = await heldOrder(wrongReceipt({ amount: '1.00', times: 1 }));
    const { id, shown } = await incidentOf(order);
    const end = (form: object) => endIncidentByHand(signedIn(), { number: order.number, id }, { shown, ...form });
    await sandbox.misbehave({ ...wrongReceipt({ amount: '2.00', times: 1 }), invoiceReference: order.reference });
    await order.ask();
    expect(await end({ action: 'record' })).toBe('overtaken');
    const now = (await incidentOf(order)).shown;
    const twice = await Promise.all([1, 2].map(() => end({ action: 'record', shown: now })));
    expect(twice).toEqual(['recorded', 'recorded']);
    expect(await end({ action: 'settle', note: 'too late', shown: now })).toBe('overtaken');
    expect(await order.read()).toMatchObject({ state: 'PAID', total: { amount: 2_00 } });
    expect((await order.history()).filter((kind) => kind === 'incident-ended')).toHaveLength(1);
  });

  it('applies only to the order’s own incident and to known actions', async () => {
    const order = await heldOrder(wrongReceipt({ amount: '1.00' }));
    const { id, shown } = await incidentOf(order);
    expect(
      await endIncidentByHand(signedIn(), { number: order.number + 1, id }, { shown, action: 'record' }),
    ).toBeNull();
    expect(await decide(order, { action: 'explode' })).toBeNull();
  });
});

describe('an incident about a booked payment', () => {
  const by = { source: 'merchant', name: 'Åsa' } as const;

  async function bookedOrder(): Promise<SeqrOrder> {
    const order = await seqrOrder();
    await sandbox.pay(order.reference);
    await order.notify();
    return order;
  }

  async function reverse(order: SeqrOrder): Promise<void> {
    await sandbox.misbehave({ kind: 'status', status: 'CANCELED', invoiceReference: order.reference });
    await order.notify();
  }

  /** Reserves a refund's amount, without a call to SEQR. */
  async function reserveRefund({ orderId, paymentId }: SeqrOrder, amount: number): Promise<string> {
    const request = { orderId, paymentId, key: newKey(), amount: money(amount, 'SEK'), reason: '', by };
    const requested = await db().write((tx) => requestRefund(tx, request), orderId);
    if (!requested.ok) throw new Error(requested.reason);
    return requested.id;
  }

  it('is recorded as a refund if SEQR reversed the payment', async () => {
    const order = await bookedOrder();
    await reverse(order);
    expect(await incidentOf(order)).toMatchObject({ kind: 'contradicted', status: 'CANCELED' });
    expect(await decide(order, { action: 'record' })).toBe('recorded');
    expect((await order.read()).state).toBe('REFUNDED');
    await order.notify();
    expect(await order.incidents()).toEqual([]);
  });

  it.each([
    ['all of the payment', 149_00],
    ['a part of it', 40_00],
  ])('is not recorded while a refund of %s has no outcome', async (_, amount) => {
    const order = await bookedOrder();
    const refundId = await reserveRefund(order, amount);
    await reverse(order);
    expect(await decide(order, { action: 'record' })).toBe('open-refund');
    const lost = { state: 'UNKNOWN', failure: 'timeout' } as const;
    await db().write((tx) => settleRefund(tx, refundId, ['REQUESTED'], lost, by), order.orderId);
    expect(await decide(order, { action: 'record' })).toBe('open-refund');
    expect(await incidentOf(order)).toMatchObject({ kind: 'contradicted', actions: ['record', 'settle'] });
    expect(await db().read.refund.count({ where: { orderId: order.orderId } })).toBe(1);
    await settleRefundByHand(refundId, { done: false }, by);
    expect(await decide(order, { action: 'record' })).toBe('recorded');
    expect(await order.read()).toMatchObject({ state: 'REFUNDED' });
    expect(await order.row()).toMatchObject({ refunded: 149_00 });
  });

  it('is recorded for what is left if a part was refunded before', async () => {
    const order = await bookedOrder();
    const refundId = await reserveRefund(order, 40_00);
    const done = { state: 'DONE', ersReference: null } as const;
    await db().write((tx) => settleRefund(tx, refundId, ['REQUESTED'], done, by), order.orderId);
    await reverse(order);
    expect(await decide(order, { action: 'record' })).toBe('recorded');
    expect(await order.read()).toMatchObject({ state: 'REFUNDED' });
    const refunds = await db().read.refund.findMany({ where: { orderId: order.orderId }, orderBy: { amount: 'asc' } });
    expect(refunds).toMatchObject([{ amount: 40_00 }, { amount: 109_00, state: 'DONE' }]);
  });
});
