import { tagsManifest } from 'next/dist/server/lib/incremental-cache/tags-manifest.external.js';
import { type CachedPath, type CatalogueChange, pagesShowing } from '@/lib/catalogue/pages-showing';
import { now } from '@/lib/clock';

/** Longer than a page takes to render, and within the two seconds in which every process shows a change. */
const RENDER_MS = 1_000;

/**
 * Does what `revalidatePages` does, but for a change by another process and outside of a request. Next's own cache looks up
 * in `tagsManifest`, in memory, whether a page is older than its tags. A page that is being rendered may have read the old
 * row and would count as newer than the change, so its tags are written again a second later.
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
 * Lets expired pages be served as they were, because the database that they would be rendered from cannot be reached. Next
 * tries to render them after each such request, at most every three seconds. Expire all pages once the database is back.
 */
export function keepExpiredPages(): void {
  for (const [tag, { expired }] of tagsManifest) {
    if (expired !== undefined && expired <= now().getTime()) tagsManifest.set(tag, { stale: expired });
  }
}
