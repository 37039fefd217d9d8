import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { demoGoods } from '../../../prisma/shop/seed/demo/demo-goods';
import { seedCatalogue } from '../../../prisma/shop/seed/seed-catalogue';
import { db } from '../../db/client';
import { inEachLanguage } from '../../i18n/languages';
import { readTable } from '../../spreadsheet/read-table';
import { signedIn } from '../../testing/admin-session';
import { addOrder } from '../../testing/orders';
import { openShopDatabase } from '../../testing/shop-database';
import { listPictures } from '../catalogue/change-pictures';
import { addVariant } from '../catalogue/variants';
import { getProductDetails } from '../get-product-details';
import { applyImport } from './apply-import';
import { columnNames } from './columns';
import { exportProducts, exportProductsAsXlsx } from './export-products';
import { getImportFile, keepImportFile } from './import-file';
import { MAX_CHANGES, planImport } from './plan-import';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openShopDatabase();
});
afterAll(() => close());
beforeEach(() =>
  db().write(async (tx) => {
    await tx.product.deleteMany();
    await tx.category.deleteMany();
    await tx.seededGood.deleteMany();
    await seedCatalogue(tx, demoGoods);
  }),
);

const session = signedIn('Åsa');
const images = ['/products/new.jpg'];
const utf8 = (text: string) => new TextEncoder().encode(text);
const detailsOf = async (slug: string) => {
  const product = await getProductDetails(session, slug);
  if (!product) throw new Error(`no ${slug}`);
  return product;
};

async function exported(language: 'en' | 'sv' = 'en'): Promise<string> {
  let text = '';
  for await (const piece of exportProducts(session, language)) text += piece;
  return text;
}

/** A file with these columns, one row per object. */
function fileOf(...rows: Readonly<Record<string, string | number>>[]): Uint8Array<ArrayBuffer> {
  const titles = [...new Set(rows.flatMap(Object.keys))];
  const lines = rows.map((row) => titles.map((title) => `"${String(row[title] ?? '').replaceAll('"', '""')}"`).join());
  return utf8(`${titles.join()}\n${lines.join('\n')}\n`);
}

/** The exported row of a product. */
async function rowOf(slug: string): Promise<Record<string, string>> {
  const [titles, ...rows] = await readTable(utf8(await exported()));
  const row = rows.find(({ cells }) => cells[0] === slug);
  return Object.fromEntries(titles?.cells.map((title, index) => [title, row?.cells[index] ?? '']) ?? []);
}

const plan = (bytes: Uint8Array) => planImport(session, bytes, images);
const problemsOf = async (bytes: Uint8Array) =>
  (await plan(bytes)).problems.map(({ line, column, code }) => [line, column, code]);

async function importFile(bytes: Uint8Array<ArrayBuffer>, between = async () => {}) {
  const id = await keepImportFile(session, bytes);
  const { digest, problems } = await plan(bytes);
  expect(problems).toEqual([]);
  await between();
  const file = await getImportFile(session, id);
  return file ? applyImport(session, file, digest, images) : null;
}

const anySlug = async () => (await db().read.product.findFirstOrThrow({ orderBy: { slug: 'asc' } })).slug;
const anyCategory = async () => (await db().read.category.findFirstOrThrow({ orderBy: { slug: 'asc' } })).slug;
const texts = { name_en: 'Bowl', description_en: 'A bowl.', name_sv: 'Skål', description_sv: 'En skål.' };

describe('an exported file', () => {
  it.each(['en', 'sv'] as const)('changes nothing when imported as CSV in %s', async (language) => {
    const text = await exported(language);
    expect(text.split('\n')[0]).toContain(columnNames[1]);
    const planned = await plan(utf8(text));
    expect(planned).toMatchObject({ changes: [], problems: [], unchanged: await db().read.product.count() });
  });

  it('changes nothing when imported as .xlsx, whatever the texts are', async () => {
    const slug = await anySlug();
    const odd = { name: "'=1+1, -2", summary: ' two  blanks ', description: '=1\n\n00100', imageAlt: '12/5' };
    await db().write(async (tx) => {
      await tx.productText.updateMany({ where: { productSlug: slug }, data: odd });
      await tx.product.update({ where: { slug }, data: { price: 0, published: false, sku: '0012-3' } });
    });
    expect(await plan((await exportProductsAsXlsx(session)) ?? utf8(''))).toMatchObject({ changes: [], problems: [] });
    expect(await plan(utf8(await exported('sv')))).toMatchObject({ changes: [], problems: [] });
  });
});

