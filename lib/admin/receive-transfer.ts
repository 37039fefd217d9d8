import { now } from '../clock';
import { db, type Tx } from '../db/client';
import { newKey } from '../ids';
import type { Money } from '../money';
import { canReceiveTransfer } from '../orders/allowed-actions';
import { reviewExcess } from '../orders/excess';
import { recordOrderEvent } from '../orders/order-events';
import { type PaidOutcome, settlePaidOrder } from '../orders/settle-order';
import { publishChange } from '../payments/bus';
import { enqueue } from '../payments/enqueue';
import { actorOf, type Session } from './session';

/** `part`: some is still to come; `repeated`: this very transfer was booked before; else what the full sum led to. */
export type Received = PaidOutcome | 'part' | 'repeated' | 'refused';

/**
 * Books money that a person saw come in on the bank account, once a `key`. As soon as the order's total is there the
 * order is paid; for one that was given up the same holds, if its goods are still there, and else the money must go back.
 */
export async function receiveTransfer(
  session: Session,
  number: number,
  { key, amount, note }: { key: string; amount: Money; note: string },
): Promise<Received | null> {
  const order = await db().read.order.findUnique({ where: { number } });
  if (!order) return null;
  const outcome = await db().write(async (tx): Promise<Received> => {
    if (await tx.transfer.findUnique({ where: { key } })) return 'repeated';
    const current = await tx.order.findUniqueOrThrow({ where: { number } });
    if (!canReceiveTransfer(current) || amount.amount <= 0 || amount.currency !== current.currency) return 'refused';
    const actor = actorOf(session);
    const facts = { amount: amount.amount, currency: amount.currency, note };
    await tx.transfer.create({
      data: { id: newKey(), orderId: current.id, key, ...facts, actor: session.actor, at: now() },
    });
    await recordOrderEvent(tx, current.id, actor, { kind: 'transfer-received', ...facts });
    const { transferred, paidBack, total } = await tx.order.update({
      where: { number },
      data: { transferred: { increment: amount.amount } },
    });
    const settled = await settle(tx, current, transferred - paidBack >= total);
    await reviewExcess(tx, current.id);
    return settled;
  });
  publishChange(order.id);
  return outcome;
}

/** `isEnough`: without what was refunded, or is about to be, the transfers come to the order's total. */
async function settle(tx: Tx, { id, state }: { id: string; state: string }, isEnough: boolean): Promise<Received> {
  const awaitsMoney = state === 'PENDING' || state === 'CANCELED' || state === 'EXPIRED';
  if (awaitsMoney && !isEnough) return 'part';
  const { outcome, step } = await settlePaidOrder(tx, id);
  if (step.mail) await enqueue(tx, 'mail-receipt', id);
  return outcome;
}
