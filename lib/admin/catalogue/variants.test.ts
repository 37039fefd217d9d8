import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listProducts } from '../../catalogue/list-products';
import { listSellable } from '../../catalogue/list-sellable';
import { listVariants } from '../../catalogue/list-variants';
import { placeOrder } from '../../checkout/place-order';
import { db } from '../../db/client';
import { signedIn } from '../../testing/admin-session';
import { addresses, newCheckout } from '../../testing/checkouts';
import { addProducts, openShopDatabase } from '../../testing/shop-database';
import { getProductDetails, type ProductOptions } from '../get-product-details';
import { moveProduct } from './positions';
import { deleteProduct, duplicateProduct, setArchived } from './product-actions';
import { addCategory } from './save-category';
import { saveProduct } from './save-product';
import { addVariant, listVariantDetails, parseOptionFields, saveOptions, versionsOf } from './variants';

let close: () => Promise<void>;
let shirt: string;
let serial = 0;

beforeAll(async () => {
  close = await openShopDatabase();
  await addProducts([]);
  const texts = ['en', 'sv'].map((language) => ({ categorySlug: 'things', language, name: 'Things', intro: '' }));
  await db().write((tx) => tx.categoryText.createMany({ data: texts }));
});
beforeEach(async () => {
  shirt = `shirt${serial++}`;
  await addProducts([{ slug: shirt, price: 100_00, stock: 10 }]);
});
afterAll(() => close());

const size = (en: string, sv = en, name = 'Size') => ({
  en: [{ name, value: en }],
  sv: [{ name: 'Storlek', value: sv }],
  de: [],
});
const add = (value: string, from = shirt) =>
  addVariant(signedIn(), from, { own: size('S', 'Liten'), added: size(value) });

/** Puts a product on sale at that price, in minor units. */
async function publish(slug: string, price: number, change: Record<string, string> = {}) {
  const { version } = await db().read.product.findUniqueOrThrow({ where: { slug } });
  const texts = { 'name-en': 'Shirt', 'name-sv': 'Skjorta', 'description-en': 'A', 'description-sv': 'A' };
  const form = { ...texts, version: String(version), price: String(price / 100), stock: '5', shownStock: '0' };
  const saved = await saveProduct(signedIn(), slug, { ...form, published: 'on', ...change }, []);
  expect(saved).toMatchObject({ ok: true });
  return saved;
}

/** A shirt in three sizes, all on sale. */
async function threeSizes() {
  const sizes = [shirt];
  for (const [value, price] of [
    ['M', 90_00],
    ['L', 120_00],
  ] as const) {
    const added = await add(value);
    if (!added?.ok) throw new Error('not added');
    await publish(added.slug, price);
    sizes.push(added.slug);
  }
  return sizes;
}

const listed = async () => {
  const products = await listProducts('en', 'things', 99);
  return products.map(({ slug }) => slug).filter((slug) => slug === shirt || slug.startsWith(`${shirt}-`));
};
const familyOf = async (slug: string) => {
  const product = await getProductDetails(signedIn(), slug);
  return product ? listVariantDetails(signedIn(), product) : [];
};

describe('a new variant', () => {
  it('makes the product a family, with options in every language, and is not on sale', async () => {
    expect(await add('M')).toMatchObject({ ok: true, slug: `${shirt}-en-m`, category: 'things' });
    const members = await familyOf(shirt);
    expect(
      members.map(({ slug, options, stock, published, price }) => [slug, options.en, stock, published, price.amount]),
    ).toEqual([
      [shirt, [{ name: 'Size', value: 'S' }], 10, true, 100_00],
      [`${shirt}-en-m`, [{ name: 'Size', value: 'M' }], 0, false, 100_00],
    ]);
    const entries = await db().read.auditEntry.findMany({ where: { field: 'options', subjectId: shirt } });
    expect(entries.map(({ part, before, after }) => [part, before, after])).toEqual([
      ['en', '""', '"Size: S"'],
      ['sv', '""', '"Storlek: Liten"'],
    ]);
  });

  it('joins the family of the product, from whichever variant it is added', async () => {
    await add('M');
    expect(await add('L', `${shirt}-en-m`)).toMatchObject({ ok: true });
    expect((await familyOf(shirt)).map(({ options }) => options.sv[0]?.value)).toEqual(['Liten', 'M', 'L']);
  });

  it.each([
    ['options-same', size('S', 'Liten')],
    ['options-same', size('s', 'liten')],
    ['options-same', size('M', 'Liten')],
    ['options', size('')],
    ['options', size('M', ' ')],
    ['options', size('x'.repeat(31))],
    ['options', size('M', 'M', 'Colour')],
    ['options', { ...size('M'), sv: [] }],
    ['options', { en: [], sv: [], de: [] }],
  ])('is refused with %s: %j', async (problem, added) => {
    const before = await db().read.product.count();
    const outcome = await addVariant(signedIn(), shirt, { own: size('S', 'Liten'), added });
    expect(outcome).toEqual({ ok: false, problem });
    expect(await db().read.product.count()).toBe(before);
    expect(await getProductDetails(signedIn(), shirt)).toMatchObject({ family: null, version: 0 });
  });

  it('returns null for an unknown product or one without a family', async () => {
    expect(await add('M', 'nothing')).toBeNull();
    expect(await saveOptions(signedIn(), shirt, { optionsOf: () => size('S'), versions: '' })).toBeNull();
  });
});

