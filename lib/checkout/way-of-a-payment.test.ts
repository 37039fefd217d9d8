import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { listIncidents } from '../admin/view-incident';
import { db, type Tx } from '../db/client';
import { newUuid } from '../ids';
import { getOrder } from '../orders/get-order';
import { enqueue } from '../payments/enqueue';
import { movePayment } from '../payments/move-payment';
import { handleNotification } from '../payments/notify';
import { openAttempt } from '../payments/open-attempt';
import { workOutbox } from '../payments/outbox';
import { retryPayment } from '../payments/retry-payment';
import { noteNotifications, notificationsArrive } from '../payments/schedule';
import { syncPayment } from '../payments/sync-payment';
import { runWatcherRound, startWatcher } from '../payments/watcher';
import { withdrawPayment } from '../payments/withdraw-payment';
import { seqr } from '../seqr/from-config';
import { answerOf, success } from '../seqr/test-service';
import { signedIn } from '../testing/admin-session';
import { configure } from '../testing/configure';
import { type ScriptedSeqr, startScriptedSeqr } from '../testing/scripted-seqr';
import { addProducts, stockOf, useShopDatabase } from '../testing/shop-database';
import { type PlacedOrder, placeOrder } from './place-order';

let service: ScriptedSeqr;
let close: () => Promise<void>;
const addresses = { forSeqr: 'http://shop.test', forBuyer: 'http://shop.test' };

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
beforeEach(() => noteNotifications(false));

let serial = 0;
async function newCheckout(stock = 5) {
  const slug = `p${serial++}`;
  await addProducts([{ slug, stock }]);
  return {
    items: [{ slug, quantity: 1 }],
    customer: {
      name: 'Å',
      email: 'a@b.se',
      address: 'x',
      postalCode: '12345',
      city: 'y',
      country: 'SE' as const,
    },
    delivery: 'standard' as const,
    paymentMethod: 'seqr' as const,
    checkoutKey: newUuid(),
    language: 'en' as const,
  };
}
type Checkout = Awaited<ReturnType<typeof newCheckout>>;

async function place(checkout: Checkout): Promise<PlacedOrder> {
  const result = await placeOrder(checkout, { visitorId: 'visitor', clientAddress: null }, addresses);
  if (!result.ok) throw new Error(result.reason);
  return result.order;
}

/** An order whose invoice is out, with what a test wants to know of it. */
async function issued() {
  const checkout = await newCheckout();
  const { orderId, invoiceReference } = await place(checkout);
  if (invoiceReference === null) throw new Error('no invoice');
  const read = async () => {
    const order = await getOrder(orderId);
    if (!order?.payment) throw new Error('no payment');
    return { ...order, payment: order.payment };
  };
  const slug = checkout.items[0]?.slug ?? '';
  return { orderId, slug, reference: invoiceReference, read, paymentId: (await read()).payment.id };
}

async function incidentsOf(orderId: string) {
  const { number } = await db().read.order.findUniqueOrThrow({ where: { id: orderId } });
  return listIncidents(signedIn(), { number });
}

const eventsOf = (paymentId: string) =>
  db().read.paymentEvent.findMany({ where: { paymentId }, orderBy: { id: 'asc' } });
/** Time is moved in the database, as if that long had passed since. */
const rewind = (id: string, ms: number) =>
  db().write(async (tx) => {
    const row = await tx.payment.findUniqueOrThrow({ where: { id } });
    const back = (date: Date | null) => (date ? new Date(date.getTime() - ms) : null);
    const expiresAt = new Date(row.expiresAt.getTime() - ms);
    await tx.payment.update({
      where: { id },
      data: {
        askedAt: back(row.askedAt),
        nextCheckAt: back(row.nextCheckAt),
        createdAt: back(row.createdAt) ?? row.createdAt,
        expiresAt,
      },
    });
    await tx.order.update({ where: { id: row.orderId }, data: { expiresAt } });
  });

