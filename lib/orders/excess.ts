import type { Tx } from '../db/client';
import { endIncident, openIncident } from './incidents';
import { mayKeep, readMovements, settledElsewhere } from './kept-money';

const shop = { source: 'shop' } as const;

/**
 * Opens an incident if an order holds more money than is due, and ends it when the excess is refunded. An excess is,
 * for example, a transfer of too much money, or a late payment that SEQR would not refund. Money that a person settled
 * elsewhere does not count. Call it in the transaction that changes the order's money or state. Requested refunds count
 * as already refunded, and so does a whole payment whose refund is queued.
 */
export async function reviewExcess(tx: Tx, orderId: string): Promise<void> {
  const order = await readMovements(tx, orderId);
  const { currency, transferred, paidBack, incidents } = order;
  const refunding = await listRefunding(tx, order.payments);
  const paid = order.payments.filter(({ id, state }) => state === 'PAID' && !refunding.has(id));
  const own = paid.filter((payment) => payment.currency === currency);
  const kept = own.reduce((sum, { amount, refunded }) => sum + amount - refunded, transferred - paidBack);
  const excess = kept - dueOf(order) - settledElsewhere(incidents, null);
  await updateExcess(tx, { orderId, paymentId: null }, { amount: excess, currency });
  for (const payment of paid.filter((one) => one.currency !== currency)) {
    const amount = payment.amount - payment.refunded - settledElsewhere(incidents, payment.id);
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
function dueOf(order: Awaited<ReturnType<typeof readMovements>>): number {
  if (order.state === 'CANCELED' || order.state === 'EXPIRED') return 0;
  return mayKeep(order, ({ state }) => state !== 'REFUSED');
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
