import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { listAttention } from '../admin/list-attention';
import { startOutbox, workOutbox } from '../background/effects';
import { runWatcherRound, startWatcher } from '../background/payment-watcher';
import { db } from '../db/client';
import { isDuplicate } from '../db/database-failure';
import { getOrder } from '../orders/get-order';
import { handleNotification } from '../payments/handle-notification';
import { MAX_ATTEMPTS, retryPayment } from '../payments/retry-payment';
import { noteNotifications, notificationsArrive } from '../payments/schedule';
import { syncPayment } from '../payments/sync-payment';
import { signedIn } from '../testing/admin-session';
import { addresses, eventsOf, incidentsOf, issued, newCheckout, place, rewind } from '../testing/checkouts';
import type { ScriptedSeqr } from '../testing/scripted-seqr';
import { openScriptedShop } from '../testing/scripted-shop';
import { stockOf } from '../testing/shop-database';
import { answerOf, success } from '../testing/test-service';
import { placeOrder } from './place-order';

let service: ScriptedSeqr;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ service, close } = await openScriptedShop());
});
afterAll(() => close());
beforeEach(() => noteNotifications(false));

describe('a checkout', () => {
  it('sends one invoice for concurrent submissions with the same key', async () => {
    const before = service.count('sendInvoice');
    const checkout = await newCheckout();
    const orders = await Promise.all(Array.from({ length: 20 }, () => place(checkout)));
    expect(service.count('sendInvoice')).toBe(before + 1);
    expect(new Set(orders.map((order) => `${order.orderId} ${order.invoiceReference}`)).size).toBe(1);
    expect(orders.filter((order) => order.created)).toHaveLength(1);
    expect(await stockOf(checkout.items[0]?.slug ?? '')).toEqual({ stock: 4, reserved: 1, sold: 0 });
  });

  it('rejects another address with a used key', async () => {
    const checkout = await newCheckout();
    const { orderId } = await place(checkout);
    const other = { ...checkout, customer: { ...checkout.customer, address: 'elsewhere' } };
    expect(await placeOrder(other, { visitorId: 'visitor', clientAddress: null }, addresses)).toMatchObject({
      ok: false,
      reason: 'key-reused',
      earlier: { orderId, paymentMethod: 'seqr' },
    });
  });

  it('marks the attempt UNKNOWN if the answer is lost, never shows its code, and allows a retry', async () => {
    service.instead.set('sendInvoice', (response) => response.destroy());
    const { orderId, invoiceReference, invoiceQRCode } = await place(await newCheckout());
    expect([invoiceReference, invoiceQRCode]).toEqual([null, null]);
    expect((await getOrder(orderId))?.payment).toMatchObject({ state: 'UNKNOWN', invoiceReference: null });
    expect(await retryPayment(orderId, addresses)).toBe(true);
    expect((await getOrder(orderId))?.payment).toMatchObject({ state: 'ISSUED', attempt: 2 });
    expect(await retryPayment(orderId, addresses)).toBe(false);
  });

  it('hides another order’s invoice, names that order to the merchant, and allows a retry', async () => {
    const first = await issued();
    service.instead.set('sendInvoice', (response) => {
      const code = `<invoiceQRCode>HTTP://SEQR.SE/R${first.reference}</invoiceQRCode>`;
      const invoice = `${code}<invoiceReference>${first.reference}</invoiceReference>`;
      response.end(answerOf('sendInvoice', success + invoice));
    });
    const { orderId, invoiceReference, invoiceQRCode } = await place(await newCheckout());
    expect([invoiceReference, invoiceQRCode]).toEqual([null, null]);
    const failure = `duplicate-invoice: ${(await first.read()).number}`;
    expect((await getOrder(orderId))?.payment).toMatchObject({ state: 'UNKNOWN', failure });
    expect(await listAttention(signedIn())).toContainEqual(
      expect.objectContaining({ kind: 'payment-failed', detail: failure }),
    );
    expect(service.count(`cancelInvoice ${first.reference}`)).toBe(0);
    expect(await retryPayment(orderId, addresses)).toBe(true);
    expect((await getOrder(orderId))?.payment).toMatchObject({ state: 'ISSUED', attempt: 2 });
  });

  it('passes on the database’s error if another row than the payment is a duplicate', async () => {
    const newest = await db().read.paymentEvent.findFirst({ orderBy: { id: 'desc' } });
    const later = `"id" > ${newest?.id ?? 0}`;
    const create = `CREATE UNIQUE INDEX "oneEvent" ON "PaymentEvent" ("paymentId") WHERE ${later}`;
    await db().write((tx) => tx.$executeRawUnsafe(create));
    try {
      const failure = await place(await newCheckout()).catch((error: unknown) => error);
      expect(isDuplicate(failure)).toBe(true);
    } finally {
      await db().write((tx) => tx.$executeRaw`DROP INDEX "oneEvent"`);
    }
  });

  it('refuses a retry after the highest number of attempts', async () => {
    const refuse = () =>
      service.instead.set('sendInvoice', (response) => {
        response.statusCode = 400;
        response.end('no');
      });
    refuse();
    const { orderId } = await place(await newCheckout());
    for (let attempt = 2; attempt <= MAX_ATTEMPTS; attempt++) {
      refuse();
      expect(await retryPayment(orderId, addresses)).toBe(true);
    }
    expect(await retryPayment(orderId, addresses)).toBe(false);
    expect((await getOrder(orderId))?.payment).toMatchObject({ attempt: MAX_ATTEMPTS });
  });

  it('marks the attempt FAILED if SEQR refuses the invoice', async () => {
    service.instead.set('sendInvoice', (response) => {
      response.statusCode = 400;
      response.end('no');
    });
    const { orderId } = await place(await newCheckout());
    expect((await getOrder(orderId))?.payment).toMatchObject({ state: 'FAILED', failure: 'http' });
  });
});

