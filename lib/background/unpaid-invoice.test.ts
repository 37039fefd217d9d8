import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { config } from '../config';
import { db } from '../db/client';
import { handleNotification } from '../payments/handle-notification';
import { seqr } from '../seqr/from-config';
import { issuedOrder } from '../testing/issued-order';
import { startRealSandbox } from '../testing/real-sandbox';
import { addProducts, openShopDatabase, stockOf } from '../testing/shop-database';
import { workOutbox } from './effects';
import { runWatcherRound } from './payment-watcher';

// Uses a sandbox in its own process. The tests move the clocks of shop and sandbox.

let sandbox: Awaited<ReturnType<typeof startRealSandbox>>;
let close: () => Promise<void>;
/** Nothing listens here, so no notification arrives on its own. */
const addresses = { forSeqr: 'http://127.0.0.1:9', forBuyer: 'http://shop.test' };

beforeAll(async () => {
  close = await openShopDatabase();
  sandbox = await startRealSandbox();
  vi.useFakeTimers({ toFake: ['Date', 'performance'] });
}, 60_000);
afterAll(async () => {
  vi.useRealTimers();
  seqr().close();
  await sandbox.stop();
  await close();
});

let serial = 0;
async function newProduct(stock = 5): Promise<string> {
  const slug = `w${serial++}`;
  await addProducts([{ slug, stock }]);
  return slug;
}

const issued = async (slug?: string) => issuedOrder(slug ?? (await newProduct()), addresses);

/** One round handles at most 50. */
async function sendDueMails() {
  const isDue = { kind: { startsWith: 'mail-' }, nextAt: { lte: new Date() } };
  while ((await db().read.outbox.count({ where: isDue })) > 0) await workOutbox('mail');
}

describe('an unpaid invoice', () => {
  /** Makes a payment that the payer confirms although SEQR has reported its invoice as cancelled. */
  async function payAfterCancellation(stock: number) {
    const payment = await issued(await newProduct(stock));
    const { reference } = payment;
    await sandbox.misbehave({
      kind: 'resultCode',
      resultCode: 95,
      operation: 'cancelInvoice',
      invoiceReference: reference,
    });
    await sandbox.passTime(config().paymentTimeoutSeconds);
    await runWatcherRound();
    expect(await payment.states()).toEqual(['EXPIRED', 'EXPIRED']);
    await sandbox.pay(reference);
    return payment;
  }

  it('is cancelled within one interval after PAYMENT_TIMEOUT, and its stock is released', async () => {
    const payment = await issued();
    await sandbox.passTime(config().paymentTimeoutSeconds - 1);
    await runWatcherRound();
    expect(await payment.states()).toEqual(['PENDING', 'ISSUED']);
    expect(await stockOf(payment.slug)).toEqual({ stock: 4, reserved: 1, sold: 0 });
    await sandbox.passTime(8);
    await runWatcherRound();
    expect(await payment.states()).toEqual(['EXPIRED', 'EXPIRED']);
    expect(await stockOf(payment.slug)).toEqual({ stock: 5, reserved: 0, sold: 0 });
    expect(await sandbox.read(payment.reference)).toMatchObject({ status: 'CANCELED', closedBy: 'MERCHANT' });
    await expect(sandbox.pay(payment.reference)).rejects.toThrow('409');
  });

  it('is booked if it is paid at the last moment', async () => {
    const payment = await issued();
    await sandbox.passTime(config().paymentTimeoutSeconds);
    await sandbox.pay(payment.reference);
    await runWatcherRound();
    expect(await payment.states()).toEqual(['PAID', 'PAID']);
    expect(await stockOf(payment.slug)).toEqual({ stock: 4, reserved: 0, sold: 1 });
  });

  it('is booked if it is paid after its timeout and the stock is still available', async () => {
    const { orderId, reference, slug, states } = await payAfterCancellation(1);
    await handleNotification(reference, orderId);
    expect(await states()).toEqual(['PAID', 'PAID']);
    expect(await stockOf(slug)).toEqual({ stock: 0, reserved: 0, sold: 1 });
    await sendDueMails();
    expect(await db().read.mail.findMany({ where: { orderId, kind: { not: 'new-order' } } })).toMatchObject([
      { kind: 'receipt' },
    ]);
  });

  it('is refunded if it is paid after its timeout and the stock is sold; the buyer gets a mail', async () => {
    const { orderId, reference, slug, states } = await payAfterCancellation(1);
    const other = await issued(slug);
    await handleNotification(reference, orderId);
    await runWatcherRound();
    expect(await states()).toEqual(['EXPIRED', 'PAID']);
    expect(await other.states()).toEqual(['PENDING', 'ISSUED']);
    const { amount } = await db().read.payment.findFirstOrThrow({ where: { orderId } });
    expect(await db().read.refund.findMany({ where: { orderId } })).toMatchObject([{ state: 'DONE', amount }]);
    await sendDueMails();
    const [mail, ...more] = await db().read.mail.findMany({ where: { orderId, kind: { not: 'new-order' } } });
    expect(more).toEqual([]);
    expect(mail?.subject).toMatch(/^Your payment for order T-\d+ has been refunded$/);
  });
});
