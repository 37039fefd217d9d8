import { now } from '../clock';
import { db, type Tx } from '../db/client';
import { log } from '../log';
import { bringsMoney, canMove, contradicts, isOpen, type PaymentState, stateOfStatus } from '../orders/order-states';
import { settlePaidOrder } from '../orders/settle-order';
import type { PaymentStatusAnswer } from '../seqr/answers';
import { enqueue } from './enqueue';
import { movePayment, type Source } from './move-payment';

type Row = {
  id: string;
  orderId: string;
  state: string;
  amount: number;
  currency: string;
  version: number;
  failure: string | null;
};

/**
 * Whether an answer says more than the payment's row did before the question. Most say the same again, and cost no write;
 * what the row has become since, another answer brought.
 */
export function isNews(row: Row, status: PaymentStatusAnswer): boolean {
  const to = stateOfStatus(status.status);
  return to !== row.state || status.version > row.version || problemOf(row, status, to) !== null;
}

/**
 * Writes down what SEQR says of a payment, and what follows for its order, in one transaction. Returns whether the
 * state changed: to hear again what is known already is no event.
 */
export async function applyStatus(paymentId: string, status: PaymentStatusAnswer, source: Source): Promise<boolean> {
  return db().write(async (tx) => {
    const row = await tx.payment.findUniqueOrThrow({ where: { id: paymentId } });
    const to = stateOfStatus(status.status);
    const problem = problemOf(row, status, to);
    const moved = problem === null && to !== null && (await move(tx, row, to, status, source));
    if (!moved) await stay(tx, row, status, problem);
    // Each version that waits is answered once; the outbox repeats an answer that failed.
    if (to === 'PENDING_ISSUER_ACKNOWLEDGE' && isOpen(row.state as PaymentState)) {
      await enqueue(tx, 'answer-acknowledgment', row.id, String(status.version));
    }
    return moved;
  });
}

async function move(tx: Tx, row: Row, to: PaymentState, status: PaymentStatusAnswer, source: Source): Promise<boolean> {
  const from = row.state as PaymentState;
  if (from === to || !canMove(from, to)) return false;
  const version = Math.max(row.version, status.version);
  if (!bringsMoney(to)) return movePayment(tx, { id: row.id, from, to, source, data: { version, failure: null } });
  const data = { version, failure: null, ersReference: ersReferenceOf(status), paidAt: now() };
  if (!(await movePayment(tx, { id: row.id, from, to, source, data }))) return false;
  const { outcome, step } = await settlePaidOrder(tx, row.orderId);
  log.info({ paymentId: row.id, source, outcome }, 'payments: paid');
  await enqueue(tx, 'submit-receipt', row.id);
  const other = await tx.payment.findUnique({ where: { openOrderId: row.orderId }, select: { id: true } });
  if (other) await enqueue(tx, 'cancel-invoice', other.id);
  if (step.money === 'send-back') await enqueue(tx, 'refund-late-payment', row.id);
  if (step.mail) await enqueue(tx, 'mail-receipt', row.orderId);
  return true;
}

async function stay(tx: Tx, row: Row, status: PaymentStatusAnswer, problem: string | null): Promise<void> {
  if (problem && problem !== row.failure) log.error({ paymentId: row.id, problem }, 'payments: needs a person');
  await tx.payment.updateMany({
    where: { id: row.id, state: row.state },
    data: { version: Math.max(row.version, status.version), ...(problem ? { failure: problem } : {}) },
  });
}

function ersReferenceOf(status: PaymentStatusAnswer): string | null {
  return status.ersReference ?? status.receipt?.paymentReference ?? null;
}

/** Why an answer is not believed, or cannot be: a person has to look. Null when all is well. */
function problemOf(row: Row, status: PaymentStatusAnswer, to: PaymentState | null): string | null {
  if (to === null) return `unknown status ${status.status}`;
  if (contradicts(row.state as PaymentState, to)) return `${status.status} after it was booked as paid`;
  return bringsMoney(to) ? paidProblem(row, status) : null;
}

function paidProblem(row: Row, status: PaymentStatusAnswer): string | null {
  if (!ersReferenceOf(status)) return 'PAID without an ersReference';
  const paid = status.receipt?.invoice?.totalAmount;
  if (paid && (paid.amount !== row.amount || paid.currency !== row.currency)) {
    return `PAID with ${paid.amount} ${paid.currency} instead of ${row.amount} ${row.currency}`;
  }
  return null;
}