describe('a checkout', () => {
  it('sends one invoice, however many submissions of one key arrive at once', async () => {
    const before = service.count('sendInvoice');
    const checkout = await newCheckout();
    const orders = await Promise.all(Array.from({ length: 20 }, () => place(checkout)));
    expect(service.count('sendInvoice')).toBe(before + 1);
    expect(new Set(orders.map((order) => `${order.orderId} ${order.invoiceReference}`)).size).toBe(1);
    expect(orders.filter((order) => order.created)).toHaveLength(1);
    expect(await stockOf(checkout.items[0]?.slug ?? '')).toEqual({ stock: 4, reserved: 1, sold: 0 });
  });

  it('does not take another address under a key that has ordered', async () => {
    const checkout = await newCheckout();
    const { orderId } = await place(checkout);
    const other = { ...checkout, customer: { ...checkout.customer, address: 'elsewhere' } };
    expect(await placeOrder(other, { visitorId: 'visitor', clientAddress: null }, addresses)).toMatchObject({
      ok: false,
      reason: 'key-reused',
      orderId,
    });
  });

  it('leaves the attempt UNKNOWN when the answer is lost, never shows its code, and lets the buyer try again', async () => {
    service.instead.set('sendInvoice', (response) => response.destroy());
    const { orderId, invoiceReference, invoiceQRCode } = await place(await newCheckout());
    expect([invoiceReference, invoiceQRCode]).toEqual([null, null]);
    expect((await getOrder(orderId))?.payment).toMatchObject({ state: 'UNKNOWN', invoiceReference: null });
    expect(await retryPayment(orderId, addresses)).toBe(true);
    expect((await getOrder(orderId))?.payment).toMatchObject({ state: 'ISSUED', attempt: 2 });
    expect(await retryPayment(orderId, addresses)).toBe(false);
  });

  it('says FAILED when SEQR refuses the invoice', async () => {
    service.instead.set('sendInvoice', (response) => {
      response.statusCode = 400;
      response.end('no');
    });
    const { orderId } = await place(await newCheckout());
    expect((await getOrder(orderId))?.payment).toMatchObject({ state: 'FAILED', failure: 'http' });
  });
});

