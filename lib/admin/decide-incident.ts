import { db, type Tx } from '../db/client';
import type { Incident, Order, Payment, Prisma } from '../db/generated/client';
import { storedMoney } from '../money';
import { lowerTotal } from '../orders/adjust-total';
import { reviewExcess } from '../orders/excess';
import { actionsOf, type IncidentAction, needsReference } from '../orders/incident-actions';
import { endIncident, type IncidentOutcome } from '../orders/incidents';
import { readTimeAfterRefund } from '../orders/money-times';
import { publishChange } from '../orders/order-changes';
import { auditOrderState, type Merchant } from '../orders/order-events';
import { closeOrder, type PaidOutcome } from '../orders/settle-order';
import { enqueue } from '../outbox/enqueue';
import { bookPayment } from '../payments/book-payment';
import { findReferenceOwner, referenceScope } from '../payments/find-reference-owner';
import { releasePayment } from '../payments/hold-payment';
import { movePayment } from '../payments/move-payment';
import { requestRefund } from '../refunds/request-refund';
import { settleRefund } from '../refunds/settle-refund';

/** `shown`: the facts that the confirmation page showed; see `factsShown`. */
export type Decision = {
  readonly action: IncidentAction;
  readonly shown: string;
  readonly ersReference: string | null;
  readonly note: string | null;
};

/**
 * `overtaken`: the facts changed since the confirmation, or someone else decided. `reference`: the reference is missing
 * or belongs to another payment. `open-refund`: a refund of the payment has no outcome yet, so it is unknown how much of
 * the payment was reversed. `refused`: the action is not allowed, or its note is missing. `too-late` and `already-paid`:
 * the payment was recorded and is being refunded.
 */
export type Decided =
  | IncidentOutcome
  | 'too-late'
  | 'already-paid'
  | 'overtaken'
  | 'reference'
  | 'open-refund'
  | 'refused';

type Case = Incident & { readonly order: Order; readonly payment: Payment | null };

/** The facts that a decision is based on. If they change, the confirmation is void. */
export function factsShown(incident: Incident, order: Pick<Order, 'state' | 'total'>): string {
  const { kind, status, amount, currency, ersReference, detail } = incident;
  return [kind, status, amount, currency, ersReference, detail, order.state, order.total].join(' ');
}

/**
 * Resolves an incident by manual decision. Repeating the same decision changes nothing. Null if there is no such
 * incident.
 */
export async function decideIncident(id: string, decision: Decision, by: Merchant): Promise<Decided | null> {
  const known = await db().read.incident.findUnique({ where: { id }, select: { orderId: true, ersReference: true } });
  if (!known) return null;
  const { orderId, ersReference } = known;
  const scope = [orderId, ...referenceScope(ersReference), ...referenceScope(decision.ersReference)];
  const decided = await db().write(async (tx): Promise<Decided> => {
    const where = { id };
    const found = await tx.incident.findUniqueOrThrow({ where, include: { order: true, payment: true } });
    // The scope covers only the reference that was read before.
    if (found.ersReference !== ersReference) return 'overtaken';
    const outcome = await decide(tx, found, decision, by);
    await auditOrderState(tx, orderId, found.order.state, by);
    return outcome;
  }, scope);
  publishChange(orderId);
  return decided;
}

const outcomes: Record<IncidentAction, IncidentOutcome> = {
  record: 'recorded',
  refund: 'refunded',
  close: 'closed',
  settle: 'settled',
};

async function decide(tx: Tx, incident: Case, decision: Decision, by: Merchant): Promise<Decided> {
  const { action, shown, note } = decision;
  const { order, payment } = incident;
  const outcome = outcomes[action];
  if (incident.endedAt) return incident.outcome === outcome ? outcome : 'overtaken';
  if (shown !== factsShown(incident, order)) return 'overtaken';
  if (!actionsOf(incident, order).includes(action)) return 'refused';
  if (action === 'settle' && note === null) return 'refused';
  const subject = payment?.id ?? order.id;
  if (incident.kind === 'excess' || incident.kind === 'contradicted' || !payment) {
    // An excess has its own refund form.
    if (action === 'refund') return 'refused';
    if (action === 'record' && payment && !(await recordReversal(tx, incident, payment, by))) return 'open-refund';
    await endIncident(tx, subject, { outcome, by, note });
    return outcome;
  }
  switch (action) {
    case 'record': {
      const ersReference = needsReference(incident) ? decision.ersReference : incident.ersReference;
      if (ersReference === null || (await findReferenceOwner(tx, ersReference))) return 'reference';
      await releasePayment(tx, payment.id, { outcome, by, note });
      const paid = await record(tx, incident, payment, ersReference, by);
      return paid === 'too-late' || paid === 'already-paid' ? paid : outcome;
    }
    case 'refund':
      // `actionsOf` has checked that SEQR gave a reference; another payment may have been booked under it since.
      if (incident.ersReference && (await findReferenceOwner(tx, incident.ersReference))) return 'reference';
      await releasePayment(tx, payment.id, { outcome, by, note });
      await bookForRefund(tx, incident, payment, by);
      return outcome;
    case 'close':
    case 'settle':
      await releasePayment(tx, payment.id, { outcome, by, note });
      await closeWithoutMoney(tx, incident, payment, by);
      return outcome;
  }
}