describe('a payment', () => {
  it('is booked once, and its receipt sent to SEQR once, for any number of notifications', async () => {
    const { orderId, slug, reference, read, paymentId } = await issued();
    service.set(reference, { status: 'PAID' });
    const started = performance.now();
    await Promise.all(Array.from({ length: 50 }, () => handleNotification(reference, orderId)));
    // SEQR may be asked once a second, and on a busy machine fifty notifications take longer.
    const seconds = Math.floor((performance.now() - started) / 1000);
    const queryCount = service.count(`getPaymentStatus ${reference}`);
    expect(queryCount).toBeGreaterThanOrEqual(1);
    expect(queryCount).toBeLessThanOrEqual(1 + seconds);
    expect(await read()).toMatchObject({ state: 'PAID', payment: { state: 'PAID', version: 1 } });
    expect((await read()).payment.ersReference).toMatch(/^\d{25}$/);
    expect(await stockOf(slug)).toEqual({ stock: 4, reserved: 0, sold: 1 });
    const before = service.count('submitPaymentReceipt');
    await Promise.all([runWatcherRound(), runWatcherRound()]);
    await runWatcherRound();
    expect(service.count('submitPaymentReceipt')).toBe(before + 1);
    expect((await eventsOf(paymentId)).map((event) => event.toState)).toEqual(['CREATED', 'ISSUED', 'PAID']);
  });

  it('is found by the watcher if no notification arrives; the watcher then polls more often', async () => {
    await noteNotifications(true);
    const { reference, read, paymentId } = await issued();
    service.set(reference, { status: 'PAID' });
    await runWatcherRound();
    expect((await read()).state).toBe('PENDING');
    await rewind(paymentId, 60_000);
    await runWatcherRound();
    expect((await read()).state).toBe('PAID');
    expect(notificationsArrive()).toBe(false);
  });

  it('is checked again a second later if a notification arrives right after an answer', async () => {
    const { orderId, reference, read, paymentId } = await issued();
    await syncPayment(paymentId, 'page');
    service.set(reference, { status: 'PAID' });
    await handleNotification(reference, orderId);
    expect(service.count(`getPaymentStatus ${reference}`)).toBe(1);
    await rewind(paymentId, 1_000);
    await runWatcherRound();
    expect((await read()).state).toBe('PAID');
  });

  it.each([
    ['with another amount', { status: 'PAID', total: '<currency>SEK</currency><value>1.00</value>' }],
    ['with another currency', { status: 'PAID', total: '<currency>EUR</currency><value>149.00</value>' }],
    ['that is partial', { status: 'PARTIALLY_PAID' }],
    ['with an unknown status', { status: 'HALF_AND_HALF' }],
  ])('%s stays open and needs manual action', async (_, change) => {
    const { orderId, reference, read, paymentId } = await issued();
    service.set(reference, change);
    await syncPayment(paymentId, 'page');
    const { state, payment } = await read();
    expect([state, payment.state, payment.ersReference]).toEqual(['PENDING', 'ISSUED', null]);
    expect(await incidentsOf(orderId)).toHaveLength(1);
  });

  it.each(['unknown', '1400000000000\n', '', '9'.repeat(500)])('ignores a notification for %j', async (text) => {
    const before = service.calls.length;
    await handleNotification(text, null);
    expect(service.calls.length).toBe(before);
  });

  it('is not checked for a notification about another order', async () => {
    const [mine, other] = [await issued(), await issued()];
    await handleNotification(mine.reference, other.orderId);
    expect(service.count(`getPaymentStatus ${mine.reference}`)).toBe(0);
  });

  it('stays open during SEQR errors and is booked afterwards', async () => {
    const { reference, read, paymentId } = await issued();
    service.set(reference, { status: 'PAID' });
    for (const status of [500, 503]) {
      service.instead.set('getPaymentStatus', (response) => {
        response.statusCode = status;
        response.end('<html>busy</html>');
      });
      await syncPayment(paymentId, 'page');
      expect((await read()).payment.state).toBe('ISSUED');
      await rewind(paymentId, 2_000);
    }
    await runWatcherRound();
    expect((await read()).state).toBe('PAID');
  });
});

