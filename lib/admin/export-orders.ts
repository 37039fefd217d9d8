import { stringify } from 'csv-stringify/sync';
import { toDecimal } from '../money';
import { listOrders, type OrderRow } from './list-orders';
import type { OrderFilter } from './order-filter';
import type { Session } from './session';

const BATCH = 1_000;

const columns = [
  'order',
  'created',
  'paid',
  'delivered',
  'state',
  'payment method',
  'total',
  'currency',
  'name',
  'e-mail',
] as const;

/**
 * All orders that a filter finds as CSV (RFC 4180, with a mark for UTF-8, times in UTC), a piece at a time, so that memory
 * stays small. A text that a spreadsheet would run as a formula gets an apostrophe before it.
 */
export async function* exportOrders(session: Session, filter: OrderFilter): AsyncGenerator<string> {
  yield stringify([[...columns]], { bom: true });
  let before: string | undefined;
  do {
    const page = await listOrders(session, filter, { before }, BATCH);
    if (page.orders.length > 0) yield stringify(page.orders.map(recordOf), { escape_formulas: true });
    before = page.older ?? undefined;
  } while (before !== undefined);
}

function recordOf(order: OrderRow): string[] {
  return [
    order.name,
    order.createdAt.toISOString(),
    order.paidAt?.toISOString() ?? '',
    order.deliveredAt?.toISOString() ?? '',
    order.state,
    order.paymentMethod,
    toDecimal(order.total),
    order.total.currency,
    order.customer,
    order.email,
  ];
}
