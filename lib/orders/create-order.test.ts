import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { db } from '../db/client';
import { newUuid } from '../ids';
import { log } from '../log';
import { addProducts, openShopDatabase, stockOf } from '../testing/shop-database';
import { createOrder, type NewOrder } from './create-order';
import { getOrder } from './get-order';
import { closeOrder, settlePaidOrder } from './settle-order';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openShopDatabase();
});
afterAll(() => close());

let serial = 0;
const newProduct = async (stock: number) => {
  const slug = `product-${serial++}`;
  await addProducts([{ slug, stock, price: 125_00 }]);
  return slug;
};

const order = (slug: string, more: Partial<NewOrder> = {}): NewOrder => ({
  checkoutKey: newUuid(),
  requestHash: 'hash',
  visitorId: 'visitor',
  clientAddress: '203.0.113.7',
  items: [{ slug, quantity: 1 }],
  customer: { name: 'Å', email: 'a@b.se', address: 'x', postalCode: '12345', city: 'y', country: 'SE' },
  delivery: 'standard',
  paymentMethod: 'seqr',
  language: 'sv',
  deliveryName: 'Leverans',
  paymentTimeoutSeconds: 900,
  ...more,
});
const create = (input: NewOrder) => db().write((tx) => createOrder(tx, input));
const created = async (input: NewOrder) => {
  const result = await create(input);
  if (!result.ok) throw new Error(result.reason);
  return result.order;
};

describe('createOrder', () => {
  it('stores a snapshot of the catalogue’s prices in the buyer’s language and reserves the stock', async () => {
    const slug = await newProduct(5);
    await db().write((tx) => tx.product.update({ where: { slug }, data: { sku: 'A-1' } }));
    const { id } = await created(order(slug, { items: [{ slug, quantity: 2 }] }));
    await db().write((tx) => tx.product.update({ where: { slug }, data: { price: 1, sku: 'A-2' } }));
    const stored = await db().read.orderLine.findMany({ where: { orderId: id }, orderBy: { position: 'asc' } });
    expect(stored.map((line) => line.sku)).toEqual(['A-1', null]);
    const view = await getOrder(id);
    expect(view?.lines.map(({ name, quantity, total }) => [name, quantity, total.amount])).toEqual([
      [`${slug} sv`, 2, 250_00],
      ['Leverans', 1, 49_00],
    ]);
    expect(view?.total).toEqual({ amount: 299_00, currency: 'SEK' });
    expect(id).toMatch(/^[\w-]{22}$/);
    expect(await stockOf(slug)).toEqual({ stock: 3, reserved: 2, sold: 0 });
  });

  it('removes soft hyphens from names, because the lines go to SEQR and into files', async () => {
    const slug = await newProduct(1);
    const where = { productSlug_language: { productSlug: slug, language: 'sv' } };
    await db().write((tx) => tx.productText.update({ where, data: { name: 'Gryt\u00adunder\u00adlägg' } }));
    const { id } = await created(order(slug));
    expect((await getOrder(id))?.lines[0]?.name).toBe('Grytunderlägg');
  });

  it('assigns unique, readable numbers', async () => {
    const slug = await newProduct(50);
    const numbers = await Promise.all(Array.from({ length: 20 }, async () => (await created(order(slug))).number));
    expect(new Set(numbers).size).toBe(20);
  });

  it('sells the last unit to only one of 200 concurrent buyers', async () => {
    const slug = await newProduct(1);
    const results = await Promise.all(Array.from({ length: 200 }, () => create(order(slug))));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    const refusals = results.flatMap((result) => (result.ok ? [] : result.quote.lines.map((line) => line.problem)));
    expect(new Set(refusals)).toEqual(new Set(['sold-out']));
    expect(await stockOf(slug)).toEqual({ stock: 0, reserved: 1, sold: 0 });
  });

  it('refuses a total that differs from the one the buyer saw', async () => {
    const slug = await newProduct(1);
    expect(await create(order(slug, { shownTotal: 1 }))).toMatchObject({ ok: false, reason: 'price-changed' });
    expect(await stockOf(slug)).toEqual({ stock: 1, reserved: 0, sold: 0 });
    expect(await create(order(slug, { shownTotal: 174_00 }))).toMatchObject({ ok: true });
  });

  it('gives a bank-transfer order a reference and ten days to pay', async () => {
    const view = await getOrder((await created(order(await newProduct(1), { paymentMethod: 'invoice' }))).id);
    expect(view?.bankTransfer?.reference).toMatch(/^\d{6,}$/);
    expect((view?.expiresAt.getTime() ?? 0) - (view?.createdAt.getTime() ?? 0)).toBe(10 * 86_400_000);
  });

  it('refuses a second order with the same checkout key', async () => {
    const slug = await newProduct(5);
    const input = order(slug);
    await created(input);
    await expect(created(input)).rejects.toThrow();
    expect(await stockOf(slug)).toEqual({ stock: 4, reserved: 1, sold: 0 });
  });
});

