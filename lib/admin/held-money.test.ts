import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { db } from '../db/client';
import { workOutbox } from '../payments/outbox';
import { getPaymentStatus } from '../payments/payment-status';
import { retryPayment } from '../payments/retry-payment';
import { withdrawPayment } from '../payments/withdraw-payment';
import { seqr } from '../seqr/from-config';
import { signedIn } from '../testing/admin-session';
import { startRealSandbox } from '../testing/real-sandbox';
import { type SeqrOrder, seqrOrder } from '../testing/seqr-order';
import { useShopDatabase } from '../testing/shop-database';
import { cancelOrder } from './cancel-order';
import { changeOrder } from './change-order';
import { endIncidentByHand } from './end-incident';

// SEQR's wrong answers are the sandbox's, over HTTP: docs/sandbox.md, “Misbehaviour on demand”.

type Sandbox = Awaited<ReturnType<typeof startRealSandbox>>;
type Fault = Parameters<Sandbox['misbehave']>[0];
let sandbox: Sandbox;
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

describe('money that does not match', () => {
  it.each([
    ['of another amount', wrongReceipt({ amount: '1.00' }), 'other-amount', ['record', 'refund', 'settle']],
    ['in another currency', wrongReceipt({ currency: 'EUR' }), 'other-amount', ['refund', 'settle']],
    ['without a reference', wrongReceipt({ ersReference: 'none' }), 'no-reference', ['record', 'close', 'settle']],
    ['without a receipt', wrongReceipt({ missing: true }), 'no-receipt', ['record', 'refund', 'settle']],
    [
      'with another’s receipt',
      wrongReceipt({ receiptOf: '1400000000000' }),
      'other-receipt',
      ['record', 'close', 'settle'],
    ],
    ['with an unknown word', { kind: 'status', status: 'PARTIALLY_PAID' }, 'unknown-status', ['close', 'settle']],
    ['that SEQR does not know', { kind: 'resultCode', resultCode: 54 }, 'unknown-invoice', ['close', 'settle']],
  ])('%s is listed, not booked, and the buyer is told', async (_, fault, kind, actions) => {
    const order = await heldOrder({ operation: undefined, ...fault });
    expect(await incidentOf(order)).toMatchObject({ kind, actions, order: { number: order.number } });
    const { state, payment, held } = await order.read();
    expect([state, payment.state, payment.ersReference, held?.outcome]).toEqual(['PENDING', 'ISSUED', null, null]);
    expect((await getPaymentStatus(order.orderId))?.answer).toMatchObject({ held: true });
    expect(await order.history()).toEqual(['incident']);
    expect(await order.stock()).toEqual({ stock: 4, reserved: 1, sold: 0 });
  });

  it('with the reference of another order is an incident and no error, time after time', async () => {
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

  it('of an order that was changed meanwhile is held, and what is too much stays listed once it is recorded', async () => {
    const order = await seqrOrder({ quantity: 3 });
    const untold = { kind: 'resultCode', resultCode: 0, operation: 'updateInvoice', times: 1 };
    await sandbox.misbehave({ ...untold, invoiceReference: order.reference });
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

  it('is not paid again, canceled or changed by anybody until it is decided', async () => {
    const order = await heldOrder(wrongReceipt({ amount: '1.00' }));
    expect(await retryPayment(order.orderId, addresses)).toBe(false);
    expect(await withdrawPayment(order.orderId, 'CANCELED', 'buyer')).toBe('later');
    expect(await cancelOrder(signedIn(), order.number)).toBe('refused');
    expect((await order.read()).state).toBe('PENDING');
  });

  it('is booked by itself as soon as SEQR’s answer matches', async () => {
    const order = await heldOrder(wrongReceipt({ amount: '1.00', times: 1 }));
    await order.ask();
    expect(await order.incidents()).toEqual([]);
    expect(await order.read()).toMatchObject({ state: 'PAID', held: null });
    expect(await order.history()).toEqual(['incident', 'incident-ended']);
    expect(await order.row()).toMatchObject({ heldAt: null, nextCheckAt: null });
  });
});

describe('a person ends it', () => {
  it('by recording another amount: the order is lowered to what was paid, and says so', async () => {
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

  it('by recording more than is due: the rest is listed until it is refunded', async () => {
    const order = await heldOrder({ kind: 'payAmount', amount: '199.00' });
    expect(await decide(order, { action: 'record' })).toBe('recorded');
    expect(await order.read()).toMatchObject({
      state: 'PAID',
      total: { amount: 149_00 },
      received: { amount: 199_00 },
    });
    expect(await incidentOf(order)).toMatchObject({ kind: 'excess', amount: { amount: 50_00 } });
  });

  it('by refunding it: SEQR pays all of it back, and the order is closed', async () => {
    const order = await heldOrder({ kind: 'payAmount', amount: '140.00' });
    expect(await decide(order, { action: 'refund' })).toBe('refunded');
    await workOutbox('seqr');
    const refund = await db().read.refund.findFirstOrThrow({ where: { orderId: order.orderId } });
    expect(refund).toMatchObject({ state: 'DONE', amount: 140_00, key: `held:${order.paymentId}` });
    expect(await order.read()).toMatchObject({ state: 'CANCELED', held: { outcome: 'refunded' } });
    expect(await order.stock()).toEqual({ stock: 5, reserved: 0, sold: 0 });
    expect(await order.incidents()).toEqual([]);
  });

  it('by refunding another currency, which the order never takes', async () => {
    const order = await heldOrder(wrongReceipt({ currency: 'EUR' }));
    expect(await decide(order, { action: 'record' })).toBe('refused');
    expect(await decide(order, { action: 'refund' })).toBe('refunded');
    await workOutbox('seqr');
    expect(await order.row()).toMatchObject({ state: 'PAID', currency: 'EUR' });
    expect((await order.read()).state).toBe('CANCELED');
  });

  it('by recording a payment under the reference that SEQR’s support named, which must be free', async () => {
    const ersReference = await paidOrder();
    const order = await heldOrder(wrongReceipt({ ersReference }));
    for (const wrong of ['', '12', ersReference]) {
      expect(await decide(order, { action: 'record', ersReference: wrong })).toBe('reference');
    }
    expect(await decide(order, { action: 'record', ersReference: '77777777' })).toBe('recorded');
    expect(await order.row()).toMatchObject({ state: 'PAID', ersReference: '77777777', amount: 149_00 });
  });

  it('by closing the order without a payment; a payment that is found later counts as late', async () => {
    const order = await heldOrder({ kind: 'resultCode', resultCode: 54, operation: 'getPaymentStatus' });
    expect(await decide(order, { action: 'close' })).toBe('closed');
    expect(await order.read()).toMatchObject({ state: 'CANCELED', held: { isPaid: false, outcome: 'closed' } });
    expect(await order.stock()).toEqual({ stock: 5, reserved: 0, sold: 0 });
    await sandbox.behave();
    await order.notify();
    expect((await order.read()).state).toBe('PAID');
  });

  it('by settling it elsewhere, with a note; the same money is neither booked nor listed again', async () => {
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

  it('once, however often the form is sent, and not on facts that have changed', async () => {
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

  it('only one of that order’s, by an action that exists', async () => {
    const order = await heldOrder(wrongReceipt({ amount: '1.00' }));
    const { id, shown } = await incidentOf(order);
    expect(
      await endIncidentByHand(signedIn(), { number: order.number + 1, id }, { shown, action: 'record' }),
    ).toBeNull();
    expect(await decide(order, { action: 'explode' })).toBeNull();
  });
});

describe('an incident about a booked payment', () => {
  it('of which SEQR says that it was taken back is recorded as a refund', async () => {
    const order = await seqrOrder();
    await sandbox.pay(order.reference);
    await order.notify();
    await sandbox.misbehave({ kind: 'status', status: 'CANCELED', invoiceReference: order.reference });
    await order.notify();
    expect(await incidentOf(order)).toMatchObject({ kind: 'contradicted', status: 'CANCELED' });
    expect(await decide(order, { action: 'record' })).toBe('recorded');
    expect((await order.read()).state).toBe('REFUNDED');
    await order.notify();
    expect(await order.incidents()).toEqual([]);
  });
});
