import type { ProductFacts } from '../product-facts';

// The scopes of the back office's catalogue writes: docs/decisions/locks-on-postgresql.md.

/** A category, its texts, the list and order of its products, and their families. */
export function categoryScope(slug: string): string {
  return `category ${slug}`;
}

/** The list of categories and their order. */
export const CATEGORY_ORDER = 'categories';

/** A product's bank-transfer orders. One that awaits review contains the product, but does not change the product's row. */
export function transfersScope(slug: string): string {
  return `transfers ${slug}`;
}

/** The scopes of a write that creates a product with these values, or changes it. */
export function productScopes(
  slug: string,
  { sku, categorySlug }: Pick<ProductFacts, 'sku' | 'categorySlug'>,
): string[] {
  return [`product ${slug}`, categoryScope(categorySlug), ...(sku === null ? [] : [`sku ${sku}`])];
}
