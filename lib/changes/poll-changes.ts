import { FEW } from '../catalogue/availability';
import { db } from '../db/client';
import { announceChange, awaitedOrders } from '../orders/order-changes';
import { repeat } from '../repeat';

const POLL_MS = 1_000;

export type Polling = { stop(): Promise<void>; finish(): Promise<void> };

/**
 * Polls while the database cannot notify this process. Once a second, one statement reads all orders that pages of this
 * process wait for; on PostgreSQL, a second one reads the catalogue. Announces whatever differs from the previous poll,
 * and everything at the first poll. `finish` polls once more, because the database may notify only of later changes. A
 * failed poll calls `onUnreachable`; the next one that succeeds then announces a change of the catalogue.
 */
export function pollChanges(onCatalogueChange?: () => void, onUnreachable = () => {}): Polling {
  let orders = new Map<string, string>();
  let catalogue: string | undefined;
  const look = async () => {
    const payments = await readPayments(awaitedOrders());
    for (const [id, payment] of payments) if (orders.get(id) !== payment) announceChange(id);
    orders = payments;
    if (!onCatalogueChange) return;
    const next = await readCatalogue();
    if (next !== catalogue) onCatalogueChange();
    catalogue = next;
  };
  const lookOrReport = async () => {
    try {
      await look();
    } catch (error) {
      catalogue = undefined;
      onUnreachable();
      throw error;
    }
  };
  const loop = repeat(lookOrReport, POLL_MS, 'changes');
  return {
    stop: loop.stop,
    finish: async () => {
      await loop.stop();
      await look();
    },
  };
}

/** Returns a text for each order. The text changes when a waiting page would show something else. */
async function readPayments(orderIds: string[]): Promise<Map<string, string>> {
  if (orderIds.length === 0) return new Map();
  const rows = await db().read.payment.findMany({
    where: { orderId: { in: orderIds } },
    orderBy: [{ orderId: 'asc' }, { attempt: 'asc' }],
    select: { orderId: true, state: true, amount: true, heldAt: true, expiresAt: true, ersReference: true },
  });
  const texts = new Map<string, string>();
  for (const { orderId, ...shown } of rows) texts.set(orderId, (texts.get(orderId) ?? '') + JSON.stringify(shown));
  return texts;
}

/** Returns a text that changes when a prerendered page would show something else. PostgreSQL reads the whole catalogue. */
async function readCatalogue(): Promise<string> {
  const sums = [
    `SELECT concat_ws('|', slug, "categorySlug", position, image, price, currency, "vatRate", published, sku, family, listed, least(stock, ${FEW + 1})) AS line FROM "Product"`,
    'SELECT t::text FROM "ProductText" t',
    'SELECT p::text FROM "ProductPicture" p',
    'SELECT c::text FROM "Category" c',
    'SELECT x::text FROM "CategoryText" x',
  ];
  const sql = `SELECT count(*) || ' ' || sum(hashtextextended(line, 0)) AS revision FROM (${sums.join(' UNION ALL ')}) lines`;
  const rows = await db().read.$queryRawUnsafe<{ revision: string | null }[]>(sql);
  return String(rows[0]?.revision);
}
