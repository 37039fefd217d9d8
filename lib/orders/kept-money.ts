import type { Tx } from '../db/client';
import type { Incident, Order, Payment, Refund, Transfer } from '../db/generated/client';

type SettledIncident = Pick<Incident, 'kind' | 'outcome' | 'paymentId' | 'amount'>;

/** An order with its money and what of it was refunded. */
type Balance = Pick<Order, 'currency' | 'transferred' | 'paidBack'> & {
  readonly payments: readonly Pick<Payment, 'id' | 'state' | 'currency' | 'amount' | 'refunded'>[];
  readonly incidents: readonly SettledIncident[];
};

/** An order with everything that moved its money. */
type Movements = Pick<Order, 'currency' | 'total' | 'keeps' | 'paidAt' | 'transferred'> & {
  readonly payments: readonly Pick<Payment, 'id' | 'state' | 'currency' | 'amount' | 'paidAt'>[];
  readonly transfers: readonly Pick<Transfer, 'amount' | 'at'>[];
  readonly refunds: readonly (Pick<Refund, 'state' | 'currency' | 'amount' | 'paymentId' | 'createdAt'> & {
    readonly lines: readonly unknown[];
  })[];
  readonly incidents: readonly Pick<Incident, 'kind' | 'outcome' | 'paymentId' | 'amount' | 'endedAt'>[];
};

/** The relations that `readMovements` includes. */
export const movements = {
  payments: true,
  transfers: true,
  refunds: { include: { lines: true } },
  incidents: true,
} as const;

export function readMovements(tx: Tx, orderId: string) {
  return tx.order.findUniqueOrThrow({ where: { id: orderId }, include: movements });
}

/**
 * The money in the order's currency that the shop had received for the order at a time, or until now, without what a
 * person has settled elsewhere. A refund cannot be older than its own payment,
 * so the payment `refundedPaymentId` always counts. In minor units.
 */
export function receivedUntil(
  { currency, transferred, payments, transfers, incidents }: Movements,
  at?: Date,
  refundedPaymentId: string | null = null,
): number {
  const isLater = (other: Date | null) => at !== undefined && other !== null && other > at;
  const later = transfers.filter((transfer) => isLater(transfer.at));
  const paid = payments.filter(
    (one) =>
      one.state === 'PAID' && one.currency === currency && (one.id === refundedPaymentId || !isLater(one.paidAt)),
  );
  const ended = incidents.filter((one) => !isLater(one.endedAt));
  return transferred - sum(later) + sum(paid) - settledElsewhere(ended, null);
}

/**
 * The excess that a person has settled elsewhere, for example by using it for another order: in the order's currency, or of
 * one payment in another currency. In minor units.
 */
export function settledElsewhere(incidents: readonly SettledIncident[], paymentId: string | null): number {
  return sum(
    incidents.filter((one) => one.kind === 'excess' && one.outcome === 'settled' && one.paymentId === paymentId),
  );
}

/**
 * The order's money in its own currency that is neither refunded nor settled elsewhere, without the payments in
 * `refunding`, which the shop refunds in full. In minor units.
 */
export function moneyHeld(order: Balance, refunding: ReadonlySet<string>): number {
  const paid = order.payments.filter(
    ({ id, state, currency }) => state === 'PAID' && currency === order.currency && !refunding.has(id),
  );
  const transferred = order.transferred - order.paidBack - settledElsewhere(order.incidents, null);
  return paid.reduce((held, { amount, refunded }) => held + amount - refunded, transferred);
}

/**
 * The amount that may still be refunded of one payment, or of the bank transfers if `payment` is null. Money settled
 * elsewhere cannot also be refunded. In minor units.
 */
export function leftToRefund(
  order: Balance,
  payment: Balance['payments'][number] | null,
  refunding: ReadonlySet<string>,
): number {
  const left = payment ? payment.amount - payment.refunded : order.transferred - order.paidBack;
  if (payment && refunding.has(payment.id)) return left;
  if (payment && payment.currency !== order.currency) return left - settledElsewhere(order.incidents, payment.id);
  return Math.min(left, moneyHeld(order, refunding));
}

/**
 * The amount that a paid order may keep: its total, or less if it was refunded. A refund lowers it by what it takes from
 * the money that the shop had when the refund was requested, so money that arrives later never belongs to the order. A
 * refund by line is taken from the sale first and from the excess last, any other refund from the excess first; see
 * refund-vat.ts.
 * In minor units.
 */
export function mayKeep(order: Movements, isCounted: (refund: Movements['refunds'][number]) => boolean): number {
  const { total, keeps, paidAt, currency } = order;
  let kept = total;
  let back = 0;
  const refunds = order.refunds
    .filter((refund) => refund.currency === currency && isCounted(refund))
    .toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  for (const { amount, createdAt, paymentId, lines } of refunds) {
    const isOfSale = paidAt !== null && createdAt >= paidAt;
    if (isOfSale) {
      const held = receivedUntil(order, createdAt, paymentId) - back;
      kept = Math.min(kept, held);
      const excess = held - kept;
      const beyond = lines.length > 0 ? Math.min(excess, Math.max(0, amount - kept)) : excess;
      kept = Math.max(0, kept - Math.max(0, amount - beyond));
    }
    back += amount;
  }
  return Math.min(keeps ?? total, kept);
}

function sum(rows: readonly { readonly amount: number | null }[]): number {
  return rows.reduce((all, { amount }) => all + (amount ?? 0), 0);
}
