import type { ProductFacts } from '../product-facts';

// The scopes of the back office's writes of the catalogue: docs/decisions/locks-on-postgresql.md.

/** A category's texts and existence, which products it has in which order, and its products' families. */
export function categoryScope(slug: string): string {
  return `category ${slug}`;
}

/** The order of the categories, and which there are. */
export const CATEGORY_ORDER = 'categories';

/** Orders by bank transfer of a product. One that awaits review names the product, but does not change its row. */
export function transfersScope(slug: string): string {
  return `transfers ${slug}`;
}

/** A write that creates or changes a product with these values. */
export function productScopes(
  slug: string,
  { sku, categorySlug }: Pick<ProductFacts, 'sku' | 'categorySlug'>,
): string[] {
  return [`product ${slug}`, categoryScope(categorySlug), ...(sku === null ? [] : [`sku ${sku}`])];
}
