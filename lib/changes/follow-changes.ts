import type { CatalogueChange } from '../catalogue/pages-showing';
import { db } from '../db/client';
import { log } from '../log';
import { announceChange, awaitedOrders, setDatabaseNotifies } from '../orders/order-changes';
import { listen, PoolerError } from '../postgresql/listener';
import { parseCatalogueMessage } from './catalogue-message';
import { type Polling, pollChanges } from './poll-changes';

/**
 * The channels of the triggers in prisma/shop/postgresql/migrations. The payload on the first channel is an order's id.
 */
const ORDER = 'shop_order';
const CATALOGUE = 'shop_catalogue';

const LOST =
  'changes: the shop cannot listen for changes at DATABASE_DIRECT_URL, otherwise DATABASE_URL. Until it can, it polls once a second';
const POOLER =
  'changes: the shop cannot listen for changes through a connection pooler, so it polls once a second. Set DATABASE_DIRECT_URL to the address of PostgreSQL itself.';

/** `ready` resolves once this process listens, or polls because it could not connect. */
export type Following = { readonly ready: Promise<void>; stop(): Promise<void> };

/**
 * Follows what other processes change in PostgreSQL. Announces a changed payment to the pages that wait for it, and calls
 * `onCatalogueChange` for the catalogue. Triggers send NOTIFY in the transaction that makes a change, so every writer is
 * covered, `psql` included. While there is no connection to listen on, this process polls, and calls `onUnreachable` each
 * time that PostgreSQL cannot be reached at all.
 */
export function followChanges(
  url: string,
  onCatalogueChange: (change: CatalogueChange) => void,
  onUnreachable: () => void = () => {},
): Following {
  let polling: Polling | undefined;
  let noteReady = () => {};
  const ready = new Promise<void>((resolve) => {
    noteReady = resolve;
  });
  const listener = listen({
    url,
    notify: (channel, payload) => db().read.$queryRaw`SELECT 1 FROM pg_notify(${channel}, ${payload})`,
    channels: [ORDER, CATALOGUE],
    onMessage: (channel, payload) => {
      if (channel === ORDER) announceChange(payload);
      else onCatalogueChange(parseCatalogueMessage(payload));
    },
    onConnected: () => {
      setDatabaseNotifies(true);
      if (polling) log.info('changes: the shop listens for changes and no longer polls');
      void polling?.finish().catch((error: unknown) => {
        log.error({ err: error }, 'changes: the last poll failed, so all waiting pages read their orders again');
        for (const orderId of awaitedOrders()) announceChange(orderId);
      });
      polling = undefined;
      // Prerendered pages may be older than the catalogue.
      onCatalogueChange({ kind: 'all' });
      noteReady();
    },
    onLost: (error) => {
      setDatabaseNotifies(false);
      if (error instanceof PoolerError) log.warn(POOLER);
      else log.warn({ err: error }, LOST);
      polling ??= pollChanges(() => onCatalogueChange({ kind: 'all' }), onUnreachable);
      noteReady();
    },
  });
  return {
    ready,
    stop: async () => {
      await listener.stop();
      setDatabaseNotifies(false);
      await polling?.stop();
    },
  };
}
