import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { db } from '../db/client';
import { newUuid } from '../ids';
import { canMove, isOpen, type PaymentState } from '../orders/order-states';
import { handleNotification } from '../payments/notify';
import { workOutbox } from '../payments/outbox';
import { retryPayment } from '../payments/retry-payment';
import { syncPayment } from '../payments/sync-payment';
import { runWatcherRound } from '../payments/watcher';
import { withdrawPayment } from '../payments/withdraw-payment';
import { seqr } from '../seqr/from-config';
import { configure } from '../testing/configure';
import { type ScriptedSeqr, startScriptedSeqr } from '../testing/scripted-seqr';
import { addProducts, stockOf, useShopDatabase } from '../testing/shop-database';
import { placeOrder } from './place-order';

// Whatever the buyer, the payer, SEQR, the network and the clock do, in whatever order: when things have come to rest,
// the shop's books say what SEQR's do, and no unit of stock and no öre is lost or doubled.

const STOCK = 3;
const addresses = { forSeqr: 'http://shop.test', forBuyer: 'http://shop.test' };
let service: ScriptedSeqr;
let close: () => Promise<void>;

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

const steps = [
  'payer pays',
  'payer cancels',
  'notification',
  'page asks',
  'watcher',
  'buyer cancels',
  'buyer tries again',
  'time runs out',
  'answer to sendInvoice is lost',
  'answer to getPaymentStatus is lost',
  'answer to cancelInvoice is lost',
] as const;
type Step = (typeof steps)[number];

let serial = 0;
async function newOrder() {
  const slug = `thing-${serial++}`;
  await addProducts([{ slug, stock: STOCK }]);
  const customer = { name: 'Å', email: 'a@b.se', address: 'x', postalCode: '12345', city: 'y', country: 'SE' as const };
  const choices = { delivery: 'standard', paymentMethod: 'seqr', language: 'en' } as const;
  const items = [{ slug, quantity: 1 }];
  const placed = await placeOrder({ ...choices, items, customer, checkoutKey: newUuid() }, null, addresses);
  if (!placed.ok) throw new Error(placed.reason);
  return { id: placed.order.orderId, slug };
}

const attemptsOf = (orderId: string) =>
  db().read.payment.findMany({ where: { orderId }, orderBy: { attempt: 'asc' }, include: { events: true } });

async function take(step: Step, orderId: string): Promise<unknown> {
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

/** As if so many seconds had passed for this order. */
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
    for (const row of await tx.outbox.findMany({ where: { doneAt: null } })) {
      await tx.outbox.update({ where: { id: row.id }, data: { nextAt: back(row.nextAt) } });
    }
  });
}

async function comeToRest(orderId: string): Promise<void> {
  service.instead.clear();
  for (let round = 0; round < 5; round++) {
    await passTime(orderId, 3600);
    await runWatcherRound();
    await workOutbox('mail');
  }
}

async function checkBooks({ id, slug }: { id: string; slug: string }): Promise<void> {
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
  expect(order.state === 'PAID').toBe(paid.length === 1);
  expect(['PAID', 'CANCELED', 'EXPIRED']).toContain(order.state);
  const sold = order.state === 'PAID' ? 1 : 0;
  expect(await stockOf(slug)).toEqual({ stock: STOCK - sold, reserved: 0, sold });
  expect(await db().read.outbox.count({ where: { doneAt: null } })).toBe(0);
  expect(await db().read.mail.count({ where: { orderId: id, kind: 'receipt' } })).toBe(sold);
}

it('any interleaving ends in books that agree with SEQR’s', async () => {
  const plan = fc.array(fc.constantFrom(...steps), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(plan, async (taken) => {
      const order = await newOrder();
      for (const step of taken) await take(step, order.id);
      await comeToRest(order.id);
      await checkBooks(order);
    }),
    { numRuns: 40 },
  );
}, 120_000);

it('so does anything that happens at the same time', async () => {
  const plan = fc.array(fc.constantFrom(...steps), { minLength: 2, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(plan, async (taken) => {
      const order = await newOrder();
      await Promise.all(taken.map((step) => take(step, order.id)));
      await comeToRest(order.id);
      await checkBooks(order);
    }),
    { numRuns: 30 },
  );
}, 120_000);
