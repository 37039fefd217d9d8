import { afterCommit } from '../db/after-commit';
import { db, type Tx } from '../db/client';
import { readAttempt } from '../db/statements/read-attempt';
import type { OrderToSettle } from '../db/statements/read-order-to-settle';
import { log } from '../log';
import { formatOrderNumber } from '../orders/get-order';
import { openIncident } from '../orders/incidents';
import { timeAfterRefund } from '../orders/money-times';
import { bringsMoney, canMove, contradicts, isOpen, type PaymentState, stateOfStatus } from '../orders/order-states';
import { enqueue } from '../outbox/enqueue';
import type { PaymentStatusAnswer } from '../seqr/answers';
import { applyOrderChange } from './apply-order-change';
import { bookPayment } from './book-payment';
import { referenceScope } from './find-reference-owner';
import { type HeldFacts, holdPayment, releasePayment } from './hold-payment';
import { movePayment, type Trigger } from './move-payment';
import { ersReferenceOf, factsOf, paidProblem } from './paid-problem';

type Row = {
  id: string;
  orderId: string;
  state: PaymentState;
  amount: number;
  currency: string;
  version: number;
  heldAt: Date | null;
  invoiceReference: string | null;
};

/** Without `order` once a change has been applied to it. */
type Attempt = Omit<Awaited<ReturnType<typeof readAttempt>>, 'order'> & { readonly order: OrderToSettle | undefined };

/**
 * Whether the answer may change the payment. Most answers repeat what is stored and need no write. `row` was read
 * before the call; if it has changed since, another call has already applied a newer answer.
 */
export function isNews(row: Row, status: PaymentStatusAnswer): boolean {
  const to = stateOfStatus(status.status);
  return to !== row.state || status.version > row.version || row.heldAt !== null || isOtherPayment(row, status, to);
}

/**
 * Applies SEQR's answer to the payment and its order in one transaction. An answer that cannot be booked puts the
 * payment on hold for manual action. Returns whether anything changed; the caller then publishes the change.
 */
export async function applyStatus(
  payment: { readonly id: string; readonly orderId: string },
  status: PaymentStatusAnswer,
  source: Trigger,
): Promise<boolean> {
  const scope = [payment.orderId, ...referenceScope(ersReferenceOf(status))];
  return db().write(async (tx) => {
    const row = await readAttempt(tx, payment.id, ersReferenceOf(status));
    const to = stateOfStatus(status.status);
    if (row.state === 'PAID') return checkBooked(tx, row, status, to);
    const current = await settleChange(tx, row, status, to);
    const problem = await problemOf(tx, current, status, to);
    if (problem) {
      await noteVersion(tx, row, status);
      return holdPayment(tx, row, problem);
    }
    const moved = to !== null && (await move(tx, current, to, status, source));
    if (!moved) await noteVersion(tx, row, status);
    // The shop acknowledges each waiting version once; the outbox retries.
    if (to === 'PENDING_ISSUER_ACKNOWLEDGE' && isOpen(row.state)) {
      await enqueue(tx, 'answer-acknowledgment', row.id, String(status.version));
    }
    // An outdated answer does not release the payment.
    const isOlder = !moved && status.version < row.version;
    const released =
      row.heldAt !== null &&
      !isOlder &&
      (await releasePayment(tx, row.id, { outcome: 'resolved', by: { source: 'shop' } }));
    return moved || released;
  }, scope);
}

async function move(
  tx: Tx,
  row: Attempt,
  to: PaymentState,
  status: PaymentStatusAnswer,
  source: Trigger,
): Promise<boolean> {
  const from = row.state;
  if (from === to || !canMove(from, to)) return false;
  const data = { version: Math.max(row.version, status.version), failure: null };
  const ersReference = ersReferenceOf(status);
  if (!bringsMoney(to)) return movePayment(tx, { id: row.id, from, to, source, data });
  if (ersReference === null) throw new Error('payments: cannot book a payment without an ersReference');
  const paidAt = timeAfterRefund(row.lastRefundAt);
  return (await bookPayment(tx, row, source, { ...data, ersReference, paidAt })) !== null;
}

/** If the payer paid the new total of a change in progress, SEQR has accepted that change, so the shop applies it too. */
async function settleChange(
  tx: Tx,
  row: Attempt,
  status: PaymentStatusAnswer,
  to: PaymentState | null,
): Promise<Attempt> {
  if (!row.hasChange || to === null || !bringsMoney(to) || !isOpen(row.state)) return row;
  const change = await tx.orderChange.findUnique({ where: { openFor: row.orderId } });
  const { amount, currency } = factsOf(status);
  if (!change || amount !== change.toTotal || currency !== row.currency) return row;
  if (!(await applyOrderChange(tx, change))) return row;
  return { ...row, amount, orderTotal: amount, order: undefined };
}

async function noteVersion(tx: Tx, row: Row, status: PaymentStatusAnswer): Promise<void> {
  const { version } = status;
  await tx.payment.updateMany({ where: { id: row.id, version: { lt: version } }, data: { version } });
}

/** Opens an incident, and returns true, if SEQR contradicts a booked payment. The payment stays booked. */
async function checkBooked(tx: Tx, row: Row, status: PaymentStatusAnswer, to: PaymentState | null): Promise<boolean> {
  await noteVersion(tx, row, status);
  if ((to === null || !contradicts('PAID', to)) && !isOtherPayment(row, status, to)) return false;
  const facts = { ...factsOf(status), kind: 'contradicted' } as const;
  if (!(await openIncident(tx, { orderId: row.orderId, paymentId: row.id }, facts))) return false;
  const fields = { paymentId: row.id, status: status.status };
  afterCommit(() => log.error(fields, 'payments: SEQR contradicts a booked payment, needs manual action'));
  return true;
}

function isOtherPayment(row: Row, status: PaymentStatusAnswer, to: PaymentState | null): boolean {
  const { amount, currency } = factsOf(status);
  if (row.state !== 'PAID' || to !== 'PAID' || amount === null) return false;
  return amount !== row.amount || currency !== row.currency;
}

/** Why the answer cannot be applied automatically to a payment that is not booked yet; null if it can. */
async function problemOf(
  tx: Tx,
  row: Attempt,
  status: PaymentStatusAnswer,
  to: PaymentState | null,
): Promise<HeldFacts | null> {
  if (to === null) return { ...factsOf(status), kind: 'unknown-status' };
  if (!bringsMoney(to)) return null;
  const problem = paidProblem(row, status);
  if (problem?.kind === 'other-amount') return (await earlierTotalProblem(tx, row, problem)) ?? problem;
  if (problem) return problem;
  if (row.referenceOwner !== null) {
    return { ...factsOf(status), kind: 'duplicate-reference', detail: formatOrderNumber(row.referenceOwner) };
  }
  return row.isSettled ? { ...factsOf(status), kind: 'settled-before' } : null;
}

/** The problem with kind `order-changed` if the payer paid a total that the order had before a change; otherwise null. */
async function earlierTotalProblem(tx: Tx, { orderId, currency }: Row, problem: HeldFacts): Promise<HeldFacts | null> {
  if (problem.currency !== currency) return null;
  const changes = await tx.orderEvent.findMany({ where: { orderId, kind: 'changed' }, select: { data: true } });
  const wasTotal = changes.some(({ data }) => JSON.parse(data).from === problem.amount);
  return wasTotal ? { ...problem, kind: 'order-changed' } : null;
}