describe('settlePaidOrder and closeOrder', () => {
  const settle = (id: string) => db().write(async (tx) => (await settlePaidOrder(tx, id)).outcome);
  const expire = (id: string) => db().write((tx) => closeOrder(tx, id, 'EXPIRED'));

  it('sell the reserved stock once when the order is paid', async () => {
    const slug = await newProduct(2);
    const { id } = await created(order(slug));
    expect(await settle(id)).toBe('paid');
    expect(await settle(id)).toBe('already-paid');
    expect(await expire(id)).toBe(false);
    expect(await stockOf(slug)).toEqual({ stock: 1, reserved: 0, sold: 1 });
  });

  it('release the reserved stock once when the order is closed', async () => {
    const slug = await newProduct(2);
    const { id } = await created(order(slug));
    expect(await expire(id)).toBe(true);
    expect(await expire(id)).toBe(false);
    expect(await stockOf(slug)).toEqual({ stock: 2, reserved: 0, sold: 0 });
  });

  it('mail the buyer that the order is closed, unless it is a SEQR order that the buyer has cancelled', async () => {
    const slug = await newProduct(20);
    const mailsOf = async (state: 'CANCELED' | 'EXPIRED', isByBuyer: boolean, paymentMethod: 'seqr' | 'invoice') => {
      const { id } = await created(
        order(slug, { paymentMethod, customer: { ...order(slug).customer, email: newUuid() } }),
      );
      await db().write((tx) => closeOrder(tx, id, state, isByBuyer));
      return (await db().read.outbox.findMany({ where: { subjectId: id } })).map(({ kind }) => kind);
    };
    expect(await mailsOf('EXPIRED', false, 'seqr')).toEqual(['mail-expired']);
    expect(await mailsOf('CANCELED', false, 'seqr')).toEqual(['mail-cancelled']);
    expect(await mailsOf('CANCELED', true, 'seqr')).toEqual([]);
    expect(await mailsOf('CANCELED', true, 'invoice')).toEqual(['mail-cancelled']);
    expect(await stockOf(slug)).toEqual({ stock: 20, reserved: 0, sold: 0 });
  });

  it('end the review of a bank-transfer order, and no longer count it as open', async () => {
    const slug = await newProduct(20);
    const read = (id: string) => db().read.order.findUniqueOrThrow({ where: { id } });
    const transfer = (quantity: number) =>
      created(order(slug, { paymentMethod: 'invoice', items: [{ slug, quantity }], clientAddress: newUuid() }));
    const [reviewed, paid] = [await transfer(19), await transfer(1)];
    expect(await read(reviewed.id)).toMatchObject({ awaitsReview: true, openTransferMailbox: 'a@b.se' });
    expect(await stockOf(slug)).toEqual({ stock: 19, reserved: 1, sold: 0 });
    await expire(reviewed.id);
    await settle(paid.id);
    const closed = { awaitsReview: false, openTransferMailbox: null, openTransferAddress: null };
    expect(await read(reviewed.id)).toMatchObject({
      ...closed,
      state: 'EXPIRED',
      closedAt: expect.any(Date),
      paidAt: null,
    });
    expect(await read(paid.id)).toMatchObject({ ...closed, state: 'PAID', closedAt: null, paidAt: expect.any(Date) });
    expect(await stockOf(slug)).toEqual({ stock: 19, reserved: 0, sold: 1 });
  });

  it('return the order’s open attempt, and what happens to the money of a duplicate payment', async () => {
    const { id } = await created(order(await newProduct(2)));
    const facts = { id: newUuid(), orderId: id, openOrderId: id, attempt: 1, amount: 1, currency: 'SEK' };
    const times = { createdAt: new Date(), expiresAt: new Date() };
    await db().write((tx) => tx.payment.create({ data: { ...facts, ...times, state: 'ISSUED' } }));
    const settled = () => db().write((tx) => settlePaidOrder(tx, id));
    expect(await settled()).toMatchObject({
      outcome: 'paid',
      step: { money: 'keep', mail: 'receipt' },
      openAttempt: facts.id,
    });
    expect(await settled()).toMatchObject({ outcome: 'already-paid', step: { money: 'refund', mail: null } });
  });

  it('book the payment or close the order, and log an error, if its stock is not reserved', async () => {
    const slug = await newProduct(2);
    const [paid, expired] = [await created(order(slug)), await created(order(slug))];
    await db().write((tx) => tx.product.update({ where: { slug }, data: { reserved: 0 } }));
    const error = vi.spyOn(log, 'error').mockImplementation(() => {});
    onTestFinished(() => error.mockRestore());
    expect(await settle(paid.id)).toBe('paid');
    expect(await expire(expired.id)).toBe(true);
    expect(error.mock.calls).toEqual([
      [{ slug, quantity: 1 }, expect.stringContaining('not sold')],
      [{ slug, quantity: 1 }, expect.stringContaining('not released')],
    ]);
    expect(await stockOf(slug)).toEqual({ stock: 0, reserved: 0, sold: 0 });
  });

  it('accept late money while the stock is available and report it as too late afterwards', async () => {
    const slug = await newProduct(1);
    const early = await created(order(slug));
    await expire(early.id);
    expect(await settle(early.id)).toBe('honoured');
    expect(await stockOf(slug)).toEqual({ stock: 0, reserved: 0, sold: 1 });

    const other = await newProduct(1);
    const late = await created(order(other));
    await expire(late.id);
    await created(order(other));
    expect(await settle(late.id)).toBe('too-late');
    expect((await getOrder(late.id))?.state).toBe('EXPIRED');
    expect(await stockOf(other)).toEqual({ stock: 0, reserved: 1, sold: 0 });
  });
});
