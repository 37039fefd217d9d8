import type { Tx } from '../db/client';
import type { Payment } from '../db/generated/client';
import { endIncident, openIncident } from './incidents';
import { mayKeep, moneyHeld, readMovements, settledElsewhere } from './kept-money';
import { NOT_SENT } from './refund-states';

const shop = { source: 'shop' } as const;

/**
 * Opens an incident if an order holds more money than is due, and ends it when the excess is refunded. An excess is,
 * for example, a transfer of too much money, or a late payment that SEQR would not refund. Money that a person settled
 * elsewhere does not count. Call it in the transaction that changes the order's money or state. Requested refunds count
 * as already refunded, and so does a whole payment that the shop is going to refund.
 */
export async function reviewExcess(tx: Tx, orderId: string): Promise<void> {
  const order = await readMovements(tx, orderId);
  const { currency, incidents } = order;
  const refunding = await listRefunding(tx, order.payments);
  const excess = moneyHeld(order, refunding) - dueOf(order);
  await updateExcess(tx, { orderId, paymentId: null }, { amount: excess, currency });
  const foreign = order.payments.filter(
    (one) => one.state === 'PAID' && one.currency !== currency && !refunding.has(one.id),
  );
  for (const payment of foreign) {
    const amount = payment.amount - payment.refunded - settledElsewhere(incidents, payment.id);
    await updateExcess(tx, { orderId, paymentId: payment.id }, { amount, currency: payment.currency });
  }
}

/**
 * The payments that the shop itself refunds in full: the refund is queued, no other part of the payment is refunded, and
 * SEQR has not refused the shop's refund. A refund that could not be sent is retried.
 */
export async function listRefunding(
  reader: Pick<Tx, 'outbox' | 'refund'>,
  payments: readonly Pick<Payment, 'id' | 'refunded'>[],
): Promise<Set<string>> {
  const ids = payments.filter(({ refunded }) => refunded === 0).map(({ id }) => id);
  if (ids.length === 0) return new Set();
  const queued = await reader.outbox.findMany({
    where: { kind: { in: ['refund-late-payment', 'refund-held-payment'] }, subjectId: { in: ids }, doneAt: null },
    select: { subjectId: true },
  });
  if (queued.length === 0) return new Set();
  const isAnswered = { OR: [{ failure: null }, { failure: { not: NOT_SENT } }] };
  const refused = await reader.refund.findMany({
    where: { paymentId: { in: ids }, source: 'shop', state: 'REFUSED', ...isAnswered },
    select: { paymentId: true },
  });
  const isRefused = new Set(refused.map(({ paymentId }) => paymentId));
  return new Set(queued.map(({ subjectId }) => subjectId).filter((id) => !isRefused.has(id)));
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
