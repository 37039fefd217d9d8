import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { now } from '../clock';
import { db } from '../db/client';
import { SeqrError } from '../seqr/seqr-error';
import { incidentsOf, issued, rewind } from '../testing/checkouts';
import type { ScriptedSeqr } from '../testing/scripted-seqr';
import { openScriptedShop } from '../testing/scripted-shop';
import { stockOf } from '../testing/shop-database';
import { answerOf } from '../testing/test-service';
import { noteSeqrCall, seqrIsDown } from './breaker';
import { withdrawPayment } from './withdraw-payment';

// lib/checkout/withdraw-payment.test.ts has the flows; these tests cover what is written and what is left alone.

let service: ScriptedSeqr;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ service, close } = await openScriptedShop());
});
afterAll(() => close());

const HOUR_MS = 3_600_000;
const merchant = { source: 'merchant', name: 'Åsa' } as const;
const answer = (operation: string, code: number) =>
  service.instead.set(operation, (response) => response.end(answerOf(operation, `<resultCode>${code}</resultCode>`)));
const paymentOf = (id: string) => db().read.payment.findUniqueOrThrow({ where: { id } });
const change = (id: string, data: { heldAt?: Date; invoiceReference?: null }) =>
  db().write((tx) => tx.payment.update({ where: { id }, data }));
/** The audit list names an order by its number. */
const auditOf = async (orderId: string) => {
  const { number } = await db().read.order.findUniqueOrThrow({ where: { id: orderId } });
  return db().read.auditEntry.findMany({ where: { subject: 'order', subjectId: String(number) } });
};
const calls = () => service.calls.length;

describe('withdrawPayment', () => {
  it('records the merchant who cancels in the payment’s history and the audit list', async () => {
    const { orderId, paymentId, slug } = await issued();
    expect(await withdrawPayment(orderId, 'CANCELED', merchant)).toBe('closed');
    expect(await paymentOf(paymentId)).toMatchObject({ state: 'CANCELED', openOrderId: null });
    expect(await stockOf(slug)).toMatchObject({ reserved: 0 });
    const event = await db().read.paymentEvent.findFirst({ where: { paymentId }, orderBy: { id: 'desc' } });
    expect(event).toMatchObject({ fromState: 'ISSUED', toState: 'CANCELED', source: 'merchant', actor: 'Åsa' });
    expect(await auditOf(orderId)).toMatchObject([{ field: 'state', actor: 'Åsa' }]);
  });

  it.each(['buyer', 'watcher'] as const)('adds nothing to the audit list for the %s', async (source) => {
    const { orderId } = await issued();
    expect(await withdrawPayment(orderId, 'EXPIRED', source)).toBe('closed');
    expect(await auditOf(orderId)).toEqual([]);
  });

  it('makes no call for a held payment or an invoice that is being issued', async () => {
    for (const data of [{ heldAt: new Date() }, { invoiceReference: null }]) {
      const { orderId, paymentId } = await issued();
      await change(paymentId, data);
      const before = calls();
      expect(await withdrawPayment(orderId, 'CANCELED', 'buyer')).toBe('later');
      expect(calls()).toBe(before);
      expect(await paymentOf(paymentId)).toMatchObject({ state: 'ISSUED', openOrderId: orderId });
    }
  });

  it('makes no call once no attempt is open, and says how the order ended', async () => {
    const { orderId } = await issued();
    expect(await withdrawPayment(orderId, 'CANCELED', 'buyer')).toBe('closed');
    const before = calls();
    expect(await withdrawPayment(orderId, 'EXPIRED', 'watcher')).toBe('closed');
    const read = () => db().read.order.findUniqueOrThrow({ where: { id: orderId } });
    expect((await read()).state, 'the first outcome').toBe('CANCELED');
    await db().write((tx) => tx.order.update({ where: { id: orderId }, data: { state: 'PAID' } }));
    expect(await withdrawPayment(orderId, 'EXPIRED', 'watcher')).toBe('paid');
    expect(calls()).toBe(before);
  });

  it('checks the payment again two seconds after SEQR refused, and does not hold it before it is long overdue', async () => {
    const { orderId, paymentId } = await issued();
    await rewind(paymentId, HOUR_MS);
    answer('cancelInvoice', 51);
    const before = now().getTime();
    expect(await withdrawPayment(orderId, 'EXPIRED', 'watcher')).toBe('later');
    const { nextCheckAt, heldAt } = await paymentOf(paymentId);
    const wait = (nextCheckAt?.getTime() ?? 0) - before;
    expect(wait).toBeGreaterThanOrEqual(2_000);
    expect(wait).toBeLessThanOrEqual(2_000 + now().getTime() - before);
    expect(heldAt).toBeNull();
    expect(service.count(`getPaymentStatus ${(await paymentOf(paymentId)).invoiceReference}`), 'busy is clear').toBe(0);
  });

  it('does not hold a payment because its status could not be read', async () => {
    const { orderId, paymentId, reference } = await issued();
    answer('cancelInvoice', 50);
    answer('getPaymentStatus', 94);
    expect(await withdrawPayment(orderId, 'EXPIRED', 'watcher')).toBe('later');
    expect(service.count(`getPaymentStatus ${reference}`)).toBe(1);
    expect(await paymentOf(paymentId)).toMatchObject({ state: 'ISSUED', heldAt: null });
  });

  it('holds a long overdue payment whose cancellation is unclear', async () => {
    const { orderId, paymentId, reference } = await issued();
    await rewind(paymentId, 2 * HOUR_MS);
    service.instead.set('cancelInvoice', (response) => response.destroy());
    answer('getPaymentStatus', 94);
    expect(await withdrawPayment(orderId, 'EXPIRED', 'watcher')).toBe('later');
    expect(await incidentsOf(orderId)).toMatchObject([{ kind: 'unclear', detail: 'unknown' }]);
    expect(service.count(`getPaymentStatus ${reference}`)).toBe(1);
  });

  it('neither asks about nor holds a long overdue payment while SEQR is down', async () => {
    const { orderId, paymentId, reference } = await issued();
    await rewind(paymentId, 2 * HOUR_MS);
    const lost = new SeqrError({ kind: 'lost', operation: 'cancelInvoice', reason: 'a test' });
    onTestFinished(() => noteSeqrCall(null));
    for (let failed = 0; failed < 5; failed++) noteSeqrCall(lost);
    expect(seqrIsDown()).toBe(true);
    service.instead.set('cancelInvoice', (response) => response.destroy());
    expect(await withdrawPayment(orderId, 'EXPIRED', 'watcher')).toBe('later');
    expect(await incidentsOf(orderId)).toEqual([]);
    expect(service.count(`getPaymentStatus ${reference}`)).toBe(0);
  });
});