describe('a booked payment', () => {
  it('stays PAID if SEQR reverses it, and needs manual action', async () => {
    const { reference, orderId, read, paymentId } = await issued();
    service.set(reference, { status: 'PAID' });
    await handleNotification(reference, orderId);
    service.set(reference, { status: 'CANCELED' });
    await rewind(paymentId, 2_000);
    await handleNotification(reference, orderId);
    expect(await read()).toMatchObject({ state: 'PAID', payment: { state: 'PAID' } });
    expect(await incidentsOf(orderId)).toMatchObject([{ kind: 'contradicted', status: 'CANCELED' }]);
  });

  it('makes SEQR notify again if the check failed', async () => {
    const { reference, orderId, paymentId } = await issued();
    service.set(reference, { status: 'PAID' });
    expect(await handleNotification(reference, orderId)).toBe(true);
    service.set(reference, { status: 'CANCELED' });
    await rewind(paymentId, 2_000);
    service.instead.set('getPaymentStatus', (response) => response.destroy());
    expect(await handleNotification(reference, orderId)).toBe(false);
    await rewind(paymentId, 2_000);
    expect(await handleNotification(reference, orderId)).toBe(true);
    expect(await incidentsOf(orderId)).toMatchObject([{ kind: 'contradicted', status: 'CANCELED' }]);
  });

  it('sends no receipt document after SEQR reversed it, and needs manual action', async () => {
    await workOutbox('seqr');
    const { reference, orderId, read, paymentId } = await issued();
    service.set(reference, { status: 'PAID' });
    await handleNotification(reference, orderId);
    service.set(reference, { status: 'CANCELED' });
    await rewind(paymentId, 2_000);
    service.instead.set('submitPaymentReceipt', (response) =>
      response.end(answerOf('submitPaymentReceipt', '<resultCode>55</resultCode>')),
    );
    await workOutbox('seqr');
    expect((await read()).state).toBe('PAID');
    expect(await incidentsOf(orderId)).toMatchObject([{ kind: 'contradicted', status: 'CANCELED' }]);
    const row = await db().read.outbox.findUniqueOrThrow({ where: { key: `submit-receipt:${paymentId}` } });
    expect(row).toMatchObject({ doneAt: expect.any(Date), nextAt: null });
  });

  it('is not checked again because of an older answer', async () => {
    const { reference, orderId, read, paymentId } = await issued();
    service.set(reference, { status: 'PAID' });
    await handleNotification(reference, orderId);
    service.set(reference, { status: 'ISSUED' });
    await rewind(paymentId, 2_000);
    await handleNotification(reference, orderId);
    expect(await read()).toMatchObject({ state: 'PAID', payment: { state: 'PAID' } });
    expect(await incidentsOf(orderId)).toEqual([]);
    await rewind(paymentId, 20_000);
    const queryCount = service.count(`getPaymentStatus ${reference}`);
    await runWatcherRound();
    expect(service.count(`getPaymentStatus ${reference}`)).toBe(queryCount);
  });

  it('is not delayed while SEQR does not answer other payments’ receipts', async () => {
    const first = await issued();
    service.set(first.reference, { status: 'PAID' });
    const silence = new Promise<() => void>((resolve) => {
      service.instead.set('submitPaymentReceipt', (response) =>
        resolve(() => response.end(answerOf('submitPaymentReceipt', success))),
      );
    });
    const [watcher, outbox] = [startWatcher(), startOutbox()];
    const { reference, paymentId, read } = await issued();
    service.set(reference, { status: 'PAID' });
    await handleNotification(first.reference, first.orderId);
    const speak = await silence;
    await rewind(paymentId, 10_000);
    await vi.waitFor(async () => expect((await read()).state).toBe('PAID'), { timeout: 5_000 });
    speak();
    await Promise.all([watcher.stop(), outbox.stop()]);
  });
});

describe('the history', () => {
  it('cannot be changed or deleted', async () => {
    const { paymentId } = await issued();
    const where = { paymentId };
    await expect(
      db().write((tx) => tx.paymentEvent.updateMany({ where, data: { toState: 'PAID' } })),
    ).rejects.toThrow();
    await expect(db().write((tx) => tx.paymentEvent.deleteMany({ where }))).rejects.toThrow();
    expect(await eventsOf(paymentId)).toHaveLength(2);
  });
});
