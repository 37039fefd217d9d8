import type { CatalogueChange } from '../catalogue/pages-showing';
import { pruneOrders, type SeqrOfDemo } from '../demo/prune-orders';
import { restockSoldOut } from '../demo/restock';
import { processGlobal } from '../process-global';
import { repeat } from '../repeat';

const PAUSE_MS = 20_000;

/**
 * Keeps a demonstration (DEMO=on) usable all day: restocks what is sold out, and deletes old orders and payers. `onRestocked`
 * makes pages show the new stock. Calling it again returns the running work.
 */
export function startDemo(seqr: SeqrOfDemo, onRestocked: (change: CatalogueChange) => void): { stop(): Promise<void> } {
  return processGlobal('demo', () => {
    const restock = async () => {
      for (const change of await restockSoldOut()) onRestocked(change);
    };
    const loops = [
      repeat(restock, PAUSE_MS, 'demo: restocking'),
      repeat(() => pruneOrders(seqr), PAUSE_MS, 'demo: deleting old orders'),
    ];
    return {
      stop: async () => {
        await Promise.all(loops.map((loop) => loop.stop()));
      },
    };
  });
}
