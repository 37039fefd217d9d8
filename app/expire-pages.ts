import { tagsManifest } from 'next/dist/server/lib/incremental-cache/tags-manifest.external.js';
import { type CachedPath, type CatalogueChange, pagesShowing } from '@/lib/catalogue/pages-showing';
import { now } from '@/lib/clock';

/** Longer than a page takes to render, and short enough for every process to show a change within two seconds. */
const RENDER_MS = 1_000;

/**
 * Like `revalidatePages`, but for changes by another process, outside a request. Next's cache compares a page's age with
 * the times of its tags, which are in memory in `tagsManifest`. A page that is being rendered may have read the old row
 * but would count as newer than the change, so the tags are written again a second later.
 */
export async function expirePages(change: CatalogueChange): Promise<void> {
  const paths = await pagesShowing(change);
  expire(paths);
  setTimeout(expire, RENDER_MS, paths).unref();
}

function expire(paths: readonly CachedPath[]): void {
  for (const { path, type } of paths) {
    const tag = type === undefined ? path : `${path === '/' ? '' : path}/${type}`;
    tagsManifest.set(`_N_T_${tag}`, { expired: now().getTime() });
  }
}

/**
 * Lets Next serve expired pages unchanged while the database cannot be reached. Next tries to render such a page again
 * after a request, at most every three seconds. The caller has to expire all pages once the database is back.
 */
export function keepExpiredPages(): void {
  for (const [tag, { expired }] of tagsManifest) {
    if (expired !== undefined && expired <= now().getTime()) tagsManifest.set(tag, { stale: expired });
  }
}
