import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeCart } from '../cart/change-cart';
import { now } from '../clock';
import { db } from '../db/client';
import { newKey, newUuid } from '../ids';
import { money } from '../money';
import { toMailbox } from '../orders/open-transfers';
import { quoteOrder } from '../orders/quote';
import { closeOrder } from '../orders/settle-order';
import { configure } from '../testing/configure';
import { addProducts, openShopDatabase } from '../testing/shop-database';
import { placeOrder } from './place-order';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openShopDatabase();
  configure({ MAX_OPEN_TRANSFERS_PER_ADDRESS: '4', MAX_OPEN_TRANSFERS_PER_MAILBOX: '2', RATE_LIMITS: '' });
});
afterAll(() => close());

async function newProduct(stock = 1000): Promise<string> {
  const slug = newKey().toLowerCase().replaceAll('_', '-').replace(/^-/, 'x');
  await addProducts([{ slug, stock }]);
  return slug;
}

async function orderByTransfer({
  email = `${newKey()}@example.com`,
  clientAddress = newKey(),
  checkoutKey = newUuid(),
  items = [] as readonly { slug: string; quantity: number }[],
} = {}) {
  const goods = items.length > 0 ? [...items] : [{ slug: await newProduct(), quantity: 1 }];
  const customer = { name: 'Åsa', email, address: 'Tallvägen 1', postalCode: '791 71', city: 'Falun', country: 'SE' };
  const result = await placeOrder(
    {
      items: goods,
      customer: { ...customer, country: 'SE' },
      delivery: 'standard',
      paymentMethod: 'invoice',
      checkoutKey,
      language: 'en',
    },
    { visitorId: null, clientAddress },
    { forSeqr: 'http://shop.test', forBuyer: 'http://shop.test' },
  );
  return result.ok
    ? result.order.orderId
    : result.problems.map(({ field, code, message }) => ({ field, code, message }));
}

describe('unpaid bank-transfer orders', () => {
  it('are limited per mailbox in any spelling, not counting closed orders', async () => {
    const first = await orderByTransfer({ email: 'Bo.Berg@example.com' });
    await orderByTransfer({ email: 'bo.berg+two@example.com' });
    const refused = [
      {
        field: 'paymentMethod',
        code: 'open-transfers',
        message:
          'You already have 2 unpaid or recently cancelled orders by bank transfer. Pay one of them, choose SEQR, or try again tomorrow.',
      },
    ];
    expect(await orderByTransfer({ email: 'BO.BERG@EXAMPLE.COM' })).toEqual(refused);
    await db().write((tx) => closeOrder(tx, String(first), 'CANCELED'));
    expect(await orderByTransfer({ email: 'bo.berg@example.com' })).toEqual(expect.any(String));
  });

  it('count for their mailbox for a day if the buyer cancels them, because each has been mailed', async () => {
    const email = 'flooded@example.com';
    const orders = [await orderByTransfer({ email }), await orderByTransfer({ email })].map(String);
    for (const id of orders) await db().write((tx) => closeOrder(tx, id, 'CANCELED', true));
    expect(await orderByTransfer({ email })).toMatchObject([{ code: 'open-transfers' }]);
    const yesterday = new Date(now().getTime() - 86_400_000);
    await db().write((tx) => tx.order.updateMany({ where: { id: { in: orders } }, data: { createdAt: yesterday } }));
    expect(await orderByTransfer({ email })).toEqual(expect.any(String));
  });

  it('are limited per client address, independently of other addresses', async () => {
    const clientAddress = '198.51.100.4';
    for (let i = 0; i < 4; i++) expect(await orderByTransfer({ clientAddress })).toEqual(expect.any(String));
    expect(await orderByTransfer({ clientAddress })).toMatchObject([{ code: 'open-transfers-here' }]);
    expect(await orderByTransfer({ clientAddress: '198.51.100.5' })).toEqual(expect.any(String));
  });

  it('return the existing order for a repeated submission, even at the limit', async () => {
    const clientAddress = '198.51.100.6';
    const repeated = { clientAddress, checkoutKey: newUuid(), email: 'eva@example.com' };
    const items = [{ slug: await newProduct(), quantity: 1 }];
    const first = await orderByTransfer({ ...repeated, items });
    for (let i = 0; i < 3; i++) await orderByTransfer({ clientAddress });
    expect(await orderByTransfer({ ...repeated, items })).toBe(first);
  });

  it('are not limited if RATE_LIMITS is off', async () => {
    configure({ RATE_LIMITS: 'off' });
    try {
      for (let i = 0; i < 5; i++) {
        expect(await orderByTransfer({ email: 'off@example.com', clientAddress: 'off' })).toEqual(expect.any(String));
      }
    } finally {
      configure({ RATE_LIMITS: '' });
    }
  });
});

