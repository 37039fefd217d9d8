import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { now } from '../clock';
import { db } from '../db/client';
import { newKey } from '../ids';
import { LARGEST_AMOUNT } from '../input-limits';
import { merchant } from '../merchant';
import { money } from '../money';
import { configure } from '../testing/configure';
import { addProducts, openShopDatabase } from '../testing/shop-database';
import { type OrderItem, quoteOrder } from './quote';

let close: () => Promise<void>;

beforeAll(async () => {
  close = await openShopDatabase();
});
afterAll(() => close());

it('names products that are no longer for sale, but not drafts', async () => {
  const slugs = ['archived', 'once-sold', 'draft'];
  await addProducts(slugs.map((slug) => ({ slug, published: false })));
  await db().write(async (tx) => {
    await tx.product.update({ where: { slug: 'archived' }, data: { archivedAt: now() } });
    await tx.product.update({ where: { slug: 'once-sold' }, data: { sold: 1 } });
    for (const slug of slugs) await tx.productText.updateMany({ where: { productSlug: slug }, data: { name: slug } });
  });
  const items = [...slugs, 'deleted'].map((slug) => ({ slug, quantity: 1 }));
  const { lines, ok } = await quoteOrder(items, 'standard', 'en');
  expect(ok).toBe(false);
  expect(lines.map(({ name, problem }) => [name, problem])).toEqual([
    ['archived', 'unknown'],
    ['once-sold', 'unknown'],
    ['', 'unknown'],
    ['', 'unknown'],
  ]);
});

describe('a quote', () => {
  const sek = (amount: number) => money(amount, 'SEK');
  const quote = (items: OrderItem[]) => quoteOrder(items, 'standard', 'en');

  async function product(change: { price?: number; vatRate?: number; stock?: number } = {}): Promise<string> {
    const slug = newKey();
    await addProducts([{ slug, ...change }]);
    return slug;
  }

  it('adds up goods and delivery, with the VAT of both', async () => {
    const [a, b] = [await product({ price: 125_00 }), await product({ price: 106_00, vatRate: 6_00 })];
    await db().write((tx) => tx.product.update({ where: { slug: a }, data: { sku: 'A-1', image: 'a.jpg' } }));
    const quoted = await quote([
      { slug: a, quantity: 2 },
      { slug: b, quantity: 1 },
    ]);
    expect(quoted).toMatchObject({
      ...{ ok: true, goods: sek(356_00), delivery: sek(49_00), total: sek(405_00), deliveryVatRate: null },
      deliveryOptions: [
        { id: 'standard', price: sek(merchant.deliveryPrices.standard) },
        { id: 'express', price: sek(merchant.deliveryPrices.express) },
      ],
    });
    expect(quoted.lines).toEqual([
      {
        ...{ slug: a, sku: 'A-1', name: `${a} en`, image: 'a.jpg', quantity: 2 },
        ...{ unitPrice: sek(125_00), vatRate: 25_00, total: sek(250_00) },
      },
      {
        ...{ slug: b, sku: null, name: `${b} en`, image: '', quantity: 1 },
        ...{ unitPrice: sek(106_00), vatRate: 6_00, total: sek(106_00) },
      },
    ]);
    expect(quoted.vat.map(({ rate }) => rate)).toEqual([25_00, 6_00]);
    expect(quoted.vat.reduce((sum, { net, vat }) => sum + net.amount + vat.amount, 0)).toBe(405_00);
    expect(quoted).not.toHaveProperty('orderLimit');
    expect(quoted).not.toHaveProperty('totalLimit');
  });

  it('has the VAT of the goods on the delivery', async () => {
    const slug = await product({ vatRate: 6_00 });
    const { deliveryVatRate, vat } = await quote([{ slug, quantity: 1 }]);
    expect([deliveryVatRate, vat.map(({ rate, net, vat: tax }) => [rate, net.amount + tax.amount])]).toEqual([
      6_00,
      [[6_00, 149_00]],
    ]);
  });

  it.each([
    [0, 'bad-quantity', 3],
    [1.5, 'bad-quantity', 3],
    [3, undefined, undefined],
    [4, 'too-many', 3],
  ])('of %s units of a product with a stock of 3 has the problem %s', async (quantity, problem, available) => {
    const slug = await product({ stock: 3 });
    const { lines, ok, goods } = await quote([{ slug, quantity }]);
    expect(lines).toMatchObject([{ quantity, total: sek(problem ? 0 : 300_00) }]);
    expect([lines[0]?.problem, lines[0]?.available, ok]).toEqual([problem, available, problem === undefined]);
    expect(goods).toEqual(sek(problem ? 0 : 300_00));
  });

  it('cannot be ordered with a sold-out line, and adds up only the others', async () => {
    const [gone, here] = [await product({ stock: 0 }), await product()];
    const quoted = await quote([gone, here].map((slug) => ({ slug, quantity: 1 })));
    expect(quoted).toMatchObject({ ok: false, goods: sek(100_00), total: sek(149_00) });
    expect(quoted.lines.map(({ problem, available }) => [problem, available])).toEqual([
      ['sold-out', 0],
      [undefined, undefined],
    ]);
    expect(await quote([])).toMatchObject({ ok: false, goods: sek(0), lines: [] });
    expect((await quote([{ slug: newKey(), quantity: 1 }])).lines).toMatchObject([
      { problem: 'unknown', name: '', image: '', sku: null, unitPrice: sek(0), total: sek(0) },
    ]);
  });

  it('is limited in the units of a line and of the order, and in SEQR’s largest amount', async () => {
    configure({ MAX_LINE_QUANTITY: '5', MAX_ORDER_QUANTITY: '6' });
    const [many, few, dear] = [
      await product({ stock: 9 }),
      await product({ stock: 5 }),
      await product({ price: LARGEST_AMOUNT }),
    ];
    const of = async (...items: [string, number][]) => {
      const { lines, ok, orderLimit, totalLimit } = await quote(items.map(([slug, quantity]) => ({ slug, quantity })));
      const [first] = lines;
      return { problem: first?.problem, available: first?.available, ok, orderLimit, totalLimit };
    };
    const good = { problem: undefined, available: undefined, ok: true, orderLimit: undefined, totalLimit: undefined };
    expect(await of([many, 5])).toEqual(good);
    expect(await of([many, 6])).toEqual({ ...good, problem: 'line-limit', available: 5, ok: false });
    expect(await of([few, 6])).toEqual({ ...good, problem: 'too-many', available: 5, ok: false });
    expect(await of([many, 5], [few, 1])).toEqual(good);
    expect(await of([many, 5], [few, 2])).toEqual({ ...good, ok: false, orderLimit: 6 });
    expect(await of([dear, 1])).toEqual({ ...good, ok: false, totalLimit: sek(LARGEST_AMOUNT) });
  });
});
