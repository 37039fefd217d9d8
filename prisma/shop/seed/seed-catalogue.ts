import type { Tx } from '@/lib/db/client';
import { languages } from '@/lib/i18n/languages';
import { merchant } from '@/lib/merchant';
import type { CategorySeed } from './types';

export type Seeded = { categories: number; products: number; texts: number };

/**
 * Creates what the database lacks of these categories, products and texts, and returns how many rows of each were
 * new. What exists is left alone, since stock, prices and texts belong to the merchant from then on.
 */
export async function seedCatalogue(tx: Tx, categories: readonly CategorySeed[]): Promise<Seeded> {
  requireKnownRates(categories);
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
      `Category ${slug} has vatRate ${vatRate}, which is none of ${merchant.vatRates.join(', ')}. Rates are in hundredths of a per cent (25.5 % is 2550): correct it, or add it to vatRates in lib/merchant.ts.`,
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
      languages.map((language) => ({ categorySlug: slug, language, ...texts[language] })),
    ),
    products: categories.flatMap((category) =>
      category.products.map(({ slug, price, stock }, position) => ({
        slug,
        categorySlug: category.slug,
        position,
        image: `/products/${slug}.svg`,
        price,
        currency: merchant.currency,
        vatRate: category.vatRate,
        stock,
      })),
    ),
    productTexts: categories.flatMap(({ products }) =>
      products.flatMap(({ slug, texts }) =>
        languages.map((language) => ({
          productSlug: slug,
          language,
          ...texts[language],
          description: texts[language].description.join('\n\n'),
        })),
      ),
    ),
  };
}
