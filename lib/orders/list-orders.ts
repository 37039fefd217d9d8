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
  /** Names of the first products, how many more there are, and how many pieces the order has in all. */
  readonly names: readonly string[];
  readonly more: number;
  readonly pieces: number;
  /** A payment of it waits for the shop’s decision. */
  readonly isHeld: boolean;
};

const NAMES = 3;

/** What this browser ordered, newest first, at most 50. */
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
    state: row.state as OrderState,
    paymentMethod: row.paymentMethod as PaymentMethod,
    total: storedMoney(row.total, row.currency),
    names: row.lines.slice(0, NAMES).map((line) => line.name),
    more: Math.max(0, row.lines.length - NAMES),
    pieces: row.lines.reduce((sum, line) => sum + line.quantity, 0),
    isHeld: row.payments.length > 0,
  }));
}
