import { languages } from '../i18n/languages';

/**
 * What changed in the catalogue. `stock`: the shop now shows another availability of this product. `product`: anything else
 * about a product of this category. `all`: the categories.
 */
export type CatalogueChange =
  | { readonly kind: 'stock'; readonly category: string; readonly slug: string }
  | { readonly kind: 'product'; readonly category: string }
  | { readonly kind: 'all' };

/** A path as `revalidatePath` takes it. `type` is set for a file of `app` that renders many pages. */
export type CachedPath = { readonly path: string; readonly type?: 'page' | 'layout' };

/** The prerendered pages that show what changed. */
export function pagesShowing(change: CatalogueChange): CachedPath[] {
  if (change.kind === 'all') return [{ path: '/', type: 'layout' }];
  const lists = languages.flatMap((language) => [
    { path: `/${language}` },
    { path: `/${language}/categories/${change.category}` },
  ]);
  if (change.kind === 'stock') {
    return [...lists, ...languages.map((language) => ({ path: `/${language}/products/${change.slug}` }))];
  }
  // The head of every page lists the categories with products, and this may be the first or the last one of its category.
  return [{ path: '/[lang]/(shop)', type: 'layout' }, { path: '/sitemap.xml' }];
}
