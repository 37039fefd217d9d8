import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refreshProductSearch } from '../background/product-search';
import { db } from '../db/client';
import { merchant } from '../merchant';
import { openShopDatabase } from '../testing/shop-database';
import { indexProducts } from './index-products';
import { searchProducts, suggestProducts } from './search-products';
import { MAX_SUGGESTIONS, parseSearchQuery } from './search-query';

type Given = {
  name: string;
  sv?: string;
  summary?: string;
  price?: number;
  stock?: number;
  category?: string;
  sku?: string;
  /** The day on which it was created. */
  day?: number;
};

/** In the merchant's order. */
const goods: Readonly<Record<string, Given>> = {
  'heather-honey': { name: 'Heather honey', sv: 'Ljunghonung', summary: 'Dark, from Åre', price: 14900, day: 1 },
  'honey-spoon': { name: 'Honey spoon', sv: 'Honungssked', price: 9900, stock: 0, category: 'kitchen', day: 2 },
  'linen-towel': { name: 'Linen tow\u00adel', sv: 'Linnehandduk', price: 24900, category: 'kitchen', day: 3 },
  'cloudberry-jam': { name: 'Cloudberry jam', sv: 'Hjortronsylt', summary: 'Goes with honey', price: 11900, day: 3 },
  'crepe-pan': { name: 'Crêpe pan 24 cm', sv: 'Ängsplatta Ö', price: 89900, category: 'kitchen' },
  lingon: { name: 'Lingonberries', sv: 'Åkerbär', price: 5900, sku: 'LB-4711/X' },
  strasse: { name: 'Straße', sv: 'Arbete', price: 100 },
};

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openShopDatabase();
  await db().write(async (tx) => {
    for (const [position, slug] of ['pantry', 'kitchen'].entries()) {
      const texts = { create: [{ language: 'en', name: slug, intro: '' }] };
      await tx.category.create({ data: { slug, position, texts } });
    }
    for (const [position, [slug, given]] of Object.entries(goods).entries())
      await tx.product.create(product(slug, position, given));
    await tx.product.create(product('hidden-honey', 90, { name: 'Hidden honey' }, { published: false }));
    await tx.product.create(product('dollar-honey', 91, { name: 'Dollar honey' }, { currency: 'USD' }));
  });
  await refreshProductSearch();
});
afterAll(() => close());

function product(slug: string, position: number, given: Given, more = {}) {
  const { name, sv = name, summary = '', price = 100, stock = 5, sku, category: categorySlug = 'pantry' } = given;
  const text = (language: string, shown: string) => ({ language, name: shown, summary, description: '', imageAlt: '' });
  const columns = {
    slug,
    sku: sku ?? null,
    position,
    categorySlug,
    image: '',
    currency: merchant.currency,
    vatRate: 2500,
    price,
    stock,
    createdAt: given.day === undefined ? null : new Date(Date.UTC(2026, 0, given.day)),
  };
  return { data: { ...columns, ...more, texts: { create: [text('en', name), text('sv', sv)] } } };
}

const search = (query: Record<string, string>, language: 'en' | 'sv' = 'en') =>
  searchProducts(language, parseSearchQuery(query));
const find = async (query: Record<string, string>, language: 'en' | 'sv' = 'en') =>
  (await search(query, language)).products.map(({ slug }) => slug);

