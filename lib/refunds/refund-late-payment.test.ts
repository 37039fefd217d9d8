import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { workOutbox } from '../background/effects';
import { now, secondsAfter } from '../clock';
import { db } from '../db/client';
import { newKey } from '../ids';
import { log } from '../log';
import { money } from '../money';
import { enqueue } from '../outbox/enqueue';
import { forgetGlobal } from '../process-global';
import { seqr } from '../seqr/from-config';
import { SeqrError } from '../seqr/seqr-error';
import { configure } from '../testing/configure';
import { addPaidOrder } from '../testing/order-rows';
import type { ScriptedSeqr } from '../testing/scripted-seqr';
import { openScriptedShop } from '../testing/scripted-shop';
import { answerOf } from '../testing/test-service';
import { markLostRefunds } from './mark-lost-refunds';
import { refundHeldPayment, refundLatePayment } from './refund-late-payment';
import { refundPayment } from './refund-payment';

let service: ScriptedSeqr;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ service, close } = await openScriptedShop(5));
});
afterAll(() => close());
afterEach(() => vi.restoreAllMocks());

const refundsOf = (orderId: string) => db().read.refund.findMany({ where: { orderId } });

it.each([
  ['a late payment', refundLatePayment, 'LATE', 'The order was already closed or paid when the payment arrived.'],
  ['a held payment', refundHeldPayment, 'MISMATCH', 'The payment did not match the order.'],
])('refunds %s once, wholly and with its cause', async (_what, refund, cause, reason) => {
  const id = await addPaidOrder(newKey(), 100_00);
  await refund(id);
  await refund(id);
  const row = { state: 'DONE', amount: 100_00, currency: 'SEK', source: 'shop', cause, reason };
  expect(await refundsOf(id)).toMatchObject([row]);
});

it('leaves a refund that SEQR refuses to a person, and does not repeat it', async () => {
  const error = vi.spyOn(log, 'error').mockImplementation(() => {});
  const id = await addPaidOrder(newKey(), 100_00);
  service.instead.set('refundPayment', (response) =>
    response.end(answerOf('refundPayment', '<resultCode>49</resultCode>')),
  );
  await refundLatePayment(id);
  const [refund] = await refundsOf(id);
  expect(refund).toMatchObject({ state: 'REFUSED', failure: expect.stringMatching(/^[A-Z_]+$/) });
  const details = { refundId: refund?.id, state: 'REFUSED', failure: refund?.failure };
  expect(error.mock.calls).toEqual([[details, 'refund: SEQR did not confirm it']]);
  const before = service.count('refundPayment');
  await refundLatePayment(id);
  expect(service.count('refundPayment')).toBe(before);
});

it('logs that the shop refuses the refund of money that is already refunded', async () => {
  const error = vi.spyOn(log, 'error').mockImplementation(() => {});
  const id = await addPaidOrder(newKey(), 100_00);
  await db().write((tx) => tx.payment.update({ where: { id }, data: { refunded: 1_00 } }));
  await refundLatePayment(id);
  expect(error.mock.calls).toEqual([
    [{ paymentId: id, reason: 'too-much' }, expect.stringContaining('needs manual action')],
  ]);
  expect(await refundsOf(id)).toEqual([]);
});

it('the refund of a duplicate that a process with a fast clock booked leaves the order paid, and credits no VAT', async () => {
  const id = await addPaidOrder(newKey(), 100_00);
  const paidAt = secondsAfter(now(), 1);
  const sold = { kind: 'PRODUCT' as const, name: 'A', quantity: 1, unitPrice: 100_00, vatRate: 25_00, total: 100_00 };
  const facts = { attempt: 2, state: 'PAID' as const, amount: 100_00, currency: 'SEK', ersReference: newKey() };
  const late = await db().write(async (tx) => {
    await tx.orderLine.create({ data: { orderId: id, position: 0, ...sold } });
    const times = { createdAt: paidAt, paidAt, expiresAt: paidAt };
    return tx.payment.create({ data: { id: newKey(), orderId: id, ...facts, ...times } });
  });
  await refundLatePayment(late.id);
  const [refund] = await db().read.refund.findMany({
    where: { orderId: id },
    include: { creditNote: { include: { vat: true } } },
  });
  expect(refund).toMatchObject({ state: 'DONE', creditNote: { vat: [] } });
  expect(refund?.createdAt.getTime()).toBeGreaterThanOrEqual(paidAt.getTime());
  expect(await db().read.order.findUnique({ where: { id } })).toMatchObject({ state: 'PAID', keeps: null });
  expect(await db().read.incident.findMany({ where: { orderId: id } })).toEqual([]);
});

/** An order that was closed before its payment of 100.00 arrived. */
async function expiredOrder(): Promise<string> {
  const id = await addPaidOrder(newKey(), 100_00);
  await db().write((tx) => tx.order.update({ where: { id }, data: { state: 'EXPIRED' } }));
  return id;
}

