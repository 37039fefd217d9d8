import { db } from '../db/client';
import { NOT_SENT } from '../orders/refund-states';
import { type RefundResult, refundPayment } from '../refunds/refund-payment';
import type { OrderDetails } from './get-order-details';
import { confirmedText, parseRefund, type RefundProblem } from './refund-form';
import { actorOf } from './session';
import type { AnySession } from './visitor-session';

export type RefundAnswer = RefundResult | { readonly ok: false; readonly reason: RefundProblem };

/**
 * Performs a refund that a merchant confirmed. The form is parsed again against the current order. `confirmed` is
 * `confirmedText` as the confirmation page sent it. A second click sends the same `key` and gets the first one's result.
 */
export async function refundOrder(
  session: AnySession,
  order: OrderDetails,
  form: Readonly<Record<string, string>>,
): Promise<RefundAnswer> {
  if (!/^[\w-]{16,40}$/.test(form.key ?? '')) return { ok: false, reason: 'sum-changed' };
  const key = `merchant:${form.key}`;
  const earlier = await findEarlier(order.id, key);
  if (earlier) return earlier;
  const parsed = parseRefund(form, order);
  if (!parsed.ok) return { ok: false, reason: parsed.problem };
  const { source, amount, lines, reason, restock } = parsed.draft;
  if (form.confirmed !== confirmedText(parsed.draft)) return { ok: false, reason: 'sum-changed' };
  return refundPayment({
    orderId: order.id,
    paymentId: source.paymentId,
    key,
    amount,
    left: source.left.amount,
    lines,
    reason,
    restock,
    by: actorOf(session),
  });
}

/**
 * Returns the result of an earlier submission of the same confirmation. Returns null if the confirmation is submitted
 * for the first time, or if the refund never reached SEQR and may be sent again.
 */
async function findEarlier(orderId: string, key: string): Promise<RefundAnswer | null> {
  const row = await db().read.refund.findUnique({ where: { key } });
  if (row?.orderId !== orderId || (row.state === 'REFUSED' && row.failure === NOT_SENT)) return null;
  return { ok: true, id: row.id, state: row.state, failure: row.failure };
}
