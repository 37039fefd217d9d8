import fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { workOutbox } from '../background/effects';
import { runWatcherRound } from '../background/payment-watcher';
import { db } from '../db/client';
import { newUuid } from '../ids';
import { money } from '../money';
import { canMove, isOpen, type PaymentState } from '../orders/order-states';
import { handleNotification } from '../payments/handle-notification';
import { retryPayment } from '../payments/retry-payment';
import { syncPayment } from '../payments/sync-payment';
import { withdrawPayment } from '../payments/withdraw-payment';
import { refundPayment } from '../refunds/refund-payment';
import type { ScriptedSeqr } from '../testing/scripted-seqr';
import { openScriptedShop } from '../testing/scripted-shop';
import { addProducts, stockOf } from '../testing/shop-database';
import { answerOf } from '../testing/test-service';
import { placeOrder } from './place-order';

// Interleaves buyer, payer, merchant, SEQR, network, clock and crashes at random. Once everything has settled, the
// shop's ledger must equal SEQR's, with no unit of stock and no öre lost or duplicated.

const STOCK = 3;
const addresses = { forSeqr: 'http://shop.test', forBuyer: 'http://shop.test' };
let service: ScriptedSeqr;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ service, close } = await openScriptedShop());
});
afterAll(() => close());

const steps = [
  'payer pays',
  'payer cancels',
  'notification',
  'three notifications',
  'page asks',
  'watcher',
  'buyer cancels',
  'buyer tries again',
  'merchant refunds',
  'time runs out',
  'an older answer arrives',
  'answer to sendInvoice is lost',
  'answer to getPaymentStatus is lost',
  'answer to cancelInvoice is lost',
  'answer to refundPayment is lost',
] as const;
type Step = (typeof steps)[number];
/**
 * `writes`: the process dies after this many writes in the step and restarts before the next one; null: it survives.
 */
type Move = { readonly step: Step; readonly writes: number | null };

const move: fc.Arbitrary<Move> = fc.record({
  step: fc.constantFrom(...steps),
  writes: fc.option(fc.integer({ min: 0, max: 3 }), { freq: 3 }),
});

/** On PostgreSQL, the test makes half as many runs, because each write takes several times as long there. */
const RUN_DIVISOR = process.env.TEST_DATABASE === 'postgresql' ? 2 : 1;

class Crash extends Error {}

/** A dead process writes nothing more; its committed writes remain. */
async function withCrashAfter(writes: number | null, work: () => Promise<unknown>): Promise<void> {
  if (writes === null) {
    await work();
    return;
  }
  const shop = db();
  const write = shop.write.bind(shop);
  let left = writes;
  const dying: typeof shop.write = (run, scope) => (left-- > 0 ? write(run, scope) : Promise.reject(new Crash()));
  const spy = vi.spyOn(shop, 'write').mockImplementation(dying);
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Crash)) throw error;
  } finally {
    spy.mockRestore();
  }
}

let serial = 0;
async function newOrder() {
  const slug = `thing-${serial++}`;
  await addProducts([{ slug, stock: STOCK }]);
  const customer = { name: 'Å', email: 'a@b.se', address: 'x', postalCode: '12345', city: 'y', country: 'SE' as const };
  const choices = { delivery: 'standard', paymentMethod: 'seqr', language: 'en' } as const;
  const items = [{ slug, quantity: 1 }];
  const placed = await placeOrder(
    { ...choices, items, customer, checkoutKey: newUuid() },
    { visitorId: null, clientAddress: null },
    addresses,
  );
  if (!placed.ok) throw new Error(placed.reason);
  return { id: placed.order.orderId, slug };
}

const attemptsOf = (orderId: string) =>
  db().read.payment.findMany({
    where: { orderId },
    orderBy: { attempt: 'asc' },
    include: { events: { orderBy: { id: 'asc' } } },
  });

async function perform(step: Step, orderId: string): Promise<unknown> {
  const latest = (await attemptsOf(orderId)).at(-1);
  const reference = latest?.invoiceReference;
  const payable = reference && service.statusOf(reference) === 'ISSUED' ? reference : null;
  switch (step) {
    case 'payer pays':
      return payable && service.set(payable, { status: 'PAID' });
    case 'payer cancels':
      return payable && service.set(payable, { status: 'CANCELED' });
    case 'notification':
      return reference && handleNotification(reference, orderId);
    case 'three notifications':
      return reference && Promise.all([1, 2, 3].map(() => handleNotification(reference, orderId)));
    case 'merchant refunds':
      return refund(orderId);
    case 'an older answer arrives':
      return service.instead.set('getPaymentStatus', (response) => {
        response.setHeader('Content-Type', 'text/xml; charset=utf-8');
        response.end(
          answerOf('getPaymentStatus', `<resultCode>0</resultCode><status>ISSUED</status><version>0</version>`),
        );
      });
    case 'page asks':
      return latest && syncPayment(latest.id, 'page');
    case 'watcher':
      await passTime(orderId, 10);
      return runWatcherRound();
    case 'buyer cancels':
      return withdrawPayment(orderId, 'CANCELED', 'buyer');
    case 'buyer tries again':
      return retryPayment(orderId, addresses);
    case 'time runs out':
      await passTime(orderId, 3600);
      return runWatcherRound();
    default:
      return service.instead.set(step.split(' ')[2] ?? '', (response) => response.destroy());
  }
}