describe('a search', () => {
  it.each([
    ['honey', ['honey-spoon', 'heather-honey', 'cloudberry-jam']],
    ['HONEY', ['honey-spoon', 'heather-honey', 'cloudberry-jam']],
    ['hon', ['honey-spoon', 'heather-honey', 'cloudberry-jam']],
    ['h', ['heather-honey', 'honey-spoon', 'cloudberry-jam']],
    ['spoon honey', ['honey-spoon']],
    ['honey & jam!', ['cloudberry-jam']],
    ['dark heather', ['heather-honey']],
    ['are', ['heather-honey']],
    ['Åre', ['heather-honey']],
    ['a\u030are', ['heather-honey']],
    ['crepe', ['crepe-pan']],
    ['24 cm', ['crepe-pan']],
    ['strasse', ['strasse']],
    ['straße', ['strasse']],
    ['towel', ['linen-towel']],
    ['kitchen', ['honey-spoon', 'linen-towel', 'crepe-pan']],
    ['linen-towel', ['linen-towel']],
    ['berr', ['cloudberry-jam', 'lingon']],
    ['be', []],
    ['LB-4711/X', ['lingon']],
    ['lb4711', ['lingon']],
    ['4711', ['lingon']],
    ['hidden', []],
    ['dollar', []],
  ])('for %j finds %j', async (q, slugs) => expect(await find({ q })).toEqual(slugs));

  it.each([
    ['honung', ['honey-spoon', 'heather-honey']],
    ['akerbar', ['lingon']],
    ['hjortron', ['cloudberry-jam']],
    ['heather', ['heather-honey']],
    ['o', ['crepe-pan']],
  ])('in Swedish for %j finds %j', async (q, slugs) => expect(await find({ q }, 'sv')).toEqual(slugs));

  it.each([
    ['a wrong letter', 'honay', 'honey'],
    ['a wrong first letter', 'xoney', 'honey'],
    ['a missing letter', 'hony', 'honey'],
    ['an extra letter', 'honney', 'honey'],
    ['swapped letters', 'hnoey', 'honey'],
    ['a wrong letter while typing', 'clouxb', 'cloudberry'],
    ['a wrong letter beside a right word', 'spoon hiney', 'spoon honey'],
    ['two wrong words', 'linan towal', 'linen towel'],
  ])('finds a word with %s', async (_what, q, corrected) => {
    const result = await search({ q });
    expect(result.corrected).toBe(corrected);
    expect(result.products.map(({ slug }) => slug)).toEqual(await find({ q: corrected }));
    expect(await suggestProducts('en', q)).toEqual(result.products);
  });

  it('shows a corrected word in the spelling of the goods', async () => {
    expect(await search({ q: 'angsplotta' }, 'sv')).toMatchObject({ corrected: 'ängsplatta', total: 1 });
  });

  it.each([
    ['a wrong letter', 'honong', 'honung', ['heather-honey', 'honey-spoon']],
    ['an extra letter', 'handdduk', 'handduk', ['linen-towel']],
    ['a missing letter', 'handuk', 'handduk', ['linen-towel']],
    ['swapped letters', 'honugn', 'honung', ['heather-honey', 'honey-spoon']],
  ])('finds the last part of a compound with %s', async (_what, q, corrected, slugs) => {
    const result = await search({ q }, 'sv');
    expect(result.corrected).toBe(corrected);
    expect(result.products.map(({ slug }) => slug).toSorted()).toEqual(slugs);
  });

  it.each([
    ['another first letter', 'kandduk'],
    ['two wrong letters', 'hanqduq'],
    ['five letters', 'litta'],
    ['letters from the middle of a compound', 'nohand'],
    ['more letters than the compound', 'stlinnehandduks'],
  ])('finds no part of a compound for a word with %s', async (_what, q) => {
    expect(await search({ q }, 'sv')).toMatchObject({ total: 0, corrected: null });
  });

  it('shows the part of a compound in the spelling of the goods', async () => {
    await db().write((tx) => tx.product.create(product('rye', 80, { name: 'Rye', sv: 'Rågknäckebröd' })));
    await refreshProductSearch();
    expect(await search({ q: 'knackebrid' }, 'sv')).toMatchObject({ corrected: 'knäckebröd', total: 1 });
    await db().write((tx) => tx.product.delete({ where: { slug: 'rye' } }));
  });

  it('finds a word of five letters with any one of them wrong', async () => {
    for (let index = 0; index < 5; index++) {
      const q = `${'linen'.slice(0, index)}q${'linen'.slice(index + 1)}`;
      expect([q, await find({ q })]).toEqual([q, ['linen-towel']]);
    }
  });

  it.each([
    '%',
    '_',
    "'",
    '"',
    '*',
    '\\',
    '🍯',
    '\u0301',
    'honey" OR "x',
    "' OR 1=1 --",
    'NEAR(honey jam)x',
    'text:honeyx',
    'honey%jam_x',
    'zzzzz',
  ])('for %j finds nothing and does not fail', async (q) => {
    expect(await search({ q })).toMatchObject({ products: [], total: 0, corrected: null });
    expect(await suggestProducts('en', q)).toEqual([]);
  });

  it.each(['x', 'ab ', '🍯', '" OR "'])('reads only the first 100 characters of a repeated %j', async (piece) => {
    const q = piece.repeat(2000 / piece.length);
    expect(await search({ q })).toMatchObject({ total: 0, corrected: null });
    expect(await suggestProducts('en', q)).toEqual([]);
  });

  it('takes words of FTS5’s syntax literally', async () => {
    for (const q of ['honey AND', 'NOT honey', 'honey OR spoon', 'honey NEAR spoon'])
      expect(await find({ q })).toEqual([]);
    expect(await find({ q: '"honey" -spoon*' })).toEqual(['honey-spoon']);
  });
});

