import { db } from '../db/client';
import { type Money, storedMoney } from '../money';
import { formatOrderNumber } from './get-order';
import type { OrderState, PaymentMethod } from './order-states';

export type OrderSummary = {
  readonly id: string;
  readonly number: string;
  readonly createdAt: Date;
  readonly state: OrderState;
  readonly paymentMethod: PaymentMethod;
  readonly total: Money;
  /** The names of the first products, the number of further ones, and the total number of units. */
  readonly names: readonly string[];
  readonly more: number;
  readonly pieces: number;
  /** True if a payment for this order awaits a manual decision. */
  readonly isHeld: boolean;
};

const MAX_NAMES = 3;

/** The orders of this browser, newest first, at most 50. */
export async function listOrders(visitorId: string): Promise<OrderSummary[]> {
  const rows = await db().read.order.findMany({
    where: { visitorId },
    orderBy: { createdAt: 'desc' },
    take: 50,
    include: {
      lines: { where: { kind: 'PRODUCT' }, orderBy: { position: 'asc' } },
      payments: { where: { heldAt: { not: null } }, select: { id: true } },
    },
  });
  return rows.map((row) => ({
    id: row.id,
    number: formatOrderNumber(row.number),
    createdAt: row.createdAt,
    state: row.state,
    paymentMethod: row.paymentMethod,
    total: storedMoney(row.total, row.currency),
    names: row.lines.slice(0, MAX_NAMES).map((line) => line.name),
    more: Math.max(0, row.lines.length - MAX_NAMES),
    pieces: row.lines.reduce((sum, line) => sum + line.quantity, 0),
    isHeld: row.payments.length > 0,
  }));
}
