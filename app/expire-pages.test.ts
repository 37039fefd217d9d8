import { getImplicitTags } from 'next/dist/server/lib/implicit-tags';
import {
  areTagsExpired,
  areTagsStale,
  tagsManifest,
} from 'next/dist/server/lib/incremental-cache/tags-manifest.external.js';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { expirePages, keepExpiredPages } from './expire-pages';

const pages = {
  front: ['/[lang]/(shop)/page', '/en'],
  category: ['/[lang]/(shop)/categories/[slug]/page', '/en/categories/linocuts'],
  otherCategory: ['/[lang]/(shop)/categories/[slug]/page', '/sv/categories/pantry'],
  product: ['/[lang]/(shop)/products/[slug]/page', '/en/products/three-pines'],
  otherProduct: ['/[lang]/(shop)/products/[slug]/page', '/sv/products/westerly'],
  sitemap: ['/sitemap.xml/route', '/sitemap.xml'],
  terms: ['/[lang]/(shop)/terms/page', '/en/terms'],
} as const;

beforeEach(() => {
  vi.useFakeTimers();
  tagsManifest.clear();
});
afterEach(() => {
  vi.useRealTimers();
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

it('expires the pages that show the change, and no others', async () => {
  expirePages({ kind: 'stock', category: 'linocuts', slug: 'three-pines' });
  expect(await expired(Date.now() - 1)).toEqual(['front', 'category', 'product']);
  tagsManifest.clear();
  expirePages({ kind: 'product', category: 'linocuts' });
  expect(await expired(Date.now() - 1)).toEqual(Object.keys(pages));
  tagsManifest.clear();
  expirePages({ kind: 'all' });
  expect(await expired(Date.now() - 1)).toEqual(Object.keys(pages));
});

it('expires the pages again a second later, because they may have been rendered from the old row', async () => {
  expirePages({ kind: 'stock', category: 'linocuts', slug: 'three-pines' });
  await vi.advanceTimersByTimeAsync(300);
  const renderedAt = Date.now();
  expect(await expired(renderedAt)).toEqual([]);
  await vi.advanceTimersByTimeAsync(700);
  expect(await expired(renderedAt)).toEqual(['front', 'category', 'product']);
});

it('keeps expired pages while the database cannot be reached, as pages to render again', async () => {
  const renderedAt = Date.now() - 1;
  expirePages({ kind: 'all' });
  await vi.advanceTimersByTimeAsync(1_000);
  keepExpiredPages();
  expect(await expired(renderedAt)).toEqual([]);
  const { tags } = await getImplicitTags(...pages.front, null);
  expect(areTagsStale(tags, renderedAt)).toBe(true);
  expirePages({ kind: 'all' });
  expect(await expired(renderedAt)).toEqual(Object.keys(pages));
});
