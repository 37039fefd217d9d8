import { db } from '../db/client';
import { languages } from '../i18n/languages';
import { log } from '../log';
import { hasMenuChanged } from './menu-changes';

/**
 * What changed in the catalogue. `stock`: the shop now shows a different availability for this product. `product`:
 * anything else about the product with this slug, or without a slug about any products of this category. `all`: the
 * categories.
 */
export type CatalogueChange =
  | { readonly kind: 'stock'; readonly category: string; readonly slug: string }
  | { readonly kind: 'product'; readonly category: string; readonly slug?: string }
  | { readonly kind: 'all' };

/** A path as `revalidatePath` takes it. `type` is set for a file of `app` that renders many pages. */
export type CachedPath = { readonly path: string; readonly type?: 'page' | 'layout' };

/** For more pages, expiring all product pages together is cheaper than expiring each by its own path. */
const MAX_PAGES = 100;

const allProductPages: CachedPath[] = [{ path: '/[lang]/(shop)/products/[slug]', type: 'page' }];
const allPages: CachedPath[] = [{ path: '/', type: 'layout' }];

/** The prerendered pages that show what changed. If the database cannot be read, all pages. */
export async function pagesShowing(change: CatalogueChange): Promise<CachedPath[]> {
  if (change.kind === 'all') return allPages;
  try {
    return await listPages(change);
  } catch (error) {
    log.warn({ err: error }, 'changes: all pages expire, because the changed ones could not be listed');
    return allPages;
  }
}

async function listPages(change: Exclude<CatalogueChange, { kind: 'all' }>): Promise<CachedPath[]> {
  const { category } = change;
  const lists = ['', `/categories/${category}`].flatMap(inEachLanguage);
  if (change.kind === 'stock') {
    const variants = (await listVariantSlugs(change.slug)).flatMap(productPages);
    return [...lists, ...variants, ...(await neighbourPages(category, change.slug))];
  }
  const sitemap = { path: '/sitemap.xml' };
  // The header of every page lists the categories that have products, and this change may add or remove one.
  if (await hasMenuChanged()) return [{ path: '/[lang]/(shop)', type: 'layout' }, sitemap];
  const products = change.slug === undefined ? allProductPages : await neighbourPages(category, change.slug);
  return [...lists, ...products, sitemap];
}

async function neighbourPages(category: string, slug: string): Promise<CachedPath[]> {
  return (await listNeighbours(category, slug))?.flatMap(productPages) ?? allProductPages;
}

function productPages(slug: string): CachedPath[] {
  return inEachLanguage(`/products/${slug}`);
}

function inEachLanguage(path: string): CachedPath[] {
  return languages.map((language) => ({ path: `/${language}${path}` }));
}

/** The product and the other variants of its family, whose pages show which are sold out. */
async function listVariantSlugs(slug: string): Promise<string[]> {
  const product = await db().read.product.findUnique({ where: { slug }, select: { family: true } });
  if (!product?.family) return [slug];
  const family = await db().read.product.findMany({ where: { family: product.family }, select: { slug: true } });
  return family.map((variant) => variant.slug);
}

/**
 * The product and all products of its category, whose pages show it under "more from this category". Null if there are
 * too many.
 */
async function listNeighbours(categorySlug: string, slug: string): Promise<string[] | null> {
  const rows = await db().read.product.findMany({
    where: { categorySlug },
    select: { slug: true },
    take: MAX_PAGES + 1,
  });
  return rows.length > MAX_PAGES ? null : [...new Set([slug, ...rows.map((row) => row.slug)])];
}