describe('a family', () => {
  it('has one card, with the lowest price, the number of variants and their stock together', async () => {
    const [, medium = ''] = await threeSizes();
    expect(await listed()).toEqual([shirt]);
    const card = async () => (await listProducts('en', 'things', 99)).find(({ slug }) => slug === shirt);
    expect((await card())?.variants).toEqual({
      ...{ count: 3, differs: true, from: { amount: 90_00, currency: 'SEK' }, availability: { state: 'in-stock' } },
    });
    await db().write((tx) => tx.product.updateMany({ where: { slug: { not: medium } }, data: { stock: 0 } }));
    expect((await card())?.variants?.availability).toEqual({ state: 'few', left: 5 });
  });

  it('is listed by its first variant that is on sale, whatever changes', async () => {
    const [, medium = '', large = ''] = await threeSizes();
    await setArchived(signedIn(), shirt, true);
    expect(await listed()).toEqual([medium]);
    await moveProduct(signedIn(), { slug: large, categorySlug: 'things' }, 'up');
    expect(await listed()).toEqual([large]);
    await publish(large, 120_00, { published: '', shownStock: '5' });
    expect(await listed()).toEqual([medium]);
    expect(await deleteProduct(signedIn(), medium)).toMatchObject({ outcome: 'done' });
    expect(await listed()).toEqual([]);
    await setArchived(signedIn(), shirt, false);
    await publish(shirt, 100_00, { shownStock: '5' });
    expect(await listed()).toEqual([shirt]);
    expect(await db().read.product.count({ where: { slug: { in: [shirt, large] }, listed: true } })).toBe(1);
  });

  it('moves to another category together', async () => {
    const [, medium = '', large = ''] = await threeSizes();
    await addCategory(signedIn(), { slug: `c-${shirt}`, 'name-en': 'Shirts', 'name-sv': 'Skjortor' });
    expect(await publish(medium, 90_00, { shownStock: '5' })).not.toHaveProperty('familyMoved');
    const moving = await publish(medium, 90_00, { category: `c-${shirt}`, shownStock: '5' });
    expect(moving).toMatchObject({ familyMoved: true });
    const rows = await db().read.product.findMany({ where: { slug: { in: [shirt, medium, large] } } });
    expect(rows.map(({ categorySlug }) => categorySlug)).toEqual([`c-${shirt}`, `c-${shirt}`, `c-${shirt}`]);
    expect(new Set(rows.map(({ position }) => position)).size).toBe(3);
    const inOrder = rows.toSorted((a, b) => a.position - b.position).map(({ slug }) => slug);
    expect(inOrder).toEqual([shirt, medium, large]);
    expect((await listProducts('en', `c-${shirt}`, 99)).map(({ slug }) => slug)).toEqual([shirt]);
    const moved = { field: 'categorySlug', after: JSON.stringify(`c-${shirt}`) };
    expect(await db().read.auditEntry.count({ where: moved })).toBe(3);
  });

  it('does not move into a category without texts while one of its variants is on sale', async () => {
    const { slug } = Object(await add('M'));
    await db().write((tx) => tx.category.create({ data: { slug: `n-${shirt}`, position: 9 } }));
    const { version } = await db().read.product.findUniqueOrThrow({ where: { slug } });
    const form = { version: String(version), price: '1', stock: '0', shownStock: '0', category: `n-${shirt}` };
    expect(await saveProduct(signedIn(), slug, form, [])).toMatchObject({ ok: false, problems: ['category'] });
  });

  it('has exactly one listed variant when two are published and one is archived concurrently', async () => {
    const added = [await add('M'), await add('L')].flatMap((one) => (one?.ok ? one.slug : []));
    await Promise.all([...added.map((slug) => publish(slug, 90_00)), setArchived(signedIn(), shirt, true)]);
    expect(await listed()).toHaveLength(1);
  });

  it('sells each variant with its own stock and article number, under its full name', async () => {
    const [, medium = ''] = await threeSizes();
    await db().write((tx) => tx.product.update({ where: { slug: medium }, data: { sku: `M-${shirt}`, stock: 100 } }));
    expect((await listSellable(db().read, [medium], 'sv')).get(medium)?.name).toBe('Skjorta, M');
    const checkout = {
      ...(await newCheckout()),
      paymentMethod: 'invoice' as const,
      items: [{ slug: medium, quantity: 1 }],
    };
    const placed = await placeOrder(checkout, { visitorId: null, clientAddress: null }, addresses);
    const orderId = placed.ok ? placed.order.orderId : '';
    expect(await db().read.orderLine.findFirst({ where: { orderId, slug: medium } })).toMatchObject({
      ...{ name: 'Shirt, M', sku: `M-${shirt}`, quantity: 1, unitPrice: 90_00 },
    });
  });

  it('shows the variants that are on sale, in the shop’s order', async () => {
    const [, , large = ''] = await threeSizes();
    await setArchived(signedIn(), large, true);
    const family = (await getProductDetails(signedIn(), shirt))?.family ?? '';
    expect((await listVariants('sv', family)).map(({ options }) => options.map(({ value }) => value).join())).toEqual([
      ...['Liten', 'M'],
    ]);
  });

  it('is not joined by a duplicate', async () => {
    await add('M');
    const copied = await duplicateProduct(signedIn(), shirt);
    expect(await getProductDetails(signedIn(), copied?.ok ? copied.slug : '')).toMatchObject({
      ...{ family: null, options: { en: [], sv: [] } },
    });
  });
});

