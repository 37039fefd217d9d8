import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { demoGoods } from '../../../prisma/shop/seed/demo/demo-goods';
import { seedCatalogue } from '../../../prisma/shop/seed/seed-catalogue';
import { getProduct } from '../../catalogue/get-product';
import { placeOrder } from '../../checkout/place-order';
import { db } from '../../db/client';
import { sellStock } from '../../orders/stock';
import { signedIn } from '../../testing/admin-session';
import { addresses, newCheckout } from '../../testing/checkouts';
import { addProducts, openShopDatabase, stockOf } from '../../testing/shop-database';
import { getProductDetails } from '../get-product-details';
import { deleteProduct, duplicateProduct, setArchived } from './product-actions';

let close: () => Promise<void>;
let slug: string;
let serial = 0;

beforeAll(async () => {
  close = await openShopDatabase();
});
beforeEach(async () => {
  slug = `a${serial++}`;
  await addProducts([{ slug, price: 100_00, stock: 100 }]);
});
afterAll(() => close());

const details = () => getProductDetails(signedIn(), slug);

async function order(quantity = 2) {
  const checkout = { ...(await newCheckout()), paymentMethod: 'invoice' as const, items: [{ slug, quantity }] };
  return placeOrder(checkout, { visitorId: null, clientAddress: null }, addresses);
}

const auditOf = async () => {
  const rows = await db().read.auditEntry.findMany({ where: { subjectId: slug }, orderBy: { id: 'asc' } });
  return rows.map(({ field, part, before, after }) => [part ? `${field}-${part}` : field, before, after]);
};

describe('archiving', () => {
  it('takes a product off sale; restoring it keeps it off sale, with its history', async () => {
    expect(await setArchived(signedIn(), slug, true)).toEqual({ outcome: 'done', category: 'things' });
    expect(await details()).toMatchObject({ archived: true, published: false, version: 1 });
    expect(await getProduct('en', slug)).toBeNull();
    expect((await order()).ok).toBe(false);
    expect(await setArchived(signedIn(), slug, true)).toMatchObject({ outcome: 'refused' });
    expect(await setArchived(signedIn(), slug, false)).toMatchObject({ outcome: 'done' });
    expect(await details()).toMatchObject({ archived: false, published: false, version: 2 });
    expect(await auditOf()).toEqual([
      ['published', 'true', 'false'],
      ['archived', 'false', 'true'],
      ['archived', 'true', 'false'],
    ]);
    expect(await db().read.productVersion.count({ where: { productSlug: slug } })).toBe(2);
  });

  it('keeps the units that open orders reserve, which can still be sold', async () => {
    expect((await order()).ok).toBe(true);
    await setArchived(signedIn(), slug, true);
    expect(await stockOf(slug)).toEqual({ stock: 98, reserved: 2, sold: 0 });
    await db().write((tx) => sellStock(tx, [{ slug, quantity: 2 }]));
    expect(await stockOf(slug)).toEqual({ stock: 98, reserved: 0, sold: 2 });
  });

  it('returns null for an unknown product', async () => {
    expect(await setArchived(signedIn(), 'nothing', true)).toBeNull();
    expect(await deleteProduct(signedIn(), 'nothing')).toBeNull();
    expect(await duplicateProduct(signedIn(), 'nothing')).toBeNull();
  });
});

describe('deleting', () => {
  it('removes a product that no order contains, and records its values', async () => {
    expect(await deleteProduct(signedIn(), slug)).toEqual({ outcome: 'done', category: 'things' });
    expect(await details()).toBeNull();
    expect(await auditOf()).toEqual(
      expect.arrayContaining([
        ['name-en', `"${slug} en"`, null],
        ['price', '{"amount":10000,"currency":"SEK"}', null],
        ['stock', '100', null],
      ]),
    );
  });

  it('is refused once an order contains the product, even if it was cancelled', async () => {
    await order();
    await db().write((tx) => tx.product.update({ where: { slug }, data: { reserved: 0, stock: 100 } }));
    const before = await details();
    expect(await deleteProduct(signedIn(), slug)).toMatchObject({ outcome: 'refused' });
    expect(await details()).toEqual(before);
    expect(await auditOf()).toEqual([]);
  });

  it('never succeeds together with a concurrent checkout of the product', async () => {
    const [placed, deleted] = await Promise.all([order(), deleteProduct(signedIn(), slug)]);
    expect(placed.ok).toBe(deleted?.outcome === 'refused');
    expect((await details()) === null).toBe(!placed.ok);
  });

  it('is permanent: the seed does not add the product again, even if no record says that it was seeded', async () => {
    await db().write((tx) => seedCatalogue(tx, demoGoods));
    const [seeded = '', older = ''] = demoGoods.flatMap(({ products }) => products.map((product) => product.slug));
    await db().write((tx) => tx.seededGood.delete({ where: { slug: older } }));
    for (const good of [seeded, older])
      expect(await deleteProduct(signedIn(), good)).toMatchObject({ outcome: 'done' });
    await db().write((tx) => seedCatalogue(tx, demoGoods));
    expect(await db().read.product.count({ where: { slug: { in: [seeded, older] } } })).toBe(0);
  });
});

describe('duplicating', () => {
  it('copies everything except the article number and the units, and puts nothing on sale', async () => {
    await db().write((tx) =>
      tx.product.update({ where: { slug }, data: { sku: `S-${slug}`, image: '/products/a.svg' } }),
    );
    const copied = await duplicateProduct(signedIn(), slug);
    expect(copied).toEqual({ ok: true, slug: `${slug}-2`, categories: ['things'] });
    expect(await getProductDetails(signedIn(), `${slug}-2`)).toMatchObject({
      ...{ sku: null, stock: 0, reserved: 0, sold: 0, published: false, image: '/products/a.svg', vatRate: 25_00 },
      ...{
        price: { amount: 100_00 },
        texts: { en: { name: `${slug} en (copy)` }, sv: { name: `${slug} sv (kopia)` } },
      },
    });
    expect(await duplicateProduct(signedIn(), `${slug}-2`)).toMatchObject({ slug: `${slug}-3` });
    expect(await details()).toMatchObject({ published: true, stock: 100 });
  });

  it('leaves out a price in another currency', async () => {
    await db().write((tx) => tx.product.update({ where: { slug }, data: { currency: 'EUR' } }));
    expect(await duplicateProduct(signedIn(), slug)).toMatchObject({ ok: true });
    expect(await getProductDetails(signedIn(), `${slug}-2`)).toMatchObject({ price: { amount: 0, currency: 'SEK' } });
  });

  it('copies an archived product, off sale and not archived', async () => {
    await setArchived(signedIn(), slug, true);
    expect(await duplicateProduct(signedIn(), slug)).toMatchObject({ ok: true });
    expect(await getProductDetails(signedIn(), `${slug}-2`)).toMatchObject({ archived: false, published: false });
  });
});
