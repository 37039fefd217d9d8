import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { workOutbox } from '../background/effects';
import { runWatcherRound } from '../background/payment-watcher';
import { now } from '../clock';
import { db, type Tx } from '../db/client';
import { enqueue } from '../outbox/enqueue';
import { movePayment } from '../payments/move-payment';
import { openAttempt } from '../payments/open-attempt';
import { noteNotifications } from '../payments/schedule';
import { withdrawPayment } from '../payments/withdraw-payment';
import { eventsOf, issued, rewind } from '../testing/checkouts';
import type { ScriptedSeqr } from '../testing/scripted-seqr';
import { openScriptedShop } from '../testing/scripted-shop';
import { stockOf } from '../testing/shop-database';
import { answerOf } from '../testing/test-service';

let service: ScriptedSeqr;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ service, close } = await openScriptedShop());
});
afterAll(() => close());
beforeEach(() => noteNotifications(false));

describe('withdrawPayment', () => {
  it('cancels the invoice, closes the order and releases its stock after the timeout', async () => {
    const { reference, slug, read, paymentId } = await issued();
    await rewind(paymentId, 3_600_000);
    await runWatcherRound();
    expect(service.count(`cancelInvoice ${reference}`)).toBe(1);
    expect(await read()).toMatchObject({ state: 'EXPIRED', payment: { state: 'EXPIRED' } });
    expect(await stockOf(slug)).toEqual({ stock: 5, reserved: 0, sold: 0 });
  });

  it('books a payment that arrived first', async () => {
    const { orderId, reference, read } = await issued();
    service.set(reference, { status: 'PAID' });
    expect(await withdrawPayment(orderId, 'CANCELED', 'buyer')).toBe('paid');
    expect(await read()).toMatchObject({ state: 'PAID', payment: { state: 'PAID' } });
  });

  it('books a payment that arrived after SEQR was asked, within the same second', async () => {
    const { orderId, reference, read, paymentId } = await issued();
    const askedAt = new Date(now().getTime() - 500);
    await db().write((tx) => tx.payment.update({ where: { id: paymentId }, data: { askedAt } }));
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
  ])('returns `later` %s', async (_, answers) => {
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
    ['books a paid invoice', 'PAID', 'paid', { state: 'PAID', payment: { state: 'PAID' } }],
    ['closes a cancelled invoice', 'CANCELED', 'closed', { state: 'CANCELED', payment: { state: 'CANCELED' } }],
  ])('%s by its status if the answer to cancelInvoice is lost', async (_, status, outcome, order) => {
    const { orderId, reference, read } = await issued();
    service.instead.set('cancelInvoice', (response) => response.destroy());
    service.set(reference, { status });
    expect(await withdrawPayment(orderId, 'CANCELED', 'buyer')).toBe(outcome);
    expect(await read()).toMatchObject(order);
  });

  /** While cancelInvoice is in progress, the watcher records that the invoice is cancelled. */
  const watcherIsFaster = (paymentId: string, then = async (_: Tx) => {}) =>
    service.instead.set('cancelInvoice', async (response) => {
      await db().write(async (tx) => {
        await movePayment(tx, { id: paymentId, from: 'ISSUED', to: 'CANCELED', source: 'watcher' });
        await then(tx);
      });
      response.end(answerOf('cancelInvoice', '<resultCode>0</resultCode>'));
    });

  it('closes the order even if the watcher recorded the cancelled invoice first', async () => {
    const { orderId, paymentId, slug, read } = await issued();
    watcherIsFaster(paymentId);
    expect(await withdrawPayment(orderId, 'CANCELED', 'buyer')).toBe('closed');
    expect((await read()).state).toBe('CANCELED');
    expect(await stockOf(slug)).toEqual({ stock: 5, reserved: 0, sold: 0 });
  });

  it('does not close the order if a newer attempt exists', async () => {
    const { orderId, paymentId, read } = await issued();
    const { total, currency, expiresAt } = await db().read.order.findUniqueOrThrow({ where: { id: orderId } });
    watcherIsFaster(paymentId, async (tx) => {
      await openAttempt(tx, { id: orderId, total, currency }, expiresAt, 1);
    });
    expect(await withdrawPayment(orderId, 'CANCELED', 'buyer')).toBe('later');
    expect(await read()).toMatchObject({ state: 'PENDING', payment: { state: 'CREATED' } });
  });

  it('cancels an attempt once it is issued', async () => {
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

  it('books a paid invoice that SEQR refuses to cancel, even if the attempt is closed', async () => {
    await workOutbox('seqr');
    const { reference, read, paymentId } = await issued();
    service.set(reference, { status: 'PAID' });
    await db().write(async (tx) => {
      await movePayment(tx, { id: paymentId, from: 'ISSUED', to: 'CANCELED', source: 'watcher' });
      await enqueue(tx, 'cancel-invoice', paymentId);
    });
    await workOutbox('seqr');
    expect(await read()).toMatchObject({ state: 'PAID', payment: { state: 'PAID' } });
    expect((await eventsOf(paymentId)).at(-1)).toMatchObject({ toState: 'PAID', source: 'refusal' });
  });

  it('marks an attempt UNKNOWN if its process died before SEQR’s answer', async () => {
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
