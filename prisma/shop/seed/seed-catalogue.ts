import type { Tx } from '@/lib/db/client';
import { fullLanguages } from '@/lib/i18n/languages';
import { merchant } from '@/lib/merchant';
import { highestPrice } from '@/lib/orders/delivery';
import type { CategorySeed } from './types';

export type Seeded = { categories: number; products: number; texts: number };

/**
 * Creates the categories, products and texts that the database lacks, and returns how many of each it created. Existing
 * rows do not change, because stock, prices and texts belong to the merchant once they are created.
 */
export async function seedCatalogue(tx: Tx, categories: readonly CategorySeed[]): Promise<Seeded> {
  requireKnownRates(categories);
  requirePrices(categories);
  const rows = toRows(categories);
  const known = {
    categories: keys(await tx.category.findMany(), (row) => row.slug),
    categoryTexts: keys(await tx.categoryText.findMany(), (row) => `${row.categorySlug} ${row.language}`),
    products: keys(await tx.product.findMany({ select: { slug: true } }), (row) => row.slug),
    productTexts: keys(
      await tx.productText.findMany({ select: { productSlug: true, language: true } }),
      (row) => `${row.productSlug} ${row.language}`,
    ),
  };
  const { count: newCategories } = await tx.category.createMany({
    data: rows.categories.filter((row) => !known.categories.has(row.slug)),
  });
  const { count: newProducts } = await tx.product.createMany({
    data: rows.products.filter((row) => !known.products.has(row.slug)),
  });
  const { count: newCategoryTexts } = await tx.categoryText.createMany({
    data: rows.categoryTexts.filter((row) => !known.categoryTexts.has(`${row.categorySlug} ${row.language}`)),
  });
  const { count: newProductTexts } = await tx.productText.createMany({
    data: rows.productTexts.filter((row) => !known.productTexts.has(`${row.productSlug} ${row.language}`)),
  });
  return { categories: newCategories, products: newProducts, texts: newCategoryTexts + newProductTexts };
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

function keys<Row>(rows: Row[], keyOf: (row: Row) => string): Set<string> {
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
