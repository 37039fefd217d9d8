import { getImplicitTags } from 'next/dist/server/lib/implicit-tags';
import {
  areTagsExpired,
  areTagsStale,
  tagsManifest,
} from 'next/dist/server/lib/incremental-cache/tags-manifest.external.js';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { hasMenuChanged } from '@/lib/catalogue/menu-changes';
import { db } from '@/lib/db/client';
import { forgetGlobal } from '@/lib/process-global';
import { addProducts, openShopDatabase } from '@/lib/testing/shop-database';
import { expirePages, keepExpiredPages } from './expire-pages';
import { revalidatePages } from './revalidate-pages';

const revalidatePath = vi.hoisted(() => vi.fn());
vi.mock('next/cache', () => ({ revalidatePath }));

const pages = {
  front: ['/[lang]/(shop)/page', '/en'],
  category: ['/[lang]/(shop)/categories/[slug]/page', '/en/categories/linocuts'],
  otherCategory: ['/[lang]/(shop)/categories/[slug]/page', '/sv/categories/pantry'],
  product: ['/[lang]/(shop)/products/[slug]/page', '/en/products/three-pines'],
  variant: ['/[lang]/(shop)/products/[slug]/page', '/sv/products/four-pines'],
  neighbour: ['/[lang]/(shop)/products/[slug]/page', '/en/products/moonrise'],
  otherProduct: ['/[lang]/(shop)/products/[slug]/page', '/sv/products/westerly'],
  sitemap: ['/sitemap.xml/route', '/sitemap.xml'],
  terms: ['/[lang]/(shop)/terms/page', '/en/terms'],
} as const;

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openShopDatabase();
  const linocuts = ['three-pines', 'four-pines', 'moonrise'].map((slug) => ({ slug }));
  await addProducts([...linocuts, { slug: 'westerly' }]);
  await db().write(async (tx) => {
    for (const [position, slug] of ['linocuts', 'pantry'].entries()) {
      const texts = { create: { language: 'en', name: slug, intro: '' } };
      await tx.category.create({ data: { slug, position, texts } });
    }
    await tx.product.updateMany({ data: { categorySlug: 'linocuts' } });
    await tx.product.update({ where: { slug: 'westerly' }, data: { categorySlug: 'pantry' } });
    await tx.product.updateMany({ where: { slug: { in: ['three-pines', 'four-pines'] } }, data: { family: 'pines' } });
  });
});
afterAll(() => close());

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout'] });
  // Next ignores marks that are in the future by its own clock.
  vi.setSystemTime(Date.now() - 30_000);
  tagsManifest.clear();
  // The pages have been rendered with this menu for a while.
  await hasMenuChanged();
  vi.advanceTimersByTime(10_000);
});
afterEach(() => {
  vi.useRealTimers();
  forgetGlobal('shop-menu');
});

/** The pages that Next would render again, if they were rendered at `renderedAt`. */
async function expired(renderedAt: number): Promise<string[]> {
  const names: string[] = [];
  for (const [name, [file, path]] of Object.entries(pages)) {
    const { tags } = await getImplicitTags(file, path, null);
    if (areTagsExpired(tags, renderedAt)) names.push(name);
  }
  return names;
}

const stock = { kind: 'stock', category: 'linocuts', slug: 'three-pines' } as const;
const product = { ...stock, kind: 'product' } as const;
const publish = (published: boolean) =>
  db().write((tx) => tx.product.updateMany({ where: { categorySlug: 'pantry' }, data: { published } }));

it('expires the pages that show the change, and no others', async () => {
  await expirePages(stock);
  expect(await expired(Date.now() - 1)).toEqual(['front', 'category', 'product', 'variant', 'neighbour']);
  tagsManifest.clear();
  await expirePages(product);
  expect(await expired(Date.now() - 1)).toEqual(['front', 'category', 'product', 'variant', 'neighbour', 'sitemap']);
  tagsManifest.clear();
  await expirePages({ kind: 'all' });
  expect(await expired(Date.now() - 1)).toEqual(Object.keys(pages));
});

it('expires all product pages if the change does not say which product has changed', async () => {
  await expirePages({ kind: 'product', category: 'linocuts' });
  const others = Object.keys(pages).filter((name) => name !== 'otherCategory' && name !== 'terms');
  expect(await expired(Date.now() - 1)).toEqual(others);
});

it('expires the page of a product that has been deleted', async () => {
  await expirePages({ ...product, category: 'pantry', slug: 'three-pines' });
  expect(await expired(Date.now() - 1)).toContain('product');
});

it('expires all pages for two seconds if the menu has changed', async () => {
  await publish(false);
  await expirePages({ kind: 'product', category: 'pantry', slug: 'westerly' });
  expect(await expired(Date.now() - 1)).toEqual(Object.keys(pages));
  tagsManifest.clear();
  await expirePages(product);
  expect(await expired(Date.now() - 1)).toEqual(Object.keys(pages));
  vi.advanceTimersByTime(2_000);
  tagsManifest.clear();
  await expirePages(product);
  expect(await expired(Date.now() - 1)).not.toContain('terms');
  await publish(true);
});

it('expires all pages if the database does not answer', async () => {
  const broken = vi.spyOn(db().read.category, 'findMany').mockRejectedValue(new Error('gone'));
  await expirePages(product);
  broken.mockRestore();
  expect(await expired(Date.now() - 1)).toEqual(Object.keys(pages));
});

it('expires the pages again a second later, because they may have been rendered from the old row', async () => {
  await expirePages(stock);
  await vi.advanceTimersByTimeAsync(300);
  const renderedAt = Date.now();
  expect(await expired(renderedAt)).toEqual([]);
  await vi.advanceTimersByTimeAsync(700);
  expect(await expired(renderedAt)).toEqual(['front', 'category', 'product', 'variant', 'neighbour']);
});

it('expires revalidated pages again a second later, for the same reason', async () => {
  await revalidatePages(stock);
  expect(revalidatePath).toHaveBeenCalledWith('/en/products/three-pines', undefined);
  await vi.advanceTimersByTimeAsync(300);
  const renderedAt = Date.now();
  await vi.advanceTimersByTimeAsync(700);
  expect(await expired(renderedAt)).toEqual(['front', 'category', 'product', 'variant', 'neighbour']);
});

it('makes pages stale if the system’s clock has been set forward, which Next’s clock does not follow', async () => {
  vi.setSystemTime(Date.now() + 3_600_000);
  await expirePages(stock);
  const { tags } = await getImplicitTags(...pages.front, null);
  expect(areTagsStale(tags, Date.now() - 1)).toBe(true);
  expect(areTagsStale(tags, Date.now())).toBe(false);
});

it('turns expired pages into stale ones while the database cannot be reached, so that Next still serves them', async () => {
  const renderedAt = Date.now() - 1;
  await expirePages({ kind: 'all' });
  await vi.advanceTimersByTimeAsync(1_000);
  keepExpiredPages();
  expect(await expired(renderedAt)).toEqual([]);
  const { tags } = await getImplicitTags(...pages.front, null);
  expect(areTagsStale(tags, renderedAt)).toBe(true);
  await expirePages({ kind: 'all' });
  expect(await expired(renderedAt)).toEqual(Object.keys(pages));
});
