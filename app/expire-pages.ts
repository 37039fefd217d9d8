import { tagsManifest } from 'next/dist/server/lib/incremental-cache/tags-manifest.external.js';
import { type CachedPath, type CatalogueChange, pagesShowing } from '@/lib/catalogue/pages-showing';
import { now } from '@/lib/clock';

/** Longer than a page takes to render, and short enough for every process to show a change within two seconds. */
const RENDER_MS = 1_000;

/**
 * Like `revalidatePages`, but for changes by another process, outside a request. Next's cache compares a page's age with
 * the times of its tags, which are in memory in `tagsManifest`.
 */
export async function expirePages(change: CatalogueChange): Promise<void> {
  const paths = await pagesShowing(change);
  expire(paths);
  expireAgain(paths);
}

/**
 * Expires the pages a second later. A page that is being rendered during a change may have read the old row, but would
 * count as newer than the change.
 */
export function expireAgain(paths: readonly CachedPath[]): void {
  setTimeout(expire, RENDER_MS, paths).unref();
}

function expire(paths: readonly CachedPath[]): void {
  for (const { path, type } of paths) {
    const tag = type === undefined ? path : `${path === '/' ? '' : path}/${type}`;
    const at = now().getTime();
    // Next ignores `expired` while it is in the future by its own clock, which does not follow the system's clock. A stale
    // page is rendered again after one more visitor has seen it.
    tagsManifest.set(`_N_T_${tag}`, { expired: at, stale: at });
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
