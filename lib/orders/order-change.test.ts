import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { db } from '../db/client';
import { addOrder } from '../testing/orders';
import { addProducts, openShopDatabase, stockOf } from '../testing/shop-database';
import { reduceLines } from './change-lines';
import { applyChange, dropChange, isSameChange, reserveChange } from './order-change';
import type { Actor } from './order-events';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openShopDatabase();
});
afterAll(() => close());

const merchant: Actor = { source: 'merchant', name: 'Åsa' };
const totals = { from: 350_00, to: 150_00, currency: 'SEK' };

let serial = 0;
/** An order of 3 × 100.00 and 1 × 50.00, whose first line is to be reduced to one unit. */
async function reserved({ by = merchant, awaitsReview = false } = {}) {
  const [slug, other] = [`a${serial}`, `b${serial++}`] as const;
  await addProducts([{ slug }, { slug: other }]);
  const line = { kind: 'PRODUCT' as const, vatRate: 25_00 };
  const lines = [
    { ...line, position: 0, slug, sku: 'A-1', name: 'A', quantity: 3, unitPrice: 100_00, total: 300_00 },
    { ...line, position: 1, slug: other, sku: null, name: 'B', quantity: 1, unitPrice: 50_00, total: 50_00 },
  ];
  const order = await addOrder({ total: 350_00, awaitsReview, lines: { create: lines } });
  const quantities = new Map([[0, 1]]);
  const after = reduceLines(lines, quantities);
  if (!after) throw new Error('not reduced');
  const change = await db().write(async (tx) => {
    for (const one of [slug, other]) await tx.product.update({ where: { slug: one }, data: { stock: 5, reserved: 3 } });
    return reserveChange(tx, order, { quantities, after, paymentVersion: 2 }, by);
  });
  return {
    ...{ id: order.id, slug, other, change },
    row: () => db().read.orderChange.findUniqueOrThrow({ where: { id: change.id } }),
    order: () =>
      db().read.order.findUniqueOrThrow({
        where: { id: order.id },
        include: { lines: { orderBy: { position: 'asc' } } },
      }),
    history: async () =>
      (await db().read.orderEvent.findMany({ where: { orderId: order.id }, orderBy: { id: 'asc' } })).map(
        ({ kind, source, actor, data }) => ({ kind, source, actor, ...JSON.parse(data) }),
      ),
  };
}

describe('a reduction of an order', () => {
  it('is reserved with its totals and the person, one at a time', async () => {
    const { id, change, history } = await reserved();
    expect(change).toMatchObject({
      ...{ orderId: id, openFor: id, state: 'RESERVED', fromTotal: 350_00, toTotal: 150_00, settledAt: null },
      ...{ paymentVersion: 2, source: 'merchant', actor: 'Åsa' },
    });
    expect(await history()).toEqual([{ kind: 'change-requested', source: 'merchant', actor: 'Åsa', ...totals }]);
  });

  it('is the same only with the same quantities', async () => {
    const { change } = await reserved();
    expect(isSameChange(change, new Map([[0, 1]]))).toBe(true);
    expect(isSameChange(change, new Map([[0, 2]]))).toBe(false);
    expect(isSameChange(change, new Map([[1, 1]]))).toBe(false);
    expect(isSameChange(change, new Map([...[[0, 1] as const], [1, 1]]))).toBe(false);
    expect(isSameChange(change, new Map())).toBe(false);
  });

  it('is applied once, to lines, total, stock, search and history', async () => {
    const [{ slug, other, change, row, order, history }, another] = [await reserved(), await reserved()];
    expect(await db().write((tx) => applyChange(tx, change))).toBe(true);
    expect(await db().write((tx) => applyChange(tx, change))).toBe(false);
    expect(await order()).toMatchObject({
      ...{ total: 150_00, searchVersion: 0 },
      lines: [
        { position: 0, kind: 'PRODUCT', slug, sku: 'A-1', name: 'A', quantity: 1, unitPrice: 100_00, total: 100_00 },
        { position: 1, slug: other, quantity: 1, vatRate: 25_00, total: 50_00 },
      ],
    });
    expect([await stockOf(slug), await stockOf(other)]).toMatchObject([
      { stock: 7, reserved: 1 },
      { stock: 5, reserved: 3 },
    ]);
    expect((await another.order()).lines).toHaveLength(2);
    expect(await row()).toMatchObject({ state: 'APPLIED', openFor: null, settledAt: expect.any(Date) });
    expect((await history()).slice(1)).toEqual([{ kind: 'changed', source: 'merchant', actor: 'Åsa', ...totals }]);
  });

  it('is recorded as made by the shop if no person requested it', async () => {
    const { change, history } = await reserved({ by: { source: 'shop' } });
    await db().write((tx) => applyChange(tx, change));
    expect(await history()).toMatchObject([
      { source: 'shop', actor: null },
      { source: 'shop', actor: null },
    ]);
  });

  it('releases no stock of an order that awaits review', async () => {
    const { change, slug } = await reserved({ awaitsReview: true });
    await db().write((tx) => applyChange(tx, change));
    expect(await stockOf(slug)).toMatchObject({ stock: 5, reserved: 3 });
  });

  it.each([
    ['has fewer units', { lines: { updateMany: { where: { position: 0 }, data: { quantity: 1 } } } }],
    ['is no longer unpaid', { state: 'PAID' as const }],
    ['has received money', { transferred: 1 }],
  ])('is not applied if the order %s', async (_, data) => {
    const { id, change, row, slug } = await reserved();
    await db().write((tx) => tx.order.update({ where: { id }, data }));
    await expect(db().write((tx) => applyChange(tx, change))).rejects.toThrow('was modified');
    expect((await row()).state).toBe('RESERVED');
    expect(await stockOf(slug)).toMatchObject({ stock: 5, reserved: 3 });
  });

  it('can be dropped once, which changes nothing else', async () => {
    const { id, change, row, order, history } = await reserved();
    expect(await db().write((tx) => dropChange(tx, id))).toBe(true);
    expect(await db().write((tx) => dropChange(tx, id))).toBe(false);
    expect(await db().write((tx) => applyChange(tx, change))).toBe(false);
    expect(await row()).toMatchObject({ state: 'DROPPED', openFor: null, settledAt: expect.any(Date) });
    expect((await order()).total).toBe(350_00);
    expect((await history()).slice(1)).toEqual([{ kind: 'change-dropped', source: 'shop', actor: null, ...totals }]);
  });
});
