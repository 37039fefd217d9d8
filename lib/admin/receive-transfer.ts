import { db, type Tx } from '../db/client';
import { newKey } from '../ids';
import type { Money } from '../money';
import { canReceiveTransfer } from '../orders/allowed-actions';
import { maxTransferred } from '../orders/bank-transfer';
import { reviewExcess } from '../orders/excess';
import { settledElsewhere } from '../orders/kept-money';
import { readTimeAfterRefund } from '../orders/money-times';
import { publishChange } from '../orders/order-changes';
import { auditOrderState, recordOrderEvent } from '../orders/order-events';
import type { OrderState } from '../orders/order-states';
import { type PaidOutcome, settlePaidOrder } from '../orders/settle-order';
import { enqueue } from '../outbox/enqueue';
import { applyOrderChange } from '../payments/apply-order-change';
import { actorOf, type Session } from './session';

/**
 * `part`: more is due; `repeated`: this transfer is already booked; `high`: the order's transfers would exceed
 * `maxTransferred`; `refused`: the order accepts no such transfer. Otherwise the outcome of the full payment.
 */
export type Received = PaidOutcome | 'part' | 'repeated' | 'refused' | 'high';

/**
 * Books money received on the bank account, once per `key`. When the total has arrived, the order is paid. A closed
 * order is reopened if its stock is available; otherwise the money must be refunded. Null if there is no such order.
 */
export async function receiveTransfer(
  session: Session,
  number: number,
  { key, amount, note }: { key: string; amount: Money; note: string },
): Promise<Received | null> {
  const order = await db().read.order.findUnique({ where: { number } });
  if (!order) return null;
  const scope = [order.id, `transfer ${key}`];
  const outcome = await db().write(async (tx): Promise<Received> => {
    if (await tx.transfer.findUnique({ where: { key } })) return 'repeated';
    const current = await tx.order.findUniqueOrThrow({ where: { number } });
    if (!canReceiveTransfer(current) || amount.amount <= 0 || amount.currency !== current.currency) return 'refused';
    if (amount.amount > maxTransferred(amount.currency).amount - current.transferred) return 'high';
    // A reserved change applies at once, because no invoice at SEQR has to be updated first.
    const change = await tx.orderChange.findUnique({ where: { openFor: current.id } });
    if (change) await applyOrderChange(tx, change);
    const actor = actorOf(session);
    const facts = { amount: amount.amount, currency: amount.currency, note };
    await tx.transfer.create({
      data: {
        id: newKey(),
        orderId: current.id,
        key,
        ...facts,
        actor: session.actor,
        at: await readTimeAfterRefund(tx, current.id),
      },
    });
    await recordOrderEvent(tx, current.id, actor, { kind: 'transfer-received', ...facts });
    const { transferred, paidBack, total, incidents } = await tx.order.update({
      where: { number },
      data: { transferred: { increment: amount.amount } },
      include: { incidents: true },
    });
    const left = transferred - paidBack - settledElsewhere(incidents, null);
    const settled = await settle(tx, current, left >= total);
    await auditOrderState(tx, current.id, current.state, actor);
    await reviewExcess(tx, current.id);
    return settled;
  }, scope);
  publishChange(order.id);
  return outcome;
}

/**
 * `isEnough`: the transfers cover the order's total, without refunds, done or requested, and without money that a person has
 * settled elsewhere.
 */
async function settle(tx: Tx, { id, state }: { id: string; state: OrderState }, isEnough: boolean): Promise<Received> {
  const isUnpaid = state === 'PENDING' || state === 'CANCELED' || state === 'EXPIRED';
  if (isUnpaid && !isEnough) return 'part';
  const { outcome, step } = await settlePaidOrder(tx, id);
  if (step.mail === 'receipt') await enqueue(tx, 'mail-receipt', id);
  return outcome;
}