it('refunds a late payment only once, even if called concurrently and again later; the order stays closed', async () => {
  const id = await expiredOrder();
  const before = service.count('refundPayment');
  // The one that comes second throws while the first is in progress, so that the outbox repeats it.
  await Promise.allSettled([refundLatePayment(id), refundLatePayment(id)]);
  await refundLatePayment(id);
  expect(service.count('refundPayment')).toBe(before + 1);
  expect(await refundsOf(id)).toMatchObject([{ state: 'DONE', amount: 100_00 }]);
  const { state, payments } = await db().read.order.findUniqueOrThrow({ where: { id }, include: { payments: true } });
  expect({ state, refunded: payments.map(({ refunded }) => refunded) }).toEqual({
    state: 'EXPIRED',
    refunded: [100_00],
  });
});

const makeDue = (subjectId: string) =>
  db().write((tx) => tx.outbox.updateMany({ where: { subjectId, doneAt: null }, data: { nextAt: now() } }));

function callSeqrAt(endpoint: string) {
  seqr().close();
  forgetGlobal('seqr');
  configure({ SEQR_WSDL_URL: `${endpoint}?wsdl` });
}

it('a late refund is retried while SEQR cannot be reached, and its request and its failure are recorded once', async () => {
  const id = await expiredOrder();
  callSeqrAt('http://127.0.0.1:9/soap');
  try {
    for (const _ of [1, 2, 3]) await expect(refundLatePayment(id)).rejects.toThrow('reached');
    const events = await db().read.orderEvent.findMany({ where: { orderId: id }, orderBy: { id: 'asc' } });
    expect(events.map(({ kind }) => kind)).toEqual(['refund-requested', 'refund-refused']);
    expect(await db().read.payment.findUniqueOrThrow({ where: { id } })).toMatchObject({ refunded: 0 });
  } finally {
    callSeqrAt(service.endpoint);
  }
  await refundLatePayment(id);
  expect(await refundsOf(id)).toMatchObject([{ state: 'DONE' }]);
  expect(await db().read.payment.findUniqueOrThrow({ where: { id } })).toMatchObject({ refunded: 100_00 });
});

it('is no excess while it waits for SEQR, even if a person’s refund could not be sent either, and is made once', async () => {
  const id = await expiredOrder();
  const before = service.count('refundPayment');
  await db().write((tx) => enqueue(tx, 'refund-late-payment', id));
  callSeqrAt('http://127.0.0.1:9/soap');
  try {
    await workOutbox('seqr');
    const refund = { orderId: id, paymentId: id, amount: money(100_00, 'SEK'), reason: 'Too late', key: newKey() };
    const byHand = await refundPayment({ ...refund, by: { source: 'merchant', name: 'Åsa' } });
    expect(byHand).toMatchObject({ state: 'REFUSED', failure: 'unreachable' });
    expect(await db().read.incident.findMany({ where: { orderId: id } })).toEqual([]);
  } finally {
    callSeqrAt(service.endpoint);
  }
  await makeDue(id);
  await workOutbox('seqr');
  expect(service.count('refundPayment')).toBe(before + 1);
  expect((await refundsOf(id)).map(({ source, state }) => [source, state]).toSorted()).toEqual([
    ['merchant', 'REFUSED'],
    ['shop', 'DONE'],
  ]);
  expect(await db().read.incident.findMany({ where: { orderId: id } })).toEqual([]);
});

/** Holds the next call to SEQR until `fail`, which reports that SEQR was never reached. */
function holdCall() {
  let fail = () => {};
  let begin = () => {};
  const begun = new Promise<void>((resolve) => (begin = resolve));
  vi.spyOn(seqr(), 'refundPayment').mockImplementationOnce(
    () =>
      new Promise((_, reject) => {
        fail = () => reject(new SeqrError({ operation: 'refundPayment', kind: 'unreachable', reason: 'refused' }));
        begin();
      }),
  );
  return { begun, fail: () => fail() };
}

it('is retried if another process took over the lease while the first was failing to reach SEQR', async () => {
  const id = await expiredOrder();
  await db().write((tx) => enqueue(tx, 'refund-late-payment', id));
  const call = holdCall();
  const first = workOutbox('seqr');
  await call.begun;
  await makeDue(id);
  await workOutbox('seqr');
  call.fail();
  await first;
  expect(await refundsOf(id)).toMatchObject([{ state: 'REFUSED' }]);
  await makeDue(id);
  await workOutbox('seqr');
  expect(await refundsOf(id)).toMatchObject([{ state: 'DONE' }]);
});

it('is listed for a person if it was marked UNKNOWN before the shop learned that SEQR was unreachable', async () => {
  const id = await expiredOrder();
  const call = holdCall();
  const refund = refundLatePayment(id);
  await call.begun;
  await db().write((tx) => tx.refund.updateMany({ where: { orderId: id }, data: { createdAt: new Date(0) } }));
  await markLostRefunds();
  expect(await refundsOf(id)).toMatchObject([{ state: 'UNKNOWN' }]);
  call.fail();
  await expect(refund).rejects.toThrow('reached');
  expect(await refundsOf(id)).toMatchObject([{ state: 'REFUSED' }]);
  expect(await db().read.incident.findMany({ where: { orderId: id } })).toMatchObject([
    { kind: 'excess', endedAt: null },
  ]);
});
