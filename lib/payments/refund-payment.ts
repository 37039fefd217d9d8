import { db } from '../db/client';
import { log } from '../log';
import { money, storedCurrency } from '../money';
import { seqr } from '../seqr/from-config';
import { SeqrError } from '../seqr/seqr-error';
import { publishChange } from './bus';
import { composeRefund } from './compose-invoice';
import { type RefundRefusal, type RefundRequest, requestRefund } from './refund-request';
import { type RefundOutcome, settleRefund } from './refund-settle';
import { NOT_SENT, type RefundState } from './refund-states';

export type RefundResult =
  | { readonly ok: true; readonly id: string; readonly state: RefundState; readonly failure: string | null }
  | { readonly ok: false; readonly reason: RefundRefusal };

/**
 * Pays money back, wholly or in part. The wish is committed, and its sum reserved, before SEQR is asked; SEQR cannot
 * tell a repetition, so a refund whose answer was lost stays UNKNOWN for a person and is never asked for again. A
 * repeated key gives the first one's state. Money that came by bank transfer stays REQUESTED until a person has sent it.
 */
export async function refundPayment(request: RefundRequest): Promise<RefundResult> {
  const requested = await db().write((tx) => requestRefund(tx, request));
  if (!requested.ok) return requested;
  if (requested.isNew && request.paymentId !== null) await askSeqr(requested.id);
  const { state, failure } = await db().read.refund.findUniqueOrThrow({ where: { id: requested.id } });
  return { ok: true, id: requested.id, state: state as RefundState, failure };
}

async function askSeqr(id: string): Promise<void> {
  const { payment, order, ...refund } = await db().read.refund.findUniqueOrThrow({
    where: { id },
    include: { payment: true, order: { include: { lines: true } }, lines: { orderBy: { position: 'asc' } } },
  });
  if (!payment?.ersReference) throw new Error(`refund: ${id} is of a payment without an ersReference`);
  const currency = storedCurrency(refund.currency);
  const named = new Map(order.lines.map((line) => [line.position, line]));
  const rows = refund.lines.map(({ position, quantity, amount }) => ({
    itemDescription: named.get(position)?.name,
    itemQuantity: quantity,
    itemSKU: named.get(position)?.slug ?? undefined,
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
    log.error({ refundId: id, ...outcome }, 'refund: not done, needs a person');
  }
  // UNKNOWN: given up in the meantime as lost, because a clock jumped. SEQR's answer says more than that.
  await db().write((tx) => settleRefund(tx, id, ['REQUESTED', 'UNKNOWN'], outcome, { source: 'shop' }));
  publishChange(order.id);
}

function outcomeOfError(error: unknown): RefundOutcome {
  if (!(error instanceof SeqrError)) throw error;
  if (error.mayHaveHappened) return { state: 'UNKNOWN', failure: error.resultName ?? error.kind };
  if (error.kind === 'unreachable') return { state: 'REFUSED', failure: NOT_SENT };
  return { state: 'REFUSED', failure: error.resultName ?? error.kind };
}
