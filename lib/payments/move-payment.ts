import { now } from '../clock';
import type { Tx } from '../db/client';
import type { Prisma } from '../db/generated/client';
import { canMove, isOpen, type PaymentState } from '../orders/order-states';

/** Who learnt of it: `checkout`, `notification`, `watcher`, `page`, `receipt`, `buyer`, `merchant`. Shown in the payment's history. */
export type Source = 'checkout' | 'notification' | 'watcher' | 'page' | 'receipt' | 'buyer' | 'merchant';

export type Move = {
  readonly id: string;
  readonly from: PaymentState;
  readonly to: PaymentState;
  readonly source: Source;
  readonly detail?: string;
  readonly data?: Prisma.PaymentUncheckedUpdateManyInput;
};

/**
 * The only writer of a payment's state: a compare-and-swap with its event row in the same transaction. False when the
 * payment is not in `from` any more (somebody else was first). Throws on a move that the table of states does not have.
 */
export async function movePayment(tx: Tx, { id, from, to, source, detail, data }: Move): Promise<boolean> {
  if (!canMove(from, to)) throw new Error(`payments: ${from} → ${to} is no move`);
  const at = now();
  const closing = isOpen(to) ? {} : { openOrderId: null, nextCheckAt: null, closedAt: at };
  const { count } = await tx.payment.updateMany({
    where: { id, state: from },
    data: { ...data, ...closing, state: to },
  });
  if (count === 0) return false;
  await tx.paymentEvent.create({
    data: { paymentId: id, at, source, fromState: from, toState: to, detail: detail ?? null },
  });
  return true;
}
