import { setTimeout as pause } from 'node:timers/promises';
import { db } from '../db/client';
import { processGlobal } from '../process-global';
import { repeat } from '../repeat';
import { indexProducts, listUnindexed } from '../search/index-products';
import { isStopping } from '../server-phase';

/** Each round compares all texts, which takes about 40 ms per language for 10,000 products. */
const PAUSE_MS = 60_000;
/** Few enough that other writes hardly wait. */
const BATCH = 100;
const BETWEEN_BATCHES_MS = 20;

/**
 * Indexes the products that were not indexed when they were written: by an earlier release, which may still run during
 * a deployment, or by an import. Also reindexes the products of a renamed category. Calling it again returns the
 * running worker.
 */
export function startProductSearch(): { stop(): Promise<void> } {
  return processGlobal('product-search', () => repeat(refreshProductSearch, PAUSE_MS, 'search'));
}

export async function refreshProductSearch(): Promise<void> {
  while (!isStopping()) {
    const slugs = await listUnindexed(BATCH);
    if (slugs.length === 0) return;
    await db().write(
      (tx) => indexProducts(tx, slugs),
      slugs.map((slug) => `product ${slug}`),
    );
    await pause(BETWEEN_BATCHES_MS);
  }
}