describe('an import', () => {
  it('creates and changes products, and records each change', async () => {
    const [slug, category] = [await anySlug(), await anyCategory()];
    const before = await detailsOf(slug);
    const row = { ...(await rowOf(slug)), price: '123,50', stock: before.stock + 5, name_sv: 'Ny', position: 9 };
    const bowl = {
      slug: 'bowl',
      category,
      price: '99.95',
      vat: '25 %',
      stock: 7,
      sku: 'B-1',
      published: 'ja',
      ...texts,
    };
    const bytes = fileOf(row, { ...bowl, image: '/products/new.jpg' });
    const { changes, unchanged } = await plan(bytes);
    expect(unchanged).toBe(0);
    expect(changes.map(({ before: was, fields }) => [was?.slug, fields.map(({ name }) => name)])).toEqual([
      [slug, ['price', 'stock', 'name']],
      [undefined, expect.arrayContaining(['price', 'stock', 'sku', 'image', 'published', 'name'])],
    ]);
    expect(await detailsOf(slug), 'a plan writes nothing').toEqual(before);

    const categories = [...new Set([before.categorySlug, category])];
    expect(await importFile(bytes)).toEqual({ ok: true, created: 1, changed: 1, categories });
    const after = await detailsOf(slug);
    expect(after).toMatchObject({ price: { amount: 123_50 }, stock: before.stock + 5, version: before.version + 1 });
    expect(after.texts).toEqual({ ...before.texts, sv: { ...before.texts.sv, name: 'Ny' } });
    expect(await detailsOf('bowl')).toMatchObject({
      ...{ price: { amount: 99_95 }, vatRate: 25_00, stock: 7, sku: 'B-1', published: true, version: 0 },
      texts: { en: { name: 'Bowl' }, sv: { description: 'En skål.' } },
    });
    const entries = await db().read.auditEntry.findMany({ where: { actor: 'Åsa' }, orderBy: { id: 'asc' } });
    const ofSlug = entries.filter(({ subjectId }) => subjectId === slug);
    expect(ofSlug.map(({ field, before: old, after: now }) => [field, old, now])).toContainEqual([
      ...['stock', String(before.stock), String(before.stock + 5)],
    ]);
    expect(ofSlug.map(({ field }) => field)).toEqual(['price', 'stock', 'name', 'position']);
    expect(entries.filter(({ subjectId }) => subjectId === 'bowl').length).toBeGreaterThan(5);
    const [old] = await db().read.productVersion.findMany({ where: { productSlug: slug } });
    expect(JSON.parse(old?.facts ?? '')).toMatchObject({ price: { amount: before.price.amount }, stock: before.stock });
    expect(await plan(utf8(await exported())), 'the new export').toMatchObject({ changes: [], problems: [] });
  });

  it('archives products and restores them, and records both', async () => {
    const [slug, category] = [await anySlug(), await anyCategory()];
    const old = { slug: 'old-bowl', category, archived: 'ja', ...texts };
    const archive = fileOf({ ...(await rowOf(slug)), archived: 'yes', published: '' }, old);
    const { changes } = await plan(archive);
    expect(changes[0]?.fields).toEqual([{ name: 'published' }, { name: 'archived' }]);
    expect(await importFile(archive)).toMatchObject({ ok: true, created: 1, changed: 1 });
    for (const one of [slug, 'old-bowl'])
      expect(await detailsOf(one)).toMatchObject({ archived: true, published: false });
    expect(await db().read.product.count({ where: { createdAt: null } })).toBe(0);
    const { archivedAt } = await db().read.product.findUniqueOrThrow({ where: { slug } });
    expect(await importFile(fileOf({ ...(await rowOf(slug)), name_en: 'Renamed' }))).toMatchObject({ ok: true });
    expect(await db().read.product.findUniqueOrThrow({ where: { slug } })).toMatchObject({ archivedAt });
    const back = fileOf({ ...(await rowOf(slug)), archived: 'no', published: 'yes' });
    expect(await importFile(back)).toMatchObject({ ok: true, changed: 1 });
    expect(await detailsOf(slug)).toMatchObject({ archived: false, published: true });
    const where = { subjectId: slug, field: 'archived' };
    const entries = await db().read.auditEntry.findMany({ where, orderBy: { id: 'asc' } });
    expect(entries.map(({ before, after }) => [before, after])).toEqual([
      ['false', 'true'],
      ['true', 'false'],
    ]);
  });

  it('shows a picture once if it becomes the first', async () => {
    const slug = await anySlug();
    const row = await rowOf(slug);
    const picture = { productSlug: slug, position: 1, image: '/products/new.jpg' };
    await db().write((tx) => tx.productPicture.create({ data: picture }));
    expect(await importFile(fileOf({ ...row, image: '/products/new.jpg' }))).toMatchObject({ ok: true });
    expect(await listPictures(session, await detailsOf(slug))).toEqual(['/products/new.jpg']);
  });

  it('does not undo sales between the export, the check and the confirmation', async () => {
    const slug = await anySlug();
    const row = await rowOf(slug);
    const sell = () => db().write((tx) => tx.product.update({ where: { slug }, data: { stock: { decrement: 1 } } }));
    await sell();
    const { stock } = await detailsOf(slug);
    const bytes = fileOf({ ...row, stock: Number(row.stock) + 10 });
    expect(await importFile(bytes, async () => void (await sell()))).toMatchObject({ ok: true, changed: 1 });
    expect((await detailsOf(slug)).stock).toBe(stock + 9);
    const audited = await db().read.auditEntry.findFirstOrThrow({
      where: { subjectId: slug, field: 'stock' },
      orderBy: { id: 'desc' },
    });
    expect(audited).toMatchObject({ before: String(stock - 1), after: String(stock + 9) });
  });

  it('does nothing if a product was changed since the check, or if it is confirmed a second time', async () => {
    const slug = await anySlug();
    const bytes = fileOf({ ...(await rowOf(slug)), price: 5 }, { slug: 'bowl', category: await anyCategory() });
    const touch = () => db().write((tx) => tx.product.update({ where: { slug }, data: { version: { increment: 1 } } }));
    expect(await importFile(bytes, async () => void (await touch()))).toEqual({ ok: false, reason: 'overtaken' });
    expect(await getProductDetails(session, 'bowl')).toBeNull();
    const other = fileOf({ slug: 'bowl', category: await anyCategory() });
    const id = await keepImportFile(session, other);
    const [file, { digest }] = [await getImportFile(session, id), await plan(other)];
    expect(file && (await applyImport(session, file, digest, images))).toMatchObject({ ok: true });
    expect(file && (await applyImport(session, file, digest, images))).toEqual({ ok: false, reason: 'overtaken' });
  });

  it('does nothing if the page showed another plan', async () => {
    const id = await keepImportFile(session, fileOf({ slug: 'bowl', category: await anyCategory() }));
    const file = await getImportFile(session, id);
    const outcome = file && (await applyImport(session, file, 'digest of another plan', images));
    expect(outcome).toEqual({ ok: false, reason: 'overtaken' });
    expect(await getProductDetails(session, 'bowl')).toBeNull();
  });

  it.each([
    ['stock was sold', { stock: 0 }],
    ['the product was saved', { version: { increment: 1 } }],
    ['a slug was taken', { slug: 'bowl' }],
    ['an article number was taken', { sku: 'B-1' }],
    ['a category was deleted', { category: { delete: true } }],
  ])('imports nothing if, just before it writes, %s', async (_name, change) => {
    const slug = await anySlug();
    const other = await db().read.product.findFirstOrThrow({ where: { slug: { not: slug } } });
    const { stock } = await detailsOf(slug);
    await db().write((tx) => tx.category.create({ data: { slug: 'empty', position: 99 } }));
    const row = { ...(await rowOf(slug)), stock: stock - 1 };
    const bytes = fileOf(row, { slug: 'bowl', category: 'empty', sku: 'B-1' });
    const write = db().write.bind(db());
    const spy = vi.spyOn(db(), 'write');
    const meanwhile = async () => {
      spy.mockImplementationOnce(async (run, scope) => {
        await write(async (tx) => {
          if ('category' in change) await tx.category.delete({ where: { slug: 'empty' } });
          else
            await tx.product.update({
              where: { slug: 'slug' in change || 'sku' in change ? other.slug : slug },
              data: change,
            });
        });
        return write(run, scope);
      });
    };
    expect(await importFile(bytes, meanwhile)).toEqual({ ok: false, reason: 'overtaken' });
    spy.mockRestore();
    expect(
      await db().read.auditEntry.count({ where: { subjectId: slug, field: 'stock', after: String(stock - 1) } }),
    ).toBe(0);
    expect(await db().read.importFile.count(), 'the file is kept').toBe(1);
    await db().write((tx) => tx.importFile.deleteMany());
  });

  it('changes variants and which of them is listed, but not their family, options or category', async () => {
    const slug = await anySlug();
    const options = (value: string) =>
      inEachLanguage((language) => (language === 'de' ? [] : [{ name: 'Size', value }]));
    const added = await addVariant(session, slug, { own: options('S'), added: options('M') });
    if (!added?.ok) throw new Error('no variant');
    const rows = [await rowOf(slug), await rowOf(added.slug)] as const;
    expect(rows.map((row) => [row.family === rows[0].family, row.options_en])).toEqual([
      [true, 'Size: S'],
      [true, 'Size: M'],
    ]);
    const other = (await db().read.category.findFirstOrThrow({ where: { slug: { not: rows[0].category ?? '' } } }))
      .slug;
    const refused = [{ options_sv: 'Size: L' }, { family: 'x' }, { category: other }];
    for (const change of refused) expect(await problemsOf(fileOf({ ...rows[0], ...change }))).toHaveLength(1);
    expect(await importFile(fileOf({ ...rows[0], published: 'no' }, { ...rows[1], published: 'yes' }))).toMatchObject({
      changed: 2,
    });
    const listed = await db().read.product.findMany({
      where: { family: rows[0].family ?? '' },
      orderBy: { slug: 'asc' },
    });
    expect(new Map(listed.map((row) => [row.slug, row.listed]))).toEqual(
      new Map([
        [slug, false],
        [added.slug, true],
      ]),
    );
    expect((await detailsOf(added.slug)).options.en).toEqual([{ name: 'Size', value: 'M' }]);
  });

  it('keeps one file per person for a day, and gives it to nobody else', async () => {
    const first = await keepImportFile(session, utf8('a'));
    const second = await keepImportFile(session, utf8('b'));
    expect(await getImportFile(session, first)).toBeNull();
    expect(await getImportFile(signedIn('Bo'), second)).toBeNull();
    expect(await getImportFile(session, second)).toMatchObject({ bytes: utf8('b') });
    await db().write((tx) => tx.importFile.updateMany({ data: { uploadedAt: new Date(0) } }));
    expect(await getImportFile(session, second)).toBeNull();
  });
});

