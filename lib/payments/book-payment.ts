import { afterCommit } from '../db/after-commit';
import type { Tx } from '../db/client';
import type { OrderToSettle } from '../db/statements/read-order-to-settle';
import type { Columns } from '../db/update-rows';
import { log } from '../log';
import type { PaymentState } from '../orders/order-states';
import { type PaidOutcome, settlePaidOrder } from '../orders/settle-order';
import { enqueueAll } from '../outbox/enqueue';
import { movePayment, sourceOf, type Trigger } from './move-payment';

/**
 * Books a payment as PAID, settles its order and stock, and queues what follows: the receipts, the cancellation of another
 * open attempt, the refund of a late payment. `order`: the order, if this transaction has just read it. Null if another
 * process has already changed the payment.
 */
export async function bookPayment(
  tx: Tx,
  {
    id,
    orderId,
    state,
    order,
  }: { id: string; orderId: string; state: PaymentState; order?: OrderToSettle | undefined },
  source: Trigger,
  data: Columns<'Payment'> & { ersReference: string; paidAt: Date },
): Promise<PaidOutcome | null> {
  if (!(await movePayment(tx, { id, from: state, to: 'PAID', source, data }))) return null;
  const { outcome, step, openAttempt } = await settlePaidOrder(tx, orderId, order);
  afterCommit(() => log.info({ paymentId: id, source: sourceOf(source), outcome }, 'payments: paid'));
  const mails = ['mail-receipt', 'mail-new-order'] as const;
  await enqueueAll(tx, [
    { kind: 'submit-receipt', subjectId: id },
    ...(openAttempt ? [{ kind: 'cancel-invoice' as const, subjectId: openAttempt }] : []),
    ...(step.money === 'refund' ? [{ kind: 'refund-late-payment' as const, subjectId: id }] : []),
    ...(step.mail === 'receipt' ? mails.map((kind) => ({ kind, subjectId: orderId })) : []),
  ]);
  return outcome;
}
