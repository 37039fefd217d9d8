import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { demoGoods } from '../../../prisma/shop/seed/demo/demo-goods';
import { seedCatalogue } from '../../../prisma/shop/seed/seed-catalogue';
import { listCategories } from '../../catalogue/list-categories';
import { db } from '../../db/client';
import { signedIn } from '../../testing/admin-session';
import { addOrder } from '../../testing/orders';
import { addProducts, openShopDatabase } from '../../testing/shop-database';
import { listDemoGoods, removeDemoGoods } from './demo-goods';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openShopDatabase();
});
beforeEach(() =>
  db().write(async (tx) => {
    await tx.orderLine.deleteMany();
    await tx.product.deleteMany();
    await tx.category.deleteMany();
    await tx.seededGood.deleteMany();
    await seedCatalogue(tx, demoGoods);
  }),
);
afterAll(() => close());

const seeded = demoGoods.flatMap(({ products }) => products.map(({ slug }) => slug));
const slugs = async () => (await db().read.product.findMany({ select: { slug: true } })).map(({ slug }) => slug).sort();
const fatesOf = async () => {
  const goods = await listDemoGoods(signedIn(), 'en');
  return new Map(goods.map(({ slug, fate }) => [slug, fate]));
};

async function order(slug: string): Promise<void> {
  const { id } = await addOrder({ state: 'PAID' });
  const line = { orderId: id, position: 0, kind: 'PRODUCT', slug, name: slug, quantity: 1 } as const;
  await db().write((tx) =>
    tx.orderLine.create({ data: { ...line, unitPrice: 100_00, vatRate: 25_00, total: 100_00 } }),
  );
}

it('deletes the demonstration’s goods and their categories, and nothing else', async () => {
  await addProducts([{ slug: 'my-own' }]);
  expect(new Set((await fatesOf()).values())).toEqual(new Set(['deleted']));
  await removeDemoGoods(signedIn());
  expect(await slugs()).toEqual(['my-own']);
  expect((await db().read.category.findMany()).map(({ slug }) => slug)).toEqual(['things']);
  expect(await fatesOf()).toEqual(new Map());
  await db().write((tx) => seedCatalogue(tx, demoGoods));
  expect(await slugs()).toEqual(['my-own']);
});

it('keeps ordered goods, off sale, with their category and their order', async () => {
  const [slug = ''] = seeded;
  await order(slug);
  expect((await fatesOf()).get(slug)).toBe('taken-off');
  await removeDemoGoods(signedIn('Bo'));
  expect(await slugs()).toEqual([slug]);
  const product = await db().read.product.findUniqueOrThrow({ where: { slug }, include: { category: true } });
  expect(product).toMatchObject({ published: false, version: 1 });
  expect(await db().read.category.count()).toBe(1);
  expect(await listCategories('en')).toEqual([]);
  expect(await db().read.orderLine.findMany()).toMatchObject([{ slug, name: slug, total: 100_00 }]);
  // A second removal has nothing to do.
  expect(await fatesOf()).toEqual(new Map());
});

it('keeps the name of a category with other goods, even if they are off sale', async () => {
  const [slug = ''] = seeded;
  await order(slug);
  const { categorySlug } = await db().read.product.findUniqueOrThrow({ where: { slug } });
  await addProducts([{ slug: 'my-draft', published: false }]);
  await db().write((tx) => tx.product.update({ where: { slug: 'my-draft' }, data: { categorySlug } }));
  await removeDemoGoods(signedIn());
  expect((await listCategories('en')).map((category) => category.slug)).toEqual([categorySlug]);
});

it('keeps reserved goods, even if no order contains them', async () => {
  const [slug = ''] = seeded;
  await db().write((tx) => tx.product.update({ where: { slug }, data: { reserved: 1 } }));
  await removeDemoGoods(signedIn());
  expect(await slugs()).toEqual([slug]);
});

it('keeps goods whose texts or picture the merchant has changed, but not for another price or stock', async () => {
  const [renamed = '', repainted = '', translated = '', repriced = ''] = seeded;
  await db().write(async (tx) => {
    await tx.productText.updateMany({ where: { productSlug: renamed, language: 'sv' }, data: { name: 'Min egen' } });
    await tx.product.update({ where: { slug: repainted }, data: { image: '/products/other.svg' } });
    const german = { name: 'Meins', summary: '', description: 'Meins', imageAlt: '' };
    await tx.productText.create({ data: { productSlug: translated, language: 'de', ...german } });
    await tx.product.update({ where: { slug: repriced }, data: { price: 1_00, stock: 7 } });
  });
  const fates = await fatesOf();
  expect([renamed, repainted, translated, repriced].map((slug) => fates.get(slug))).toEqual([
    ...['kept', 'kept', 'kept'],
    'deleted',
  ]);
  await removeDemoGoods(signedIn());
  expect(await slugs()).toEqual([renamed, repainted, translated].sort());
  expect(await db().read.product.count({ where: { published: true } })).toBe(3);
});

it('records each removal in the audit list, with the person who did it', async () => {
  const [ordered = '', gone = ''] = seeded;
  await order(ordered);
  await removeDemoGoods(signedIn('Cilla'));
  const where = { actor: 'Cilla', subjectId: { in: [ordered, gone] } };
  const entries = await db().read.auditEntry.findMany({ where });
  for (const entry of entries) expect(entry).toMatchObject({ source: 'merchant', subject: 'product' });
  expect(entries.find(({ subjectId }) => subjectId === ordered)).toMatchObject({ field: 'published', after: 'false' });
  const deleted = entries.filter(({ subjectId }) => subjectId === gone);
  expect(deleted.map(({ field }) => field)).toEqual(expect.arrayContaining(['name', 'price', 'stock', 'image']));
  for (const { before, after } of deleted) expect([before === null, after]).toEqual([false, null]);
});
