import { db } from '../db/client';
import { type RefundResult, refundPayment } from '../payments/refund-payment';
import { NOT_SENT, type RefundState } from '../payments/refund-states';
import type { OrderDetails } from './get-order-details';
import { parseRefund, type RefundProblem } from './refund-form';
import { actorOf, type Session } from './session';

export type RefundAnswer = RefundResult | { readonly ok: false; readonly reason: RefundProblem | 'sum-changed' };

/**
 * Carries out a refund that a merchant confirmed. The form is read anew against the order; `confirmed` is the sum that the
 * confirmation showed, in minor units and with its currency, and `key` what makes a second click the same refund.
 */
export async function refundOrder(
  session: Session,
  order: OrderDetails,
  form: Readonly<Record<string, string>>,
): Promise<RefundAnswer> {
  if (!/^[\w-]{16,40}$/.test(form.key ?? '')) return { ok: false, reason: 'sum-changed' };
  const key = `merchant:${form.key}`;
  const earlier = await findEarlier(order.id, key);
  if (earlier) return earlier;
  const parsed = parseRefund(form, order);
  if (!parsed.ok) return { ok: false, reason: parsed.problem };
  const { source, amount, lines, reason } = parsed.draft;
  if (form.confirmed !== `${amount.amount} ${amount.currency}`) return { ok: false, reason: 'sum-changed' };
  return refundPayment({
    orderId: order.id,
    paymentId: source.paymentId,
    key,
    amount,
    lines,
    reason,
    by: actorOf(session),
  });
}

/** What the same confirmation led to before; one that never reached SEQR may be sent again. */
async function findEarlier(orderId: string, key: string): Promise<RefundAnswer | null> {
  const row = await db().read.refund.findUnique({ where: { key } });
  if (row?.orderId !== orderId || (row.state === 'REFUSED' && row.failure === NOT_SENT)) return null;
  return { ok: true, id: row.id, state: row.state as RefundState, failure: row.failure };
}
