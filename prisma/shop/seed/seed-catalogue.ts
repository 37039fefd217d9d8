import { now } from '@/lib/clock';
import type { Tx } from '@/lib/db/client';
import { goodDigest } from '@/lib/good-digest';
import { fullLanguages } from '@/lib/i18n/languages';
import { merchant } from '@/lib/merchant';
import { highestPrice } from '@/lib/orders/delivery';
import { indexProducts } from '@/lib/search/index-products';
import { demoGoods } from './demo/demo-goods';
import type { CategorySeed } from './types';

export type Seeded = { categories: number; products: number; texts: number };

/**
 * Creates the goods that were not seeded before, with their categories and texts, and returns how many of each it
 * created. Existing rows do not change, and deleted ones do not return, because goods, prices and texts belong to the
 * merchant once they are created.
 */
export async function seedCatalogue(tx: Tx, categories: readonly CategorySeed[]): Promise<Seeded> {
  requireKnownRates(categories);
  requirePrices(categories);
  const rows = toRows(categories);
  const seeded = keys(await tx.seededGood.findMany(), ({ slug }) => slug);
  const [products, stored] = [
    keys(await tx.product.findMany({ select: { slug: true } }), ({ slug }) => slug),
    keys(await tx.category.findMany({ select: { slug: true } }), ({ slug }) => slug),
  ];
  const newProducts = rows.products.filter(({ slug }) => !products.has(slug) && !seeded.has(slug));
  const needed = keys(newProducts, ({ categorySlug }) => categorySlug);
  const newCategories = rows.categories.filter(({ slug }) => needed.has(slug) && !stored.has(slug));
  const [created, named] = [keys(newProducts, ({ slug }) => slug), keys(newCategories, ({ slug }) => slug)];
  const productTexts = rows.productTexts.filter(({ productSlug }) => created.has(productSlug));
  const categoryTexts = rows.categoryTexts.filter(({ categorySlug }) => named.has(categorySlug));
  await tx.category.createMany({ data: newCategories });
  const createdAt = now();
  await tx.product.createMany({ data: newProducts.map((product) => ({ ...product, createdAt })) });
  await tx.categoryText.createMany({ data: categoryTexts });
  await tx.productText.createMany({ data: productTexts });
  await indexProducts(tx, [...created]);
  await rememberGoods(tx, rows, seeded);
  return {
    categories: newCategories.length,
    products: newProducts.length,
    texts: categoryTexts.length + productTexts.length,
  };
}

/** Makes sure that no later seeding adds the demonstration's goods. Throws if the shop has goods already. */
export async function leaveOutDemoGoods(tx: Tx): Promise<void> {
  if ((await tx.product.count()) > 0) {
    throw new Error('The shop has goods already. Remove the demo goods in the back office: /admin/demo-goods.');
  }
  await rememberGoods(
    tx,
    toRows(demoGoods),
    keys(await tx.seededGood.findMany(), ({ slug }) => slug),
  );
}

async function rememberGoods(tx: Tx, rows: Rows, seeded: ReadonlySet<string>): Promise<void> {
  const demo = digests(toRows(demoGoods));
  const own = [...digests(rows)].filter(([slug]) => !seeded.has(slug));
  await tx.seededGood.createMany({
    data: own.map(([slug, digest]) => ({ slug, demoDigest: demo.get(slug) === digest ? digest : null })),
  });
}

/** Each good's slug and digest. */
function digests({ products, productTexts }: Rows): Map<string, string> {
  const digestOf = ({ slug, image }: Rows['products'][number]) =>
    goodDigest({ image, texts: productTexts.filter(({ productSlug }) => productSlug === slug) });
  return new Map(products.map((product) => [product.slug, digestOf(product)]));
}

function requireKnownRates(categories: readonly CategorySeed[]): void {
  for (const { slug, vatRate } of categories) {
    if (merchant.vatRates.includes(vatRate)) continue;
    throw new RangeError(
      `Category ${slug} has vatRate ${vatRate}, but the merchant’s rates are ${merchant.vatRates.join(', ')}. Rates are in hundredths of a percent (25.5 % is 2550). Correct the rate, or add it to vatRates in lib/merchant.ts.`,
    );
  }
}

function requirePrices(categories: readonly CategorySeed[]): void {
  const most = highestPrice().amount;
  for (const { slug, price } of categories.flatMap(({ products }) => products)) {
    if (Number.isInteger(price) && price > 0 && price <= most) continue;
    throw new RangeError(
      `Product ${slug} has price ${price}. A price is in minor units (599.00 is 59900), above zero and at most ${most} (SEQR’s limit minus the delivery price). Correct the price.`,
    );
  }
}

type Rows = ReturnType<typeof toRows>;

function keys<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Set<string> {
  return new Set(rows.map(keyOf));
}

function toRows(categories: readonly CategorySeed[]) {
  return {
    categories: categories.map(({ slug }, position) => ({ slug, position })),
    categoryTexts: categories.flatMap(({ slug, texts }) =>
      fullLanguages.map((language) => ({ categorySlug: slug, language, ...texts[language] })),
    ),
    products: categories.flatMap((category) =>
      category.products.map(({ slug, image = `/products/${slug}.svg`, price, stock }, position) => ({
        slug,
        categorySlug: category.slug,
        position,
        image,
        price,
        currency: merchant.currency,
        vatRate: category.vatRate,
        stock,
      })),
    ),
    productTexts: categories.flatMap(({ products }) =>
      products.flatMap(({ slug, texts }) =>
        fullLanguages.map((language) => ({
          productSlug: slug,
          language,
          ...texts[language],
          description: texts[language].description.join('\n\n'),
        })),
      ),
    ),
  };
}
