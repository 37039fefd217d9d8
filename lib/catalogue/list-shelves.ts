import type { Language } from '../i18n/languages';
import { type Category, listCategories } from './list-categories';
import { countProducts, listProducts, listProductsInStock } from './list-products';
import type { ProductCard } from './product';

/** A category with the number of its products for sale, the first of them, and the first that are in stock. */
export type Shelf = {
  readonly category: Category;
  readonly count: number;
  readonly first: readonly ProductCard[];
  readonly inStock: readonly ProductCard[];
};

/** The categories with products for sale, in the merchant's order, each with its first `take` products. */
export async function listShelves(language: Language, take: number): Promise<Shelf[]> {
  const [categories, counts] = await Promise.all([listCategories(language), countProducts(language)]);
  return Promise.all(
    categories.flatMap((category) => {
      const count = counts.get(category.slug) ?? 0;
      return count > 0 ? [shelfOf(language, category, count, take)] : [];
    }),
  );
}

async function shelfOf(language: Language, category: Category, count: number, take: number): Promise<Shelf> {
  const [first, inStock] = await Promise.all([
    listProducts(language, category.slug, take),
    listProductsInStock(language, category.slug, take),
  ]);
  return { category, count, first, inStock };
}