it('ranks the name itself, its beginning, its words, inside its words, other words, inside other words', async () => {
  const ranked: Given[] = [
    { name: 'Quillow' },
    { name: 'Quillow ax' },
    { name: 'Ax quillow' },
    { name: 'Axquillow' },
    { name: 'Ax', summary: 'With quillow' },
    { name: 'Ax', summary: 'Of axquillow' },
  ];
  const slugs = ranked.map((_, rank) => `rank-${rank}`);
  await db().write(async (tx) => {
    for (const [rank, given] of ranked.entries()) await tx.product.create(product(`rank-${rank}`, 40 - rank, given));
  });
  await refreshProductSearch();
  expect(await find({ q: 'quillow' })).toEqual(slugs);
  expect((await suggestProducts('en', 'quillow')).map(({ slug }) => slug)).toEqual(slugs.slice(0, MAX_SUGGESTIONS));
  await db().write((tx) => tx.product.deleteMany({ where: { slug: { in: slugs } } }));
});

describe('filters and sorting', () => {
  it.each([
    [{}, ['heather-honey', 'cloudberry-jam', 'lingon', 'strasse', 'honey-spoon', 'linen-towel', 'crepe-pan']],
    [{ category: 'kitchen' }, ['honey-spoon', 'linen-towel', 'crepe-pan']],
    [{ category: 'kitchen', sort: 'price-down' }, ['crepe-pan', 'linen-towel', 'honey-spoon']],
    [{ q: 'honey', sort: 'newest' }, ['cloudberry-jam', 'honey-spoon', 'heather-honey']],
    [{ category: 'kitchen', sort: 'newest' }, ['linen-towel', 'honey-spoon', 'crepe-pan']],
    [{ q: 'honey', sort: 'price' }, ['honey-spoon', 'cloudberry-jam', 'heather-honey']],
    [{ q: 'honey', 'in-stock': 'on' }, ['heather-honey', 'cloudberry-jam']],
    [{ q: 'honey', 'price-min': '100', 'price-max': '119' }, ['cloudberry-jam']],
    [{ q: 'honey', 'price-min': '119', 'price-max': '100' }, ['cloudberry-jam']],
    [{ q: 'honey', 'price-min': '-1', category: "x' OR 1=1" }, ['honey-spoon', 'heather-honey', 'cloudberry-jam']],
    [{ category: 'no-such-category' }, []],
  ])('for %j finds %j', async (query, slugs) => expect(await find(query)).toEqual(slugs));

  it('sorts å, ä and ö after z in Swedish', async () => {
    const names = (await search({ sort: 'name' }, 'sv')).products.map(({ name }) => name);
    expect([names[0], ...names.slice(-2)]).toEqual(['Arbete', 'Åkerbär', 'Ängsplatta Ö']);
  });

  it('counts the products of each category, whichever is chosen', async () => {
    const { total, categories } = await search({ q: 'honey', category: 'kitchen' });
    expect(total).toBe(1);
    expect(categories).toEqual([
      { category: 'pantry', count: 2 },
      { category: 'kitchen', count: 1 },
    ]);
  });

  it('does not correct words that only a filter excludes', async () => {
    expect(await search({ q: 'honey', 'price-min': '5000' })).toMatchObject({ total: 0, corrected: null });
  });

  it('shows the last page if the requested one is beyond it', async () => {
    expect(await search({ page: '99' })).toMatchObject({ page: 1, pages: 1, total: 7 });
  });
});

