import { now } from '../clock';
import { db, type Tx } from '../db/client';
import type { Incident, Order, Payment } from '../db/generated/client';
import { storedMoney } from '../money';
import { lowerTotal } from '../orders/adjust-total';
import { reviewExcess } from '../orders/excess';
import { actionsOf, type IncidentAction, needsReference } from '../orders/incident-actions';
import { endIncident, type IncidentOutcome } from '../orders/incidents';
import type { Actor } from '../orders/order-events';
import type { PaymentState } from '../orders/order-states';
import { closeOrder, type PaidOutcome } from '../orders/settle-order';
import { bookPayment } from './book-payment';
import { publishChange } from './bus';
import { enqueue } from './enqueue';
import { findReferenceOwner } from './find-reference-owner';
import { releasePayment } from './hold-payment';
import { movePayment } from './move-payment';
import { requestRefund } from './refund-request';
import { settleRefund } from './refund-settle';

/** `shown`: the facts that the confirmation showed; see `factsShown`. */
export type Decision = {
  readonly action: IncidentAction;
  readonly shown: string;
  readonly ersReference: string | null;
  readonly note: string | null;
};

/**
 * `overtaken`: the facts are no longer those that were confirmed; `reference`: the reference is missing or another
 * payment's; `refused`: the facts do not allow it. `too-late` and `already-paid`: recorded, and refunded at once.
 */
export type Decided = IncidentOutcome | 'too-late' | 'already-paid' | 'overtaken' | 'reference' | 'refused';

type Case = Incident & { readonly order: Order; readonly payment: Payment | null };

/** What a decision is about; a change of it makes the confirmation void. */
export function factsShown(incident: Incident, order: Pick<Order, 'state' | 'total'>): string {
  const { kind, status, amount, currency, ersReference, detail } = incident;
  return [kind, status, amount, currency, ersReference, detail, order.state, order.total].join(' ');
}

/** Ends an incident as a person decided; the same decision again, as by a second click, changes nothing more. */
export async function decideIncident(id: string, decision: Decision, by: Actor): Promise<Decided | null> {
  const result = await db().write(async (tx) => {
    const found = await tx.incident.findUnique({ where: { id }, include: { order: true, payment: true } });
    if (!found) return null;
    return { orderId: found.orderId, decided: await decide(tx, found, decision, by) };
  });
  if (result) publishChange(result.orderId);
  return result?.decided ?? null;
}

const outcomes: Record<IncidentAction, IncidentOutcome> = {
  record: 'recorded',
  refund: 'refunded',
  close: 'closed',
  settle: 'settled',
};

async function decide(tx: Tx, incident: Case, decision: Decision, by: Actor): Promise<Decided> {
  const { action, shown, note } = decision;
  const { order, payment } = incident;
  const outcome = outcomes[action];
  if (incident.endedAt) return incident.outcome === outcome ? outcome : 'overtaken';
  if (shown !== factsShown(incident, order)) return 'overtaken';
  if (!actionsOf(incident, order).includes(action)) return 'refused';
  if (action === 'settle' && note === null) return 'refused';
  const subject = payment?.id ?? order.id;
  if (incident.kind === 'excess' || incident.kind === 'contradicted' || !payment) {
    // The refund of an excess has a form of its own.
    if (action === 'refund') return 'refused';
    if (action === 'record' && payment) await recordReversal(tx, incident, payment, by);
    await endIncident(tx, subject, { outcome, by, note });
    return outcome;
  }
  switch (action) {
    case 'record': {
      const ersReference = needsReference(incident) ? decision.ersReference : incident.ersReference;
      if (ersReference === null || (await findReferenceOwner(tx, ersReference))) return 'reference';
      await releasePayment(tx, payment.id, { outcome, by, note });
      const paid = await record(tx, incident, payment, ersReference);
      return paid === 'too-late' || paid === 'already-paid' ? paid : outcome;
    }
    case 'refund':
      await releasePayment(tx, payment.id, { outcome, by, note });
      await bookForRefund(tx, incident, payment);
      return outcome;
    case 'close':
    case 'settle':
      await releasePayment(tx, payment.id, { outcome, by, note });
      await closeWithoutMoney(tx, incident, payment);
      return outcome;
  }
}

/** Books what SEQR says was paid; where it says no amount, the order's own. An order that was paid less is lowered to it. */
async function record(tx: Tx, { amount, order }: Case, payment: Payment, ersReference: string): Promise<PaidOutcome> {
  const data = { amount: amount ?? order.total, ersReference, paidAt: now(), failure: null };
  const outcome = await bookPayment(tx, payment, 'merchant', data);
  if (outcome === null)
    throw new Error('payments: a held payment changed inside the transaction that had just read it');
  if (outcome === 'paid' || outcome === 'honoured') {
    await lowerTotal(tx, order.id, data.amount);
    await reviewExcess(tx, order.id);
  }
  return outcome;
}

/** The payment enters the books, so that they agree with SEQR's report, and all of it goes back. */
async function bookForRefund(tx: Tx, { amount, currency, ersReference, order }: Case, payment: Payment): Promise<void> {
  const from = payment.state as PaymentState;
  const paid = { amount: amount ?? order.total, currency: currency ?? order.currency };
  const data = { ...paid, ersReference, paidAt: now(), failure: null };
  await movePayment(tx, { id: payment.id, from, to: 'PAID', source: 'merchant', data });
  await closeUnlessOpen(tx, order.id);
  await enqueue(tx, 'submit-receipt', payment.id);
  await enqueue(tx, 'refund-held-payment', payment.id);
}

async function closeWithoutMoney(tx: Tx, { kind, order }: Case, payment: Payment): Promise<void> {
  const from = payment.state as PaymentState;
  if (payment.closedAt === null) {
    await movePayment(tx, { id: payment.id, from, to: 'CANCELED', source: 'merchant', detail: kind });
    // It may still be payable.
    await enqueue(tx, 'cancel-invoice', payment.id, 'incident');
  }
  await closeUnlessOpen(tx, order.id);
}

/** Not over another attempt, which is being canceled. */
async function closeUnlessOpen(tx: Tx, orderId: string): Promise<void> {
  if (await tx.payment.findUnique({ where: { openOrderId: orderId }, select: { id: true } })) return;
  await closeOrder(tx, orderId, 'CANCELED');
}

/** SEQR took a booked payment back: the books follow, as if the shop had refunded it. */
async function recordReversal(tx: Tx, { id, order }: Case, payment: Payment, by: Actor): Promise<void> {
  const left = payment.amount - payment.refunded;
  if (left <= 0) return;
  const requested = await requestRefund(tx, {
    orderId: order.id,
    paymentId: payment.id,
    key: `reversed:${id}`,
    amount: storedMoney(left, payment.currency),
    reason: 'SEQR took the payment back.',
    by,
  });
  if (!requested.ok) throw new Error(`payments: a reversal cannot be recorded: ${requested.reason}`);
  await settleRefund(tx, requested.id, ['REQUESTED'], { state: 'DONE', ersReference: null }, by);
}