describe('a mistake in a file is reported with line and column', () => {
  it.each([
    ['a price of 1e5', { price: '1e5' }, ['price', 'price']],
    ['a negative price', { price: '-1' }, ['price', 'price']],
    ['a price above SEQR’s limit', { price: '9999999.99' }, ['price', 'price-high']],
    ['another currency', { currency: 'EUR', price: '5' }, ['currency', 'currency']],
    ['an unknown currency', { currency: 'XYZ' }, ['currency', 'currency']],
    ['an unknown VAT rate', { vat: '13' }, ['vat', 'vat']],
    ['half a unit', { stock: '1.5' }, ['stock', 'stock']],
    ['a stock that would become negative', { stock: '0', stock_exported: '900' }, ['stock', 'stock-short']],
    ['no exported stock', { stock: '3', stock_exported: '' }, ['stock_exported', 'stock-base']],
    ['neither yes nor no', { published: 'maybe' }, ['published', 'yes-no']],
    ['an archived product on sale', { archived: 'yes', published: 'yes' }, ['published', 'archived-published']],
    ['an unclear archive state', { archived: 'maybe' }, ['archived', 'yes-no']],
    ['an unknown picture', { image: '/products/none.png' }, ['image', 'image']],
    ['a path as picture', { image: '../../etc/passwd' }, ['image', 'image']],
    ['an unknown category', { category: 'none' }, ['category', 'category-unknown']],
    ['a bad article number', { sku: '<b>' }, ['sku', 'sku']],
    ['a long name', { name_en: 'x'.repeat(121) }, ['name_en', 'text-long']],
    ['a missing language', { name_sv: '' }, ['name_sv', 'no-text']],
    ['no price', { price: '' }, ['price', 'no-price']],
    ['no version', { version: '' }, ['version', 'exists']],
    ['a malformed version', { version: '-1' }, ['version', 'version']],
    ['a newer version', { version: '77' }, ['version', 'overtaken']],
    ['a renamed slug', { slug: 'other' }, ['version', 'gone']],
  ])('%s', async (_name, change, [column, code]) => {
    const row = await rowOf(await anySlug());
    expect(await problemsOf(fileOf({ ...row, ...change }))).toEqual([[2, column, code]]);
  });

  it('in new products: invalid, repeated or taken slugs and article numbers', async () => {
    const [slug, category] = [await anySlug(), await anyCategory()];
    await db().write((tx) => tx.product.update({ where: { slug }, data: { sku: 'A-1' } }));
    const { id } = await addOrder({ state: 'PAID' });
    const line = { orderId: id, position: 0, kind: 'PRODUCT', slug: 'old', name: 'old', quantity: 1 } as const;
    await db().write((tx) => tx.orderLine.create({ data: { ...line, unitPrice: 1, vatRate: 25_00, total: 1 } }));
    const rows = ['Å Ä', '', 'old', 'bowl', 'bowl', 'cup', 'jar'].map((name) => ({ slug: name, category }));
    const skus = [{}, {}, {}, {}, {}, { sku: 'A-1' }, { sku: 'A-1' }];
    expect(await problemsOf(fileOf(...rows.map((row, index) => ({ ...row, sku: '', ...skus[index] }))))).toEqual([
      [2, 'slug', 'slug'],
      [3, 'slug', 'slug'],
      [4, 'slug', 'slug-ordered'],
      [6, 'slug', 'slug-twice'],
      [7, 'sku', 'sku-taken'],
      [8, 'sku', 'sku-twice'],
    ]);
  });

  it('in the titles, or in cells without a title', async () => {
    expect(await problemsOf(utf8('slug,Price,farbe,price\na,1,2,3\n'))).toEqual([
      [1, 'farbe', 'column-unknown'],
      [1, 'price', 'column-twice'],
    ]);
    expect(await problemsOf(utf8('price\n1\n'))).toEqual([[1, 'slug', 'no-slug-column']]);
    expect(await problemsOf(utf8('slug,price\n'))).toEqual([[null, null, 'no-rows']]);
    const category = await anyCategory();
    expect(await problemsOf(utf8(`slug,category\nbowl,${category},1\n`))).toEqual([[2, null, 'no-title']]);
    expect(await problemsOf(new Uint8Array([0xe5]))).toEqual([[null, null, 'encoding']]);
  });

  it('if the file changes too many products', async () => {
    const category = await anyCategory();
    const rows = Array.from({ length: MAX_CHANGES + 1 }, (_, index) => ({ slug: `bowl-${index}`, category }));
    expect(await problemsOf(fileOf(...rows))).toEqual([[null, null, 'too-many-changes']]);
  });
});
