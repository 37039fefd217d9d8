import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openShopDatabase, type ShopDatabase } from '@/lib/db/client';
import { fullLanguages as languages } from '@/lib/i18n/languages';
import { merchant } from '@/lib/merchant';
import { migrate } from '@/lib/sqlite/migrate';
import { sellAs } from '@/lib/testing/sell-as';
import { catalogue } from './catalogue';
import { leaveOutDemoGoods, seedCatalogue } from './seed-catalogue';

const products = catalogue.flatMap((category) => category.products);

describe('the catalogue', () => {
  it('has at least 24 products in at least 4 categories, taxed at every rate', () => {
    expect(products.length).toBeGreaterThanOrEqual(24);
    expect(catalogue.length).toBeGreaterThanOrEqual(4);
    expect(new Set(catalogue.map((category) => category.vatRate))).toEqual(new Set(merchant.vatRates));
  });

  it('gives each category and product a unique slug that fits an address', () => {
    const slugs = [...catalogue, ...products].map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(slugs.length);
    for (const slug of slugs) expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(slugs.filter((slug) => slug.length > 40)).toEqual([]);
  });

  it('has one sold-out product, some scarce ones, and at most 200 units of each', () => {
    expect(products.filter(({ stock }) => stock === 0)).toHaveLength(1);
    expect(products.filter(({ stock }) => stock >= 1 && stock <= 3).length).toBeGreaterThanOrEqual(3);
    expect(Math.max(...products.map(({ stock }) => stock))).toBe(200);
  });

  it.each(products)('$slug has a price, a picture and full texts in each language', ({ slug, price, texts }) => {
    expect(price).toBeGreaterThan(0);
    expect(price % 100).toBe(0);
    expect(existsSync(`public/products/${slug}.svg`)).toBe(true);
    for (const language of languages) {
      const { name, summary, description, imageAlt } = texts[language];
      expect(description.length).toBeGreaterThanOrEqual(2);
      for (const text of [name, summary, imageAlt, ...description]) {
        expect(text).toBe(text.trim());
        expect(text).not.toBe('');
      }
    }
  });
});

describe('seeding', () => {
  it.each([0, -1, 0.5, 9_999_901_00])('refuses the price %d', async (price) => {
    const [category] = catalogue;
    const products = category!.products.slice(0, 1).map((product) => ({ ...product, price }));
    const seeding = shop.write((tx) => seedCatalogue(tx, [{ ...category!, products }]));
    await expect(seeding).rejects.toThrow(`has price ${price}. A price is in minor units`);
  });

  let folder: string;
  let shop: ShopDatabase;
  const seed = () => shop.write((tx) => seedCatalogue(tx, catalogue));
  const readAll = async () => ({
    categories: await shop.read.category.findMany({ include: { texts: true }, orderBy: { position: 'asc' } }),
    products: await shop.read.product.findMany({ include: { texts: true }, orderBy: { slug: 'asc' } }),
  });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'seed-'));
    const url = `file:${join(folder, 'shop.db')}`;
    migrate(url, 'prisma/shop/migrations');
    shop = openShopDatabase(url);
  });

  afterEach(async () => {
    await shop.close();
    rmSync(folder, { recursive: true });
  });

  it('stores every category and product with its texts in every language', async () => {
    const texts = (catalogue.length + products.length) * languages.length;
    expect(await seed()).toEqual({ categories: catalogue.length, products: products.length, texts });
    const stored = await readAll();
    expect(stored.categories.map(({ slug }) => slug)).toEqual(catalogue.map(({ slug }) => slug));
    expect(stored.products).toHaveLength(products.length);
    for (const { texts } of [...stored.categories, ...stored.products])
      expect(texts.map(({ language }) => language).sort()).toEqual([...languages].sort());
    const shakers = stored.products.find(({ slug }) => slug === 'salt-and-pepper-shakers');
    expect(shakers).toMatchObject({
      categorySlug: 'kitchen-table',
      price: 38500,
      vatRate: 25_00,
      stock: 30,
      currency: 'SEK',
    });
    expect(shakers?.texts.find(({ language }) => language === 'en')?.name).toBe('"Salt & peppar" shakers');
  });

  it('refuses a rate that the merchant does not have, and names the remedy', async () => {
    const [category] = catalogue;
    if (!category) throw new Error('the catalogue is empty');
    for (const vatRate of [25, 25.5, 25_50])
      await expect(shop.write((tx) => seedCatalogue(tx, [{ ...category, vatRate }]))).rejects.toThrow(
        'lib/merchant.ts',
      );
    expect((await readAll()).products).toEqual([]);
  });

  it('prices everything in the merchant’s currency', async () => {
    const restore = sellAs({ currency: 'EUR' });
    await seed().finally(restore);
    expect(new Set((await readAll()).products.map(({ currency }) => currency))).toEqual(new Set(['EUR']));
  });

  it('changes nothing the second time, even after a sale or the merchant’s changes', async () => {
    await seed();
    await shop.write(async (tx) => {
      await tx.product.update({
        where: { slug: 'rye-crispbread' },
        data: { stock: { decrement: 3 }, reserved: 1, sold: 2, price: 8500 },
      });
      await tx.product.update({ where: { slug: 'linen-apron' }, data: { published: false } });
      await tx.productText.update({
        where: { productSlug_language: { productSlug: 'linen-apron', language: 'sv' } },
        data: { name: 'Köksförkläde' },
      });
    });
    const before = await readAll();
    expect(await seed()).toEqual({ categories: 0, products: 0, texts: 0 });
    expect(await readAll()).toEqual(before);
  });

  it('adds what is new in a catalogue, but nothing that the merchant has deleted', async () => {
    const known = catalogue.slice(1).map((category) => ({ ...category, products: category.products.slice(1) }));
    await shop.write((tx) => seedCatalogue(tx, known));
    const gone = known[0]?.products[0]?.slug ?? '';
    await shop.write((tx) => tx.product.delete({ where: { slug: gone } }));
    const first = catalogue[0]?.products.length ?? 0;
    const added = first + known.length;
    expect(await seed()).toEqual({ categories: 1, products: added, texts: (added + 1) * languages.length });
    expect(await shop.read.product.count()).toBe(products.length - 1);
    expect(await shop.read.product.findUnique({ where: { slug: gone } })).toBeNull();
  });

  it('can leave out the demonstration’s goods for good, unless the shop has goods', async () => {
    await shop.write((tx) => leaveOutDemoGoods(tx));
    expect(await seed()).toEqual({ categories: 0, products: 0, texts: 0 });
    const [category] = catalogue;
    const own = category!.products.slice(0, 1).map((product) => ({ ...product, slug: 'my-own-mug' }));
    const seedOwn = () => shop.write((tx) => seedCatalogue(tx, [{ ...category!, products: own }]));
    expect(await seedOwn()).toMatchObject({ categories: 1, products: 1 });
    expect(await shop.read.seededGood.findUnique({ where: { slug: 'my-own-mug' } })).toMatchObject({
      demoDigest: null,
    });
    await expect(shop.write((tx) => leaveOutDemoGoods(tx))).rejects.toThrow('/admin/demo-goods');
  });

  it('stores nothing if it cannot store the whole catalogue', async () => {
    const [first] = catalogue;
    await expect(shop.write((tx) => seedCatalogue(tx, [...catalogue, first!]))).rejects.toThrow();
    expect(await shop.read.category.count()).toBe(0);
  });
});
