import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { now } from '../clock';
import { config } from '../config';
import { db } from '../db/client';
import type { Prisma } from '../db/generated/client';
import { newKey } from '../ids';
import { addresses, issued, newCheckout, place } from '../testing/checkouts';
import type { ScriptedSeqr } from '../testing/scripted-seqr';
import { openScriptedShop } from '../testing/scripted-shop';
import { stockOf } from '../testing/shop-database';
import { answerOf } from '../testing/test-service';
import { retryPayment } from './retry-payment';
import { updateOrder } from './update-order';

let service: ScriptedSeqr;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ service, close } = await openScriptedShop());
});
afterAll(() => close());

const setPayment = (id: string, data: Prisma.PaymentUpdateInput) =>
  db().write((tx) => tx.payment.update({ where: { id }, data }));
const ended = () => ({ state: 'CANCELED' as const, openOrderId: null, closedAt: new Date(), nextCheckAt: null });

/** Places an order whose only attempt has ended without a payment. */
async function unpaid(quantity = 1) {
  const checkout = await newCheckout();
  const [item] = checkout.items;
  const { orderId } = await place({ ...checkout, items: checkout.items.map(({ slug }) => ({ slug, quantity })) });
  const read = () =>
    db().read.order.findUniqueOrThrow({
      where: { id: orderId },
      include: { payments: { orderBy: { attempt: 'asc' } }, lines: { orderBy: { position: 'asc' } } },
    });
  const paymentId = (await read()).payments[0]?.id ?? '';
  await setPayment(paymentId, ended());
  const expiresAt = new Date(Date.now() - 1_000);
  await db().write((tx) => tx.order.update({ where: { id: orderId }, data: { expiresAt } }));
  return { orderId, paymentId, read, slug: item?.slug ?? '' };
}
const sent = () => service.count('sendInvoice');

describe('another attempt', () => {
  it('gets a new invoice and a new timeout, which the order shares', async () => {
    const { orderId, read } = await unpaid();
    const before = now().getTime();
    expect(await retryPayment(orderId, addresses)).toBe(true);
    const { payments, expiresAt, lines, number } = await read();
    const [, second] = payments;
    expect(second).toMatchObject({ attempt: 2, state: 'ISSUED', openOrderId: orderId, expiresAt });
    expect(expiresAt.getTime() - before).toBeGreaterThanOrEqual(config().paymentTimeoutSeconds * 1_000);
    expect(expiresAt.getTime() - now().getTime()).toBeLessThanOrEqual(config().paymentTimeoutSeconds * 1_000);
    const request = service.lastRequest('sendInvoice');
    expect(request).toContain(`${number}-2</clientInvoiceId>`);
    for (const { name } of lines) expect(request).toContain(name);
  });

  it('includes a change of the order that SEQR has not confirmed', async () => {
    const { orderId, paymentId, read, slug } = await unpaid(2);
    await setPayment(paymentId, { state: 'ISSUED', openOrderId: orderId, closedAt: null });
    service.instead.set('updateInvoice', (response) =>
      response.end(answerOf('updateInvoice', '<resultCode>94</resultCode>')),
    );
    const { total } = await read();
    expect(await updateOrder(orderId, new Map([[0, 1]]), { source: 'merchant', name: 'Åsa' })).toBe('later');
    await setPayment(paymentId, ended());
    expect(await retryPayment(orderId, addresses)).toBe(true);
    const after = await read();
    expect(after.lines.map(({ quantity }) => quantity)).toEqual([1, 1]);
    expect(after).toMatchObject({ total: total - 100_00 });
    expect(after.payments[1]).toMatchObject({ amount: total - 100_00 });
    expect(await stockOf(slug)).toEqual({ stock: 4, reserved: 1, sold: 0 });
    expect(await db().read.orderChange.findFirst({ where: { orderId } })).toMatchObject({ state: 'APPLIED' });
  });

  it('is not opened for an unknown order', async () => {
    const before = sent();
    expect(await retryPayment(newKey(), addresses)).toBe(false);
    expect(sent()).toBe(before);
  });

  it('is not opened while one is open', async () => {
    const { orderId } = await issued();
    const before = sent();
    expect(await retryPayment(orderId, addresses)).toBe(false);
    expect(sent()).toBe(before);
  });

  it.each([
    ['is paid', { order: { state: 'PAID' as const }, payment: {} }],
    ['has expired', { order: { state: 'EXPIRED' as const }, payment: {} }],
    ['is paid by bank transfer', { order: { paymentMethod: 'invoice' as const }, payment: {} }],
    ['has a held payment', { order: {}, payment: { heldAt: new Date() } }],
  ])('is not opened if the order %s', async (_, { order, payment }) => {
    const { orderId, paymentId, read } = await unpaid();
    await db().write(async (tx) => {
      await tx.order.update({ where: { id: orderId }, data: order });
      await tx.payment.update({ where: { id: paymentId }, data: payment });
    });
    const { expiresAt } = await read();
    const before = sent();
    expect(await retryPayment(orderId, addresses)).toBe(false);
    expect(sent()).toBe(before);
    expect(await read()).toMatchObject({ expiresAt, payments: [{ attempt: 1 }] });
  });
});