describe('a payment', () => {
  it('is booked once with its ersReference, and its receipt goes to SEQR once, however many notifications arrive', async () => {
    const { orderId, slug, reference, read, paymentId } = await issued();
    service.set(reference, { status: 'PAID' });
    await Promise.all(Array.from({ length: 50 }, () => handleNotification(reference, orderId)));
    expect(service.count(`getPaymentStatus ${reference}`)).toBe(1);
    expect(await read()).toMatchObject({ state: 'PAID', payment: { state: 'PAID', version: 1 } });
    expect((await read()).payment.ersReference).toMatch(/^\d{25}$/);
    expect(await stockOf(slug)).toEqual({ stock: 4, reserved: 0, sold: 1 });
    const before = service.count('submitPaymentReceipt');
    await Promise.all([runWatcherRound(), runWatcherRound()]);
    await runWatcherRound();
    expect(service.count('submitPaymentReceipt')).toBe(before + 1);
    expect((await eventsOf(paymentId)).map((event) => event.toState)).toEqual(['CREATED', 'ISSUED', 'PAID']);
  });

  it('is found out by the watcher when no notification arrives, which then knows that none do', async () => {
    noteNotifications(true);
    const { reference, read, paymentId } = await issued();
    service.set(reference, { status: 'PAID' });
    await runWatcherRound();
    expect((await read()).state).toBe('PENDING');
    await rewind(paymentId, 60_000);
    await runWatcherRound();
    expect((await read()).state).toBe('PAID');
    expect(notificationsArrive()).toBe(false);
  });

  it('is asked for once more, a second later, when a hint comes right after an answer', async () => {
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
    ['of another amount', { status: 'PAID', total: '<currency>SEK</currency><value>1.00</value>' }],
    ['of another currency', { status: 'PAID', total: '<currency>EUR</currency><value>149.00</value>' }],
    ['in part', { status: 'PARTIALLY_PAID' }],
    ['with a word never heard', { status: 'HALF_AND_HALF' }],
  ])('%s stays open and is noted for a person', async (_, change) => {
    const { orderId, reference, read, paymentId } = await issued();
    service.set(reference, change);
    await syncPayment(paymentId, 'page');
    const { state, payment } = await read();
    expect([state, payment.state, payment.ersReference]).toEqual(['PENDING', 'ISSUED', null]);
    expect(await incidentsOf(orderId)).toHaveLength(1);
  });

  it.each(['unknown', '1400000000000\n', '', '9'.repeat(500)])('pays no heed to a notification of %j', async (text) => {
    const before = service.calls.length;
    await handleNotification(text, null);
    expect(service.calls.length).toBe(before);
  });

  it('is not asked for on behalf of another order', async () => {
    const [mine, other] = [await issued(), await issued()];
    await handleNotification(mine.reference, other.orderId);
    expect(service.count(`getPaymentStatus ${mine.reference}`)).toBe(0);
  });

  it('stays open through errors of SEQR and is learnt afterwards', async () => {
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

describe('after the payment', () => {
  it('stays paid when SEQR takes it back, and shows that to a person', async () => {
    const { reference, orderId, read, paymentId } = await issued();
    service.set(reference, { status: 'PAID' });
    await handleNotification(reference, orderId);
    service.set(reference, { status: 'CANCELED' });
    await rewind(paymentId, 2_000);
    await handleNotification(reference, orderId);
    expect(await read()).toMatchObject({ state: 'PAID', payment: { state: 'PAID' } });
    expect(await incidentsOf(orderId)).toMatchObject([{ kind: 'contradicted', status: 'CANCELED' }]);
  });

  it('has SEQR notify again of what could not be asked about', async () => {
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

  it('gets no receipt document once SEQR has taken it back, and a person sees why', async () => {
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

  it('is not asked about again for an older answer’s sake', async () => {
    const { reference, orderId, read, paymentId } = await issued();
    service.set(reference, { status: 'PAID' });
    await handleNotification(reference, orderId);
    service.set(reference, { status: 'ISSUED' });
    await rewind(paymentId, 2_000);
    await handleNotification(reference, orderId);
    expect(await read()).toMatchObject({ state: 'PAID', payment: { state: 'PAID' } });
    expect(await incidentsOf(orderId)).toEqual([]);
    await rewind(paymentId, 20_000);
    const asked = service.count(`getPaymentStatus ${reference}`);
    await runWatcherRound();
    expect(service.count(`getPaymentStatus ${reference}`)).toBe(asked);
  });

  it('is learnt while SEQR keeps silent about the receipts of others', async () => {
    const first = await issued();
    service.set(first.reference, { status: 'PAID' });
    const silence = new Promise<() => void>((resolve) => {
      service.instead.set('submitPaymentReceipt', (response) =>
        resolve(() => response.end(answerOf('submitPaymentReceipt', success))),
      );
    });
    const watcher = startWatcher();
    const { reference, paymentId, read } = await issued();
    service.set(reference, { status: 'PAID' });
    await handleNotification(first.reference, first.orderId);
    const speak = await silence;
    await rewind(paymentId, 10_000);
    await vi.waitFor(async () => expect((await read()).state).toBe('PAID'), { timeout: 5_000 });
    speak();
    await watcher.stop();
  });
});

describe('giving up', () => {
  it('withdraws the invoice, closes the order and frees its stock when time is up', async () => {
    const { reference, slug, read, paymentId } = await issued();
    await rewind(paymentId, 3_600_000);
    await runWatcherRound();
    expect(service.count(`cancelInvoice ${reference}`)).toBe(1);
    expect(await read()).toMatchObject({ state: 'EXPIRED', payment: { state: 'EXPIRED' } });
    expect(await stockOf(slug)).toEqual({ stock: 5, reserved: 0, sold: 0 });
  });

  it('books the payment that was faster', async () => {
    const { orderId, reference, read } = await issued();
    service.set(reference, { status: 'PAID' });
    expect(await withdrawPayment(orderId, 'CANCELED', 'buyer')).toBe('paid');
    expect(await read()).toMatchObject({ state: 'PAID', payment: { state: 'PAID' } });
  });

  it.each([
    ['while the payer confirms (51)', { cancelInvoice: '<resultCode>51</resultCode>' }],
    [
      'while SEQR is down (94)',
      { cancelInvoice: '<resultCode>94</resultCode>', getPaymentStatus: '<resultCode>94</resultCode>' },
    ],
  ])('waits %s', async (_, answers) => {
    const { orderId, slug, read } = await issued();
    for (const [operation, fields] of Object.entries(answers)) {
      service.instead.set(operation, (response) => response.end(answerOf(operation, fields)));
    }
    expect(await withdrawPayment(orderId, 'CANCELED', 'buyer')).toBe('later');
    expect((await read()).state).toBe('PENDING');
    expect(await stockOf(slug)).toEqual({ stock: 4, reserved: 1, sold: 0 });
    expect(await withdrawPayment(orderId, 'CANCELED', 'buyer')).toBe('closed');
  });

  it.each([
    ['books what had been paid', 'PAID', 'paid', { state: 'PAID', payment: { state: 'PAID' } }],
    ['closes what had been canceled', 'CANCELED', 'closed', { state: 'CANCELED', payment: { state: 'CANCELED' } }],
  ])('%s, as its status says, where the answer to cancelInvoice is lost', async (_, status, outcome, order) => {
    const { orderId, reference, read } = await issued();
    service.instead.set('cancelInvoice', (response) => response.destroy());
    service.set(reference, { status });
    expect(await withdrawPayment(orderId, 'CANCELED', 'buyer')).toBe(outcome);
    expect(await read()).toMatchObject(order);
  });

  /** While cancelInvoice is under way, the watcher hears that the invoice is canceled. */
  const watcherIsFaster = (paymentId: string, then = async (_: Tx) => {}) =>
    service.instead.set('cancelInvoice', async (response) => {
      await db().write(async (tx) => {
        await movePayment(tx, { id: paymentId, from: 'ISSUED', to: 'CANCELED', source: 'watcher' });
        await then(tx);
      });
      response.end(answerOf('cancelInvoice', '<resultCode>0</resultCode>'));
    });

  it('gives the order up although another heard first that its invoice is canceled', async () => {
    const { orderId, paymentId, slug, read } = await issued();
    watcherIsFaster(paymentId);
    expect(await withdrawPayment(orderId, 'CANCELED', 'buyer')).toBe('closed');
    expect((await read()).state).toBe('CANCELED');
    expect(await stockOf(slug)).toEqual({ stock: 5, reserved: 0, sold: 0 });
  });

  it('does not close the order over an attempt that was opened meanwhile', async () => {
    const { orderId, paymentId, read } = await issued();
    const { total, currency, expiresAt } = await db().read.order.findUniqueOrThrow({ where: { id: orderId } });
    watcherIsFaster(paymentId, async (tx) => {
      await openAttempt(tx, { id: orderId, total, currency }, expiresAt);
    });
    expect(await withdrawPayment(orderId, 'CANCELED', 'buyer')).toBe('later');
    expect(await read()).toMatchObject({ state: 'PENDING', payment: { state: 'CREATED' } });
  });

  it('withdraws an attempt that is not issued yet as soon as it is', async () => {
    await workOutbox('seqr');
    const { paymentId, read } = await issued();
    const cancel = () => db().read.outbox.findFirstOrThrow({ where: { kind: 'cancel-invoice', subjectId: paymentId } });
    await db().write(async (tx) => {
      await tx.payment.update({ where: { id: paymentId }, data: { state: 'CREATED' } });
      await enqueue(tx, 'cancel-invoice', paymentId);
    });
    await workOutbox('seqr');
    const { id, doneAt } = await cancel();
    expect(doneAt).toBeNull();
    await db().write(async (tx) => {
      await tx.payment.update({ where: { id: paymentId }, data: { state: 'ISSUED' } });
      await tx.outbox.update({ where: { id }, data: { nextAt: new Date() } });
    });
    await workOutbox('seqr');
    expect((await read()).payment.state).toBe('CANCELED');
  });

  it('books what SEQR will not withdraw because it is paid, although the attempt had been closed', async () => {
    await workOutbox('seqr');
    const { reference, read, paymentId } = await issued();
    service.set(reference, { status: 'PAID' });
    await db().write(async (tx) => {
      await movePayment(tx, { id: paymentId, from: 'ISSUED', to: 'CANCELED', source: 'watcher' });
      await enqueue(tx, 'cancel-invoice', paymentId);
    });
    await workOutbox('seqr');
    expect(await read()).toMatchObject({ state: 'PAID', payment: { state: 'PAID' } });
  });

  it('takes an attempt whose process died before SEQR’s answer for UNKNOWN', async () => {
    const { read, paymentId } = await issued();
    await db().write((tx) =>
      tx.payment.update({
        where: { id: paymentId },
        data: { state: 'CREATED', invoiceReference: null, invoiceQRCode: null },
      }),
    );
    await runWatcherRound();
    expect((await read()).payment.state).toBe('CREATED');
    await rewind(paymentId, 60_000);
    await runWatcherRound();
    expect((await read()).payment.state).toBe('UNKNOWN');
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
