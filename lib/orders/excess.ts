import type { Tx } from '../db/client';
import { endIncident, openIncident } from './incidents';
import type { OrderState } from './order-states';

const shop = { source: 'shop' } as const;

/**
 * Opens an incident if an order holds more money than is due, and ends it when the excess is refunded. An excess is,
 * for example, a transfer of too much money, or a late payment that SEQR would not refund. Money that a person settled
 * elsewhere does not count. Call it in the transaction that changes the order's money or state. Requested refunds count
 * as already refunded, and so does a whole payment whose refund is queued.
 */
export async function reviewExcess(tx: Tx, orderId: string): Promise<void> {
  const order = await tx.order.findUniqueOrThrow({
    where: { id: orderId },
    include: { payments: true, incidents: true },
  });
  const { currency, transferred, paidBack, incidents } = order;
  const refunding = await listRefunding(tx, order.payments);
  const paid = order.payments.filter(({ id, state }) => state === 'PAID' && !refunding.has(id));
  const own = paid.filter((payment) => payment.currency === currency);
  const kept = own.reduce((sum, { amount, refunded }) => sum + amount - refunded, transferred - paidBack);
  const settled = (paymentId: string | null) =>
    incidents
      .filter((one) => one.kind === 'excess' && one.outcome === 'settled' && one.paymentId === paymentId)
      .reduce((sum, { amount }) => sum + (amount ?? 0), 0);
  await updateExcess(tx, { orderId, paymentId: null }, { amount: kept - dueOf(order) - settled(null), currency });
  for (const payment of paid.filter((one) => one.currency !== currency)) {
    const amount = payment.amount - payment.refunded - settled(payment.id);
    await updateExcess(tx, { orderId, paymentId: payment.id }, { amount, currency: payment.currency });
  }
}

/** The payments whose full refund is queued but not requested yet. */
async function listRefunding(tx: Tx, payments: readonly { readonly id: string }[]): Promise<Set<string>> {
  const ids = payments.map(({ id }) => id);
  const queued = await tx.outbox.findMany({
    where: { kind: { in: ['refund-late-payment', 'refund-held-payment'] }, subjectId: { in: ids }, doneAt: null },
    select: { subjectId: true },
  });
  if (queued.length === 0) return new Set();
  const requested = await tx.refund.findMany({ where: { paymentId: { in: ids } }, select: { paymentId: true } });
  const isRequested = new Set(requested.map(({ paymentId }) => paymentId));
  return new Set(queued.map(({ subjectId }) => subjectId).filter((id) => !isRequested.has(id)));
}

/** The amount that the order may keep. */
function dueOf({ state, total, keeps }: { state: OrderState; total: number; keeps: number | null }): number {
  return state === 'CANCELED' || state === 'EXPIRED' ? 0 : (keeps ?? total);
}

async function updateExcess(
  tx: Tx,
  subject: { orderId: string; paymentId: string | null },
  { amount, currency }: { amount: number; currency: string },
): Promise<void> {
  const openFor = subject.paymentId ?? subject.orderId;
  const open = await tx.incident.findUnique({ where: { openFor }, select: { kind: true } });
  if (amount > 0) {
    // An incident about the payment itself takes precedence.
    if (open && open.kind !== 'excess') return;
    await openIncident(tx, subject, {
      kind: 'excess',
      status: null,
      amount,
      currency,
      ersReference: null,
      detail: null,
    });
  } else if (open?.kind === 'excess') {
    await endIncident(tx, openFor, { outcome: 'resolved', by: shop });
  }
}