describe('the options of a family', () => {
  const two = (en: string, colour: string) => ({
    en: [...size(en).en, { name: 'Colour', value: colour }],
    sv: [...size(en).sv, { name: 'Färg', value: `${colour} sv` }],
    de: [],
  });
  const save = async (options: Record<string, ProductOptions>, versions?: string) =>
    saveOptions(signedIn(), shirt, {
      optionsOf: (slug) => options[slug] ?? two('', ''),
      versions: versions ?? versionsOf(await familyOf(shirt)),
    });

  it('are changed for all variants together', async () => {
    const { slug } = Object(await add('M'));
    expect(await save({ [shirt]: two('M', 'red'), [slug]: two('M', 'blue') })).toMatchObject({ ok: true });
    expect((await familyOf(shirt)).map(({ options }) => options.sv.map(({ value }) => value).join())).toEqual([
      ...['M,red sv', 'M,blue sv'],
    ]);
    const found = await db().read.productSearch.findMany({ where: { text: { contains: ' blue ' }, language: 'sv' } });
    expect(found.map((row) => row.productSlug)).toEqual([slug]);
    expect(await save({ [shirt]: two('M', 'red'), [slug]: two('M', 'red') })).toMatchObject({
      problem: 'options-same',
    });
    expect(await save({ [shirt]: two('M', 'red') })).toMatchObject({ problem: 'options' });
    // A form that shows an older state.
    expect(await save({ [shirt]: two('S', 'red'), [slug]: two('M', 'red') }, `${shirt} 0`)).toMatchObject({
      ...{ problem: 'overtaken' },
    });
  });

  it('can be removed from the only variant left, which then is a product on its own', async () => {
    const { slug } = Object(await add('M'));
    const none = { en: [], sv: [], de: [] };
    expect(await save({ [shirt]: none, [slug]: none })).toMatchObject({ problem: 'options' });
    await deleteProduct(signedIn(), slug);
    const { family = '' } = (await getProductDetails(signedIn(), shirt)) ?? {};
    expect(await listVariants('en', family ?? '')).toEqual([]);
    expect(await save({ [shirt]: none })).toMatchObject({ ok: true });
    expect(await getProductDetails(signedIn(), shirt)).toMatchObject({ family: null, options: none });
    expect(await listed()).toEqual([shirt]);
    expect(await add('M')).toMatchObject({ ok: true });
  });

  it('stay unchanged when a text is saved', async () => {
    const { slug } = Object(await add('M'));
    await publish(slug, 90_00);
    expect(await getProductDetails(signedIn(), slug)).toMatchObject({ options: { en: [{ value: 'M' }] } });
  });
});

it('reads options from a form', () => {
  const form = {
    ...{ 'name-en-0': ' Size ', 'name-sv-0': 'Storlek', 'v-en-0': 'M\n L', 'v-sv-0': '' },
    ...{ 'name-en-1': '', 'v-en-1': 'stray', 'name-sv-1': '', 'v-sv-1': '' },
  };
  expect(parseOptionFields(form, 'v')).toEqual({
    en: [
      { name: 'Size', value: 'M L' },
      { name: '', value: 'stray' },
    ],
    sv: [{ name: 'Storlek', value: '' }],
    de: [],
  });
});
