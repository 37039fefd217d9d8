import { now } from '../clock';
import { db, type Tx } from '../db/client';
import { log } from '../log';
import { openIncident } from '../orders/incidents';
import { bringsMoney, canMove, contradicts, isOpen, type PaymentState, stateOfStatus } from '../orders/order-states';
import type { PaymentStatusAnswer } from '../seqr/answers';
import { applyOrderChange } from './apply-order-change';
import { bookPayment } from './book-payment';
import { enqueue } from './enqueue';
import { findReferenceOwner } from './find-reference-owner';
import { type HeldFacts, holdPayment, releasePayment } from './hold-payment';
import { movePayment, type Source } from './move-payment';
import { ersReferenceOf, factsOf, paidProblem } from './paid-problem';

type Row = {
  id: string;
  orderId: string;
  state: string;
  amount: number;
  currency: string;
  version: number;
  heldAt: Date | null;
  invoiceReference: string | null;
};
type RowOfOrder = Row & { order: { state: string; total: number } };

/**
 * Whether an answer says more than the payment's row did before the question. Most say the same again, and cost no write;
 * what the row has become since, another answer brought.
 */
export function isNews(row: Row, status: PaymentStatusAnswer): boolean {
  const to = stateOfStatus(status.status);
  return to !== row.state || status.version > row.version || row.heldAt !== null || isOtherPayment(row, status, to);
}

/**
 * Writes down what SEQR says of a payment, and what follows for its order, in one transaction. An answer that cannot be
 * booked holds the payment for a person. Returns whether anything changed.
 */
export async function applyStatus(paymentId: string, status: PaymentStatusAnswer, source: Source): Promise<boolean> {
  return db().write(async (tx) => {
    const row = await tx.payment.findUniqueOrThrow({
      where: { id: paymentId },
      include: { order: { select: { state: true, total: true } } },
    });
    const to = stateOfStatus(status.status);
    if (row.state === 'PAID') return checkBooked(tx, row, status, to);
    const changed = await settleChange(tx, row, status, to);
    const problem = await problemOf(tx, changed, status, to);
    if (problem) {
      await noteVersion(tx, row, status);
      return holdPayment(tx, row, problem);
    }
    const moved = to !== null && (await move(tx, changed, to, status, source));
    if (!moved) await noteVersion(tx, row, status);
    // Each version that waits is answered once; the outbox repeats an answer that failed.
    if (to === 'PENDING_ISSUER_ACKNOWLEDGE' && isOpen(row.state as PaymentState)) {
      await enqueue(tx, 'answer-acknowledgment', row.id, String(status.version));
    }
    // An answer from before the one that held it ends nothing.
    const isOlder = !moved && status.version < row.version;
    const released =
      row.heldAt !== null &&
      !isOlder &&
      (await releasePayment(tx, row.id, { outcome: 'resolved', by: { source: 'shop' } }));
    return moved || released;
  });
}

async function move(tx: Tx, row: Row, to: PaymentState, status: PaymentStatusAnswer, source: Source): Promise<boolean> {
  const from = row.state as PaymentState;
  if (from === to || !canMove(from, to)) return false;
  const data = { version: Math.max(row.version, status.version), failure: null };
  const ersReference = ersReferenceOf(status);
  if (!bringsMoney(to)) return movePayment(tx, { id: row.id, from, to, source, data });
  if (ersReference === null) throw new Error('payments: a payment without a reference is not booked');
  return (await bookPayment(tx, row, source, { ...data, ersReference, paidAt: now() })) !== null;
}

/** A change of the order is under way, and the payer paid the new total: SEQR has the change, so the books follow. */
async function settleChange(
  tx: Tx,
  row: RowOfOrder,
  status: PaymentStatusAnswer,
  to: PaymentState | null,
): Promise<RowOfOrder> {
  if (to === null || !bringsMoney(to) || !isOpen(row.state as PaymentState)) return row;
  const change = await tx.orderChange.findUnique({ where: { openFor: row.orderId } });
  const { amount, currency } = factsOf(status);
  if (!change || amount !== change.toTotal || currency !== row.currency) return row;
  if (!(await applyOrderChange(tx, change))) return row;
  return { ...row, amount, order: { ...row.order, total: amount } };
}

async function noteVersion(tx: Tx, row: Row, status: PaymentStatusAnswer): Promise<void> {
  const { version } = status;
  await tx.payment.updateMany({ where: { id: row.id, version: { lt: version } }, data: { version } });
}

/** A booked payment stays booked, whatever SEQR says of it later; a person looks at the contradiction. */
async function checkBooked(tx: Tx, row: Row, status: PaymentStatusAnswer, to: PaymentState | null): Promise<boolean> {
  await noteVersion(tx, row, status);
  if ((to === null || !contradicts('PAID', to)) && !isOtherPayment(row, status, to)) return false;
  const facts = { ...factsOf(status), kind: 'contradicted' } as const;
  if (!(await openIncident(tx, { orderId: row.orderId, paymentId: row.id }, facts))) return false;
  log.error(
    { paymentId: row.id, status: status.status },
    'payments: SEQR contradicts a booked payment, needs a person',
  );
  return true;
}

function isOtherPayment(row: Row, status: PaymentStatusAnswer, to: PaymentState | null): boolean {
  const { amount, currency } = factsOf(status);
  if (row.state !== 'PAID' || to !== 'PAID' || amount === null) return false;
  return amount !== row.amount || currency !== row.currency;
}

/** Why an answer about an unpaid payment is not booked by itself; null when it is. */
async function problemOf(
  tx: Tx,
  row: RowOfOrder,
  status: PaymentStatusAnswer,
  to: PaymentState | null,
): Promise<HeldFacts | null> {
  if (to === null) return { ...factsOf(status), kind: 'unknown-status' };
  if (!bringsMoney(to)) return null;
  const settled = await tx.incident.count({ where: { paymentId: row.id, outcome: 'settled' } });
  if (settled > 0) return { ...factsOf(status), kind: 'settled-before' };
  const problem = paidProblem(row, status);
  if (problem?.kind === 'other-amount') return (await isEarlierTotal(tx, row, problem)) ?? problem;
  const ersReference = ersReferenceOf(status);
  if (problem || ersReference === null) return problem;
  const owner = await findReferenceOwner(tx, ersReference);
  return owner === null ? null : { ...factsOf(status), kind: 'duplicate-reference', detail: owner };
}

/** The payer paid what the order came to before it was changed. */
async function isEarlierTotal(tx: Tx, { orderId, currency }: Row, problem: HeldFacts): Promise<HeldFacts | null> {
  if (problem.currency !== currency) return null;
  const changes = await tx.orderEvent.findMany({ where: { orderId, kind: 'changed' }, select: { data: true } });
  const wasTotal = changes.some(({ data }) => JSON.parse(data).from === problem.amount);
  return wasTotal ? { ...problem, kind: 'order-changed' } : null;
}
