import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getProduct } from '../catalogue/get-product';
import { now } from '../clock';
import { db } from '../db/client';
import { newUuid } from '../ids';
import { merchant } from '../merchant';
import { type Currency, money, sum } from '../money';
import { createOrder } from '../orders/create-order';
import { getOrder } from '../orders/get-order';
import { quoteOrder } from '../orders/quote';
import { invoiceRows } from '../payments/invoice-rows';
import { signedIn } from '../testing/admin-session';
import { addOrder } from '../testing/orders';
import { sellAs } from '../testing/sell-as';
import { addProducts, openShopDatabase } from '../testing/shop-database';
import { listProductPage, parseProductFilter } from './catalogue/list-product-page';
import { saveProduct } from './catalogue/save-product';
import { getOverview } from './get-overview';
import { getProductDetails } from './get-product-details';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openShopDatabase();
});
afterAll(() => close());

/** Runs as a shop in another currency. */
async function asShopIn<T>(currency: Currency, work: () => Promise<T>): Promise<T> {
  const restore = sellAs({
    currency,
    vatRates: [25_50, 13_50],
    deliveryPrices: { standard: 4_90, express: 9_90 },
  });
  try {
    return await work();
  } finally {
    restore();
  }
}

const customer = {
  name: 'Aino',
  email: 'a@b.fi',
  address: 'x',
  postalCode: '00100',
  city: 'y',
  country: 'FI' as const,
};
const order = {
  checkoutKey: '',
  requestHash: '',
  visitorId: null,
  clientAddress: null,
  customer,
  paymentMethod: 'seqr' as const,
};
const wording = { language: 'en' as const, deliveryName: 'Delivery', paymentTimeoutSeconds: 900 };

let serial = 0;
const goods = fc.array(
  fc.record({
    price: fc.integer({ min: 1, max: 10_000_00 }),
    vatRate: fc.constantFrom(25_50, 13_50),
    quantity: fc.integer({ min: 1, max: 5 }),
  }),
  { minLength: 1, maxLength: 4 },
);

describe.each<Currency>(['EUR', 'JPY', 'SEK'])('a shop in %s', (currency) => {
  it('quotes, orders and invoices exactly the same amount', { timeout: 60_000 }, async () => {
    const delivery = fc.constantFrom('standard' as const, 'express' as const);
    await asShopIn(currency, () =>
      fc.assert(
        fc.asyncProperty(goods, delivery, async (wanted, way) => {
          const products = wanted.map((product) => ({ ...product, slug: `${currency}-${serial++}` }));
          await addProducts(products);
          const items = products.map(({ slug, quantity }) => ({ slug, quantity }));
          const quote = await quoteOrder(items, way, 'en');
          const input = { ...order, ...wording, checkoutKey: newUuid(), items, delivery: way };
          const made = await db().write((tx) => createOrder(tx, input));
          const view = made.ok ? await getOrder(made.order.id) : null;
          const lines = await db().read.orderLine.findMany({ where: { orderId: view?.id ?? '' } });
          const rows = invoiceRows(lines, currency);
          const pieces = products.reduce((all, { price, quantity }) => all + price * quantity, 0);
          const total = money(pieces + merchant.deliveryPrices[way], currency);
          expect(quote.total).toEqual(total);
          expect(view?.total).toEqual(total);
          expect(
            sum(
              rows.flatMap(({ itemTotalAmount }) => itemTotalAmount ?? []),
              currency,
            ),
          ).toEqual(total);
          const shares = view?.vat.flatMap(({ net, vat }) => [net, vat]) ?? [];
          expect(sum(shares, currency)).toEqual(total);
          const rates = rows.map(({ itemTaxRate }) => itemTaxRate).filter(Boolean);
          expect(rates.every((rate) => rate === '25.5' || rate === '13.5')).toBe(true);
        }),
        { numRuns: 6 },
      ),
    );
  });
});

describe('a product priced in another currency than the shop’s', () => {
  it('is not for sale until it has a price in the shop’s currency', async () => {
    const slug = 'priced-in-kronor';
    await addProducts([{ slug, price: 899_00 }]);
    await asShopIn('EUR', async () => {
      expect(await getProduct('en', slug)).toBeNull();
      const items = [{ slug, quantity: 1 }];
      expect(await quoteOrder(items, 'standard', 'en')).toMatchObject({ ok: false, total: money(4_90, 'EUR') });
      const session = signedIn();
      expect((await getProductDetails(session, slug))?.price).toEqual(money(899_00, 'SEK'));
      const row = async () => (await listProductPage(session, 'en', parseProductFilter({ q: slug }))).products[0];
      expect(await row()).toMatchObject({ price: money(899_00, 'SEK'), isOnSale: false });
      const texts = { 'name-en': 'A', 'name-sv': 'A', 'description-en': 'A', 'description-sv': 'A' };
      const form = {
        version: '0',
        price: '79,90',
        stock: '10',
        shownStock: '10',
        image: '',
        published: 'on',
        ...texts,
      };
      expect(await saveProduct(session, slug, form, [''])).toMatchObject({ ok: true });
      expect((await getProduct('en', slug))?.price).toEqual(money(79_90, 'EUR'));
      expect(await row()).toMatchObject({ price: money(79_90, 'EUR'), isOnSale: true });
      expect(await quoteOrder(items, 'standard', 'en')).toMatchObject({ ok: true, total: money(84_80, 'EUR') });
    });
  });
});

describe('the overview', () => {
  it('totals each currency separately', async () => {
    const transfer = { paymentMethod: 'invoice' as const, currency: 'EUR', total: 50_00 };
    await addOrder(transfer);
    await addOrder({ ...transfer, currency: 'SEK', total: 700_00 });
    await addOrder({ ...transfer, state: 'PAID', paidAt: now() });
    await addOrder({ ...transfer, state: 'PAID', paidAt: now(), currency: 'SEK', total: 700_00 });
    const { openTransfers, days } = await asShopIn('EUR', () => getOverview(signedIn()));
    expect(openTransfers).toEqual({ count: 2, sums: [money(50_00, 'EUR'), money(700_00, 'SEK')] });
    expect(days.at(-1)).toMatchObject({ sales: money(50_00, 'EUR'), orders: 1 });
  });
});