describe('the size of an order', () => {
  it('is at most 50 units of one product; cart and checkout say so', async () => {
    const slug = await newProduct();
    expect(await orderByTransfer({ items: [{ slug, quantity: 51 }] })).toEqual([
      {
        field: 'items.0.quantity',
        code: 'line-limit',
        message: 'An order can contain at most 50 of this product. Please reduce the quantity.',
      },
    ]);
    const cart = { checkoutKey: newUuid(), lines: [{ slug, quantity: 50 }] };
    expect(await changeCart(cart, { action: 'add', slug, quantity: '1' }, 'en')).toEqual({
      ok: false,
      problem: { code: 'line-limit', slug, available: 50 },
    });
  });

  it('is at most 200 units in total; cart and checkout say so', async () => {
    const slugs = await Promise.all(Array.from({ length: 5 }, () => newProduct()));
    const items = slugs.map((slug, index) => ({ slug, quantity: index < 4 ? 50 : 1 }));
    expect(await orderByTransfer({ items })).toMatchObject([{ field: 'items', code: 'order-limit' }]);
    const [last] = slugs.slice(-1);
    const cart = { checkoutKey: newUuid(), lines: items.slice(0, 4) };
    expect(await changeCart(cart, { action: 'add', slug: String(last), quantity: '1' }, 'en')).toEqual({
      ok: false,
      problem: { code: 'order-limit', slug: last, available: 200 },
    });
    expect(await orderByTransfer({ items: items.slice(0, 4) })).toEqual(expect.any(String));
  });

  it('is at most SEQR’s largest invoice total; the checkout says so', async () => {
    const slug = await newProduct();
    const priced = (price: number) => db().write((tx) => tx.product.update({ where: { slug }, data: { price } }));
    await priced(5_000_000_00);
    expect(await orderByTransfer({ items: [{ slug, quantity: 2 }] })).toEqual([
      {
        field: 'items',
        code: 'total-limit',
        message:
          'An order can cost at most 9,999,999.99\u00a0kr including delivery. Please reduce the quantity of one or more items.',
      },
    ]);
    expect((await quoteOrder([{ slug, quantity: 2 }], 'standard', 'en')).totalLimit).toEqual(
      money(9_999_999_99, 'SEK'),
    );
    await priced(4_999_975_49);
    const quote = await quoteOrder([{ slug, quantity: 2 }], 'standard', 'en');
    expect(quote).toMatchObject({ ok: true, total: money(9_999_999_98, 'SEK') });
  });

  it('reports the stock if it is lower than the limit', async () => {
    const slug = await newProduct(43);
    expect(await orderByTransfer({ items: [{ slug, quantity: 60 }] })).toMatchObject([{ code: 'too-many' }]);
  });
});

describe('toMailbox', () => {
  it.each([
    ['Anna@Example.com', 'anna@example.com'],
    ['anna+shop+2@example.com', 'anna@example.com'],
    ['anna@example.com', 'anna@example.com'],
  ])('maps %s to %s', (email, mailbox) => expect(toMailbox(email)).toBe(mailbox));
});