async function refund(orderId: string): Promise<unknown> {
  const paid = (await attemptsOf(orderId)).find(({ state }) => state === 'PAID');
  const reason = 'a merchant’s wish';
  const by = { source: 'merchant', name: 'Åsa' } as const;
  const request = { orderId, key: newUuid(), reason, by };
  return paid && refundPayment({ ...request, paymentId: paid.id, amount: money(paid.amount, 'SEK') });
}

/** Simulates that this many seconds have passed for the order. */
async function passTime(orderId: string, seconds: number): Promise<void> {
  const back = (date: Date | null) => (date ? new Date(date.getTime() - seconds * 1000) : null);
  await db().write(async (tx) => {
    for (const { id, askedAt, nextCheckAt, createdAt, expiresAt } of await tx.payment.findMany({
      where: { orderId },
    })) {
      const times = { askedAt: back(askedAt), nextCheckAt: back(nextCheckAt) };
      const ends = { createdAt: back(createdAt) ?? createdAt, expiresAt: back(expiresAt) ?? expiresAt };
      await tx.payment.update({ where: { id }, data: { ...times, ...ends } });
    }
    const order = await tx.order.findUniqueOrThrow({ where: { id: orderId } });
    await tx.order.update({ where: { id: orderId }, data: { expiresAt: back(order.expiresAt) ?? order.expiresAt } });
    for (const { id, createdAt } of await tx.refund.findMany({ where: { orderId } })) {
      await tx.refund.update({ where: { id }, data: { createdAt: back(createdAt) ?? createdAt } });
    }
    for (const row of await tx.outbox.findMany({ where: { doneAt: null } })) {
      await tx.outbox.update({ where: { id: row.id }, data: { nextAt: back(row.nextAt) } });
    }
  });
}

async function settle(orderId: string): Promise<void> {
  service.instead.clear();
  for (let round = 0; round < 5; round++) {
    await passTime(orderId, 3600);
    await runWatcherRound();
    await workOutbox('mail');
  }
}

/** `refundCalls`: the number of refund calls SEQR received. */
async function checkBooks({ id, slug }: { id: string; slug: string }, refundCalls: number): Promise<void> {
  const order = await db().read.order.findUniqueOrThrow({ where: { id } });
  const attempts = await attemptsOf(id);
  const paid = attempts.filter((attempt) => attempt.state === 'PAID');
  expect(attempts.filter((attempt) => isOpen(attempt.state as PaymentState))).toEqual([]);
  for (const { state, invoiceReference, ersReference, events } of attempts) {
    if (invoiceReference) expect(service.statusOf(invoiceReference) === 'PAID').toBe(state === 'PAID');
    expect(ersReference !== null).toBe(state === 'PAID');
    const path = events.map((event) => event.toState as PaymentState);
    expect(path.at(-1)).toBe(state);
    for (const [index, to] of path.slice(1).entries()) expect(canMove(path[index] ?? 'PAID', to)).toBe(true);
  }
  expect(paid.length).toBeLessThanOrEqual(1);
  const refunds = await db().read.refund.findMany({ where: { orderId: id } });
  const done = refunds.filter(({ state }) => state === 'DONE').length;
  const unknown = refunds.filter(({ state }) => state === 'UNKNOWN').length;
  expect(refunds.every(({ state }) => state !== 'REQUESTED')).toBe(true);
  expect(done + unknown).toBeLessThanOrEqual(paid.length);
  expect(refundCalls).toBeGreaterThanOrEqual(done);
  expect(refundCalls).toBeLessThanOrEqual(done + unknown);
  expect(order.state).toBe(paid.length === 0 ? order.state : done > 0 ? 'REFUNDED' : 'PAID');
  if (paid.length === 0) expect(['CANCELED', 'EXPIRED']).toContain(order.state);
  const sold = paid.length;
  expect(await stockOf(slug)).toEqual({ stock: STOCK - sold, reserved: 0, sold });
  expect(await db().read.outbox.count({ where: { doneAt: null } })).toBe(0);
  expect(await db().read.mail.count({ where: { orderId: id, kind: 'receipt' } })).toBe(sold);
}

it('the ledger equals SEQR’s after any interleaving', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(move, { maxLength: 12 }), async (moves) => {
      const order = await newOrder();
      const calls = service.count('refundPayment');
      for (const { step, writes } of moves) await withCrashAfter(writes, () => perform(step, order.id));
      await settle(order.id);
      await checkBooks(order, service.count('refundPayment') - calls);
    }),
    { numRuns: 60 / RUN_DIVISOR },
  );
}, 120_000);

it('the ledger equals SEQR’s after concurrent steps and a crash in between', async () => {
  const together = fc.array(fc.constantFrom(...steps), { minLength: 2, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(together, fc.option(fc.integer({ min: 0, max: 8 })), async (chosen, writes) => {
      const order = await newOrder();
      const calls = service.count('refundPayment');
      const all = () => Promise.allSettled(chosen.map((step) => perform(step, order.id)));
      await withCrashAfter(writes, async () => {
        for (const end of await all()) if (end.status === 'rejected') throw end.reason;
      });
      await settle(order.id);
      await checkBooks(order, service.count('refundPayment') - calls);
    }),
    { numRuns: 40 / RUN_DIVISOR },
  );
}, 120_000);
