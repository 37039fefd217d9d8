import { setTimeout as pause } from 'node:timers/promises';
import { db } from '../db/client';
import { formatOrderNumber } from '../orders/get-order';
import { orderSearchText, SEARCH_VERSION } from '../orders/search-text';
import { processGlobal } from '../process-global';
import { repeat } from '../repeat';
import { isStopping } from '../server-phase';

const PAUSE_MS = 30_000;
/** Few enough that other writes hardly wait. */
const BATCH = 100;
const BETWEEN_BATCHES_MS = 50;

/**
 * Rewrites the outdated search texts of changed orders, and of orders written by an earlier release. Calling it again
 * returns the running worker.
 */
export function startSearchTexts(): { stop(): Promise<void> } {
  return processGlobal('search-texts', () => repeat(refreshSearchTexts, PAUSE_MS, 'search'));
}

export async function refreshSearchTexts(): Promise<void> {
  while (!isStopping() && (await refreshBatch()) === BATCH) await pause(BETWEEN_BATCHES_MS);
}

/** Returns the number of outdated texts that it found. */
async function refreshBatch(): Promise<number> {
  const outdated = { searchVersion: { lt: SEARCH_VERSION } };
  const found = await db().read.order.findMany({ where: outdated, select: { id: true }, take: BATCH });
  const ids = found.map(({ id }) => id);
  if (ids.length === 0) return 0;
  await db().write(async (tx) => {
    const orders = await tx.order.findMany({ where: { ...outdated, id: { in: ids } }, include: { lines: true } });
    for (const order of orders) {
      const searchText = orderSearchText({ ...order, number: formatOrderNumber(order.number) });
      await tx.order.update({ where: { id: order.id }, data: { searchText, searchVersion: SEARCH_VERSION } });
    }
  }, ids);
  return ids.length;
}
