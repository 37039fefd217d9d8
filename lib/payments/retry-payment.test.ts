import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { now } from '../clock';
import { config } from '../config';
import { db } from '../db/client';
import { newKey } from '../ids';
import { addresses, issued } from '../testing/checkouts';
import type { ScriptedSeqr } from '../testing/scripted-seqr';
import { openScriptedShop } from '../testing/scripted-shop';
import { MAX_ATTEMPTS, retryPayment } from './retry-payment';

let service: ScriptedSeqr;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ service, close } = await openScriptedShop());
});
afterAll(() => close());

/** Places an order whose only attempt has ended without a payment. */
async function unpaid() {
  const { orderId, paymentId } = await issued();
  const at = new Date();
  const data = { state: 'CANCELED' as const, openOrderId: null, closedAt: at, nextCheckAt: null };
  const expiresAt = new Date(at.getTime() - 1_000);
  await db().write(async (tx) => {
    await tx.payment.update({ where: { id: paymentId }, data });
    await tx.order.update({ where: { id: orderId }, data: { expiresAt } });
  });
  const read = () =>
    db().read.order.findUniqueOrThrow({
      where: { id: orderId },
      include: { payments: { orderBy: { attempt: 'asc' } }, lines: { orderBy: { position: 'asc' } } },
    });
  return { orderId, paymentId, read };
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
    const positions = lines.map(({ name }) => request.indexOf(name));
    expect(positions).toEqual(positions.toSorted((a, b) => a - b));
    expect(positions).not.toContain(-1);
  });

  it('includes a change of the order that SEQR has not confirmed', async () => {
    const { orderId, read } = await unpaid();
    const { lines, total } = await read();
    const [first, delivery] = lines;
    if (!first || !delivery) throw new Error('no lines');
    await db().write(async (tx) => {
      const more = { quantity: 2, total: 2 * first.unitPrice };
      await tx.orderLine.update({ where: { orderId_position: { orderId, position: 0 } }, data: more });
      await tx.order.update({ where: { id: orderId }, data: { total: total + first.unitPrice } });
      await tx.orderChange.create({
        data: {
          ...{ id: newKey(), orderId, openFor: orderId, state: 'RESERVED', quantities: '[[0,1]]', source: 'merchant' },
          ...{ actor: 'Åsa', fromTotal: total + first.unitPrice, toTotal: total, createdAt: new Date() },
        },
      });
    });
    expect(await retryPayment(orderId, addresses)).toBe(true);
    const after = await read();
    expect(after.lines.map(({ quantity }) => quantity)).toEqual([1, 1]);
    expect(after.payments[1]).toMatchObject({ amount: total });
    expect(await db().read.orderChange.findFirst({ where: { orderId } })).toMatchObject({ state: 'APPLIED' });
  });

  it('is opened for the twentieth time and no more', async () => {
    const { orderId, read } = await unpaid();
    const { payments, total } = await read();
    const [first] = payments;
    if (!first) throw new Error('no payment');
    const times = { createdAt: first.createdAt, expiresAt: first.expiresAt, closedAt: first.closedAt };
    const ended = (attempt: number) => ({
      ...{ ...times, id: newKey(), orderId, attempt, state: 'CANCELED' as const, amount: total, currency: 'SEK' },
    });
    const data = Array.from({ length: MAX_ATTEMPTS - 2 }, (_, index) => ended(index + 2));
    await db().write((tx) => tx.payment.createMany({ data }));
    expect(await retryPayment(orderId, addresses)).toBe(true);
    const last = (await read()).payments.at(-1);
    expect(last).toMatchObject({ attempt: MAX_ATTEMPTS });
    const closed = { state: 'CANCELED' as const, openOrderId: null, closedAt: new Date() };
    await db().write((tx) => tx.payment.update({ where: { id: last?.id ?? '' }, data: closed }));
    expect(await retryPayment(orderId, addresses)).toBe(false);
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
