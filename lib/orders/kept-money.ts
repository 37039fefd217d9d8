import type { Tx } from '../db/client';
import type { Incident, Order, Payment, Refund, Transfer } from '../db/generated/client';

/** An order with everything that moved its money. */
type Movements = Pick<Order, 'currency' | 'total' | 'keeps' | 'paidAt' | 'transferred'> & {
  readonly payments: readonly Pick<Payment, 'state' | 'currency' | 'amount' | 'paidAt'>[];
  readonly transfers: readonly Pick<Transfer, 'amount' | 'at'>[];
  readonly refunds: readonly Pick<Refund, 'state' | 'currency' | 'amount' | 'createdAt'>[];
  readonly incidents: readonly Pick<Incident, 'kind' | 'outcome' | 'paymentId' | 'amount' | 'endedAt'>[];
};

/** The relations that `readMovements` includes. */
export const movements = { payments: true, transfers: true, refunds: true, incidents: true } as const;

export function readMovements(tx: Tx, orderId: string) {
  return tx.order.findUniqueOrThrow({ where: { id: orderId }, include: movements });
}

/**
 * The money in the order's currency that the shop had received for the order at a time, or until now, without what a
 * person has settled elsewhere. In minor units.
 */
export function receivedUntil({ currency, transferred, payments, transfers, incidents }: Movements, at?: Date): number {
  const isLater = (other: Date | null) => at !== undefined && other !== null && other > at;
  const later = transfers.filter((transfer) => isLater(transfer.at));
  const paid = payments.filter((one) => one.state === 'PAID' && one.currency === currency && !isLater(one.paidAt));
  const ended = incidents.filter((one) => !isLater(one.endedAt));
  return transferred - sum(later) + sum(paid) - settledElsewhere(ended, null);
}

/**
 * The excess that a person has settled elsewhere, for example by using it for another order: in the order's currency, or of
 * one payment in another currency. In minor units.
 */
export function settledElsewhere(
  incidents: readonly Pick<Incident, 'kind' | 'outcome' | 'paymentId' | 'amount'>[],
  paymentId: string | null,
): number {
  return sum(
    incidents.filter((one) => one.kind === 'excess' && one.outcome === 'settled' && one.paymentId === paymentId),
  );
}

/**
 * The amount that a paid order may keep: its total, or less if it was refunded. A refund lowers it by what it takes from
 * the money that the shop had when the refund was requested, so money that arrives later never belongs to the order.
 * In minor units.
 */
export function mayKeep(order: Movements, isCounted: (refund: Movements['refunds'][number]) => boolean): number {
  const { total, keeps, paidAt, currency } = order;
  let left = keeps ?? total;
  let back = 0;
  const refunds = order.refunds
    .filter((refund) => refund.currency === currency && isCounted(refund))
    .toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  for (const { amount, createdAt } of refunds) {
    back += amount;
    const isOfSale = paidAt !== null && createdAt >= paidAt;
    if (isOfSale) left = Math.min(left, Math.max(0, receivedUntil(order, createdAt) - back));
  }
  return left;
}

function sum(rows: readonly { readonly amount: number | null }[]): number {
  return rows.reduce((all, { amount }) => all + (amount ?? 0), 0);
}