describe('variants', () => {
  it('are found by their options, one variant per family', async () => {
    await db().write(async (tx) => {
      for (const [position, value] of ['Red', 'Blue', 'Bluish'].entries()) {
        const slug = `scarf-${value.toLowerCase()}`;
        const more = { family: 'scarf', listed: position === 0 };
        await tx.product.create(product(slug, 50 + position, { name: 'Scarf', price: 100_00 + position }, more));
        const options = JSON.stringify([{ name: 'Colour', value }]);
        await tx.productText.updateMany({ where: { productSlug: slug }, data: { options } });
      }
    });
    await refreshProductSearch();
    expect([await find({ q: 'scarf' }), await find({ q: 'scarf blu' })]).toEqual([['scarf-red'], ['scarf-blue']]);
    expect([await find({ q: 'bluish' }), await find({ q: 'colour' })]).toEqual([['scarf-bluish'], []]);
    expect(await find({ q: 'scarf', 'price-min': '101' })).toEqual([]);
    expect(await search({ q: 'scarf' })).toMatchObject({ total: 1, products: [{ variants: { count: 3 } }] });
    await db().write((tx) => tx.product.deleteMany({ where: { family: 'scarf' } }));
  });
});

describe('the price of variants', () => {
  it('is the lowest one in stock, for filters and sorting as on the card', async () => {
    const sizes = [
      { slug: 'desk-l', price: 12_000_00, stock: 5 },
      { slug: 'desk-m', price: 300_00, stock: 5 },
      { slug: 'desk-s', price: 5_00, stock: 0 },
    ];
    await db().write(async (tx) => {
      for (const [position, { slug, ...given }] of sizes.entries())
        await tx.product.create(
          product(slug, 60 + position, { name: 'Desk', ...given }, { family: 'desk', listed: position === 0 }),
        );
      await tx.product.create(product('desk-lamp', 70, { name: 'Desk lamp', price: 400_00 }));
    });
    await refreshProductSearch();
    expect(await find({ q: 'desk', sort: 'price' })).toEqual(['desk-l', 'desk-lamp']);
    expect(await find({ q: 'desk', sort: 'price-down' })).toEqual(['desk-lamp', 'desk-l']);
    expect(await find({ q: 'desk', 'price-max': '300' })).toEqual(['desk-l']);
    expect(await find({ q: 'desk', 'price-min': '301' })).toEqual(['desk-lamp']);
    expect(await find({ q: 'desk', 'price-max': '299' })).toEqual([]);
    const shown = async () => (await search({ q: 'desk', sort: 'price' })).products[0];
    expect(await shown()).toMatchObject({ variants: { from: { amount: 300_00 }, differs: true } });
    await db().write((tx) => tx.product.updateMany({ where: { slug: 'desk-l' }, data: { stock: 0 } }));
    expect(await shown()).toMatchObject({ variants: { from: { amount: 300_00 }, differs: false } });
    await db().write((tx) => tx.product.updateMany({ where: { slug: 'desk-m' }, data: { stock: 0 } }));
    expect(await shown()).toMatchObject({ variants: { from: { amount: 5_00 }, differs: true } });
    expect(await find({ q: 'desk', 'price-max': '5' })).toEqual(['desk-l']);
    await db().write((tx) => tx.product.deleteMany({ where: { slug: { startsWith: 'desk' } } }));
  });
});

describe('after a change', () => {
  it('finds a product by its new texts, and no longer by the old ones', async () => {
    const where = { productSlug_language: { productSlug: 'strasse', language: 'en' } };
    await db().write(async (tx) => {
      await tx.productText.update({ where, data: { name: 'Boulevard' } });
      await indexProducts(tx, ['strasse']);
    }, 'product strasse');
    expect([await find({ q: 'boulevard' }), await find({ q: 'boulevart' })]).toEqual([['strasse'], ['strasse']]);
    expect(await find({ q: 'straße 7' })).toEqual([]);
    await db().write((tx) =>
      tx.categoryText.updateMany({ where: { categorySlug: 'pantry' }, data: { name: 'Larder' } }),
    );
    await refreshProductSearch();
    expect((await find({ q: 'larder' })).length).toBe(4);
  });

  it('does not find a deleted product', async () => {
    await db().write((tx) => tx.product.delete({ where: { slug: 'lingon' } }));
    expect(await find({ q: 'lingonberries' })).toEqual([]);
    expect(await db().read.productSearch.count({ where: { productSlug: 'lingon' } })).toBe(0);
  });
});