/**
 * Books the amount SEQR reported, or the invoice's if SEQR reported none. If less was paid, lowers the order's total.
 */
async function record(
  tx: Tx,
  { amount, order }: Case,
  payment: Payment,
  ersReference: string,
  by: Merchant,
): Promise<PaidOutcome> {
  const data = {
    amount: amount ?? payment.amount,
    ersReference,
    paidAt: await readTimeAfterRefund(tx, order.id),
    failure: null,
  };
  const outcome = await bookPayment(tx, payment, by, data);
  if (outcome === null) throw new Error('payments: concurrent modification of a held payment inside one transaction');
  if (outcome === 'paid' || outcome === 'honoured') {
    await lowerTotal(tx, order.id, data.amount);
    await reviewExcess(tx, order.id);
  }
  return outcome;
}

/** Books the payment, so that the ledger matches SEQR's report, and refunds it in full. */
async function bookForRefund(
  tx: Tx,
  { amount, currency, ersReference, order }: Case,
  payment: Payment,
  by: Merchant,
): Promise<void> {
  const from = payment.state;
  const paid = { amount: amount ?? payment.amount, currency: currency ?? payment.currency };
  const data = { ...paid, ersReference, paidAt: await readTimeAfterRefund(tx, order.id), failure: null };
  await movePayment(tx, { id: payment.id, from, to: 'PAID', source: by, data });
  await enqueue(tx, 'submit-receipt', payment.id);
  // Before the order is closed, so that its money does not count as an excess.
  await enqueue(tx, 'refund-held-payment', payment.id);
  await closeUnlessOpen(tx, order.id);
}

async function closeWithoutMoney(tx: Tx, { kind, order }: Case, payment: Payment, by: Merchant): Promise<void> {
  const from = payment.state;
  if (payment.closedAt === null) {
    await movePayment(tx, { id: payment.id, from, to: 'CANCELED', source: by, detail: kind });
    // The invoice may still be payable.
    await enqueue(tx, 'cancel-invoice', payment.id, 'incident');
  }
  await closeUnlessOpen(tx, order.id);
}

/** Closes the order unless another attempt is open. Such an attempt is being cancelled. */
async function closeUnlessOpen(tx: Tx, orderId: string): Promise<void> {
  if (await tx.payment.findUnique({ where: { openOrderId: orderId }, select: { id: true } })) return;
  await closeOrder(tx, orderId, 'CANCELED');
}

/**
 * Records the reversal of a booked payment by SEQR as a refund of what is left. False, without a change, while a refund of
 * the payment has no outcome: its reserved amount may still turn out not to be refunded.
 */
async function recordReversal(tx: Tx, { id, order }: Case, payment: Payment, by: Merchant): Promise<boolean> {
  const open = { paymentId: payment.id, state: { in: ['REQUESTED', 'UNKNOWN'] } } satisfies Prisma.RefundWhereInput;
  if (await tx.refund.findFirst({ where: open, select: { id: true } })) return false;
  const left = payment.amount - payment.refunded;
  if (left <= 0) return true;
  const requested = await requestRefund(tx, {
    orderId: order.id,
    paymentId: payment.id,
    key: `reversed:${id}`,
    amount: storedMoney(left, payment.currency),
    reason: 'SEQR reversed the payment.',
    by,
    isReversal: true,
  });
  if (!requested.ok) throw new Error(`payments: a reversal cannot be recorded: ${requested.reason}`);
  await settleRefund(tx, requested.id, ['REQUESTED'], { state: 'DONE', ersReference: null }, by);
  return true;
}
