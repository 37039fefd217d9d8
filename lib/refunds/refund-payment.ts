import { afterCommit } from '../db/after-commit';
import { db, type Tx } from '../db/client';
import { log } from '../log';
import { money, storedCurrency } from '../money';
import { publishChange } from '../orders/order-changes';
import { NOT_SENT, type RefundState } from '../orders/refund-states';
import { composeRefund } from '../payments/compose-invoice';
import { findReferenceOwner, referenceScope } from '../payments/find-reference-owner';
import { seqr } from '../seqr/from-config';
import { SeqrError } from '../seqr/seqr-error';
import { type RefundRefusal, type RefundRequest, requestRefund } from './request-refund';
import { type RefundOutcome, settleRefund } from './settle-refund';

export type RefundResult =
  | { readonly ok: true; readonly id: string; readonly state: RefundState; readonly failure: string | null }
  | { readonly ok: false; readonly reason: RefundRefusal };

/**
 * Refunds a payment, wholly or in part. The request is committed and its amount reserved before SEQR is called. SEQR
 * cannot detect duplicates, so a refund whose answer was lost stays UNKNOWN and is never repeated. A repeated key
 * returns the first refund's state. A bank-transfer refund stays REQUESTED until a person has sent it.
 */
export async function refundPayment(request: RefundRequest): Promise<RefundResult> {
  const requested = await db().write((tx) => requestRefund(tx, request), request.orderId);
  if (!requested.ok) return requested;
  if (requested.isNew && request.paymentId !== null) await askSeqr(requested.id);
  const { state, failure } = await db().read.refund.findUniqueOrThrow({ where: { id: requested.id } });
  return { ok: true, id: requested.id, state, failure };
}

async function askSeqr(id: string): Promise<void> {
  const { payment, order, ...refund } = await db().read.refund.findUniqueOrThrow({
    where: { id },
    include: { payment: true, order: { include: { lines: true } }, lines: { orderBy: { position: 'asc' } } },
  });
  if (!payment?.ersReference) throw new Error(`refund: ${id} belongs to a payment without an ersReference`);
  const currency = storedCurrency(refund.currency);
  const named = new Map(order.lines.map((line) => [line.position, line]));
  const rows = refund.lines.map(({ position, quantity, amount }) => ({
    itemDescription: named.get(position)?.name,
    itemQuantity: quantity,
    itemSKU: named.get(position)?.sku ?? named.get(position)?.slug ?? undefined,
    itemTotalAmount: money(amount, currency),
  }));
  let outcome: RefundOutcome;
  try {
    const { ersReference = null } = await seqr().refundPayment({
      ersReference: payment.ersReference,
      invoice: composeRefund(order, payment, {
        amount: money(refund.amount, currency),
        issueDate: refund.createdAt,
        rows,
      }),
    });
    outcome = { state: 'DONE', ersReference };
  } catch (error) {
    outcome = outcomeOfError(error);
    log.error({ refundId: id, ...outcome }, 'refund: SEQR did not confirm it');
  }
  // The refund may be UNKNOWN because a clock jump made it look lost. SEQR's answer takes precedence.
  const scope = [order.id, ...referenceScope(outcome.state === 'DONE' ? outcome.ersReference : null)];
  await db().write(
    async (tx) =>
      settleRefund(tx, id, ['REQUESTED', 'UNKNOWN'], await withOwnReference(tx, id, outcome), { source: 'shop' }),
    scope,
  );
  publishChange(order.id);
}

/**
 * If the reference is already in use, either it is wrong or SEQR refunded nothing. The outcome is unknown and needs
 * manual action.
 */
async function withOwnReference(tx: Tx, id: string, outcome: RefundOutcome): Promise<RefundOutcome> {
  if (outcome.state !== 'DONE' || outcome.ersReference === null) return outcome;
  const owner = await findReferenceOwner(tx, outcome.ersReference);
  if (owner === null) return outcome;
  const failure = `duplicate-reference: ${owner}`;
  afterCommit(() =>
    log.error({ refundId: id, failure }, 'refund: SEQR returned a reference already in use, needs manual action'),
  );
  return { state: 'UNKNOWN', failure };
}

function outcomeOfError(error: unknown): RefundOutcome {
  if (!(error instanceof SeqrError)) throw error;
  if (error.mayHaveHappened) return { state: 'UNKNOWN', failure: error.resultName ?? error.kind };
  if (error.kind === 'unreachable') return { state: 'REFUSED', failure: NOT_SENT };
  return { state: 'REFUSED', failure: error.resultName ?? error.kind };
}
