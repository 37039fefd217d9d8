import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { db } from '../db/client';
import { newKey } from '../ids';
import { log } from '../log';
import { forgetGlobal } from '../process-global';
import { seqr } from '../seqr/from-config';
import { configure } from '../testing/configure';
import { addPaidOrder } from '../testing/order-rows';
import type { ScriptedSeqr } from '../testing/scripted-seqr';
import { openScriptedShop } from '../testing/scripted-shop';
import { answerOf } from '../testing/test-service';
import { refundHeldPayment, refundLatePayment } from './refund-late-payment';

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

/** An order that was closed before its payment of 100.00 arrived. */
async function expiredOrder(): Promise<string> {
  const id = await addPaidOrder(newKey(), 100_00);
  await db().write((tx) => tx.order.update({ where: { id }, data: { state: 'EXPIRED' } }));
  return id;
}

it('refunds a late payment only once, even if called concurrently and again later; the order stays closed', async () => {
  const id = await expiredOrder();
  const before = service.count('refundPayment');
  await Promise.all([refundLatePayment(id), refundLatePayment(id)]);
  await refundLatePayment(id);
  expect(service.count('refundPayment')).toBe(before + 1);
  expect(await refundsOf(id)).toMatchObject([{ state: 'DONE', amount: 100_00 }]);
  const { state, payments } = await db().read.order.findUniqueOrThrow({ where: { id }, include: { payments: true } });
  expect({ state, refunded: payments.map(({ refunded }) => refunded) }).toEqual({
    state: 'EXPIRED',
    refunded: [100_00],
  });
});

it('a late refund is retried while SEQR cannot be reached, and its request and its failure are recorded once', async () => {
  const id = await expiredOrder();
  const callSeqrAt = (endpoint: string) => {
    seqr().close();
    forgetGlobal('seqr');
    configure({ SEQR_WSDL_URL: `${endpoint}?wsdl` });
  };
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
