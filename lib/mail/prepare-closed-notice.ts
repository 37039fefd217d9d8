import { now } from '../clock';
import { db, type Tx } from '../db/client';
import { getOrder } from '../orders/get-order';
import { toMailbox } from '../orders/open-transfers';
import type { Task } from '../outbox/effect';
import { composeClosedNotice } from './compose-status';
import { prepareDelivery, toBuyer } from './prepare-delivery';

const DAY_MS = 86_400_000;

/**
 * The mail that tells the buyer that an unpaid order was cancelled or timed out. Null if a late payment has reopened it,
 * or if the payment is being refunded, because the refund's mail says so. A SEQR order that timed out is mentioned only
 * to a buyer who has not ordered again, and once a day per mailbox, because anyone can order under any address.
 */
export async function prepareClosedNotice(orderId: string, cause: string): Promise<Task | null> {
  const order = await getOrder(orderId);
  if (!order) throw new Error('mail: there is no such order');
  const { state, held, paymentMethod } = order;
  if ((state !== 'CANCELED' && state !== 'EXPIRED') || held?.outcome === 'refunded') return null;
  const kind = state === 'CANCELED' ? 'cancelled' : 'expired';
  const text = composeClosedNotice(order, state);
  if (state === 'CANCELED' || paymentMethod !== 'seqr' || held) {
    return prepareDelivery({ cause, kind, ...toBuyer(order), text });
  } else if (!(await hasOrderedAgain(orderId))) {
    const mailbox = toMailbox(order.customer.email);
    const unless = { scope: `expired ${mailbox}`, holds: (tx: Tx) => wasTold(tx, mailbox) };
    return prepareDelivery({ cause, kind: 'expired', ...toBuyer(order), text, unless });
  }
  return null;
}

/** Whether the same browser has placed a later order that is not closed. */
async function hasOrderedAgain(orderId: string): Promise<boolean> {
  const { visitorId, createdAt } = await db().read.order.findUniqueOrThrow({ where: { id: orderId } });
  if (visitorId === null) return false;
  const later = await db().read.order.findFirst({
    where: { visitorId, createdAt: { gt: createdAt }, state: { notIn: ['CANCELED', 'EXPIRED'] } },
    select: { id: true },
  });
  return later !== null;
}

/** Whether the mailbox, with or without a +tag, was mailed about another expired order within a day. */
async function wasTold(tx: Tx, mailbox: string): Promise<boolean> {
  const recent = await tx.mail.findMany({
    where: { kind: 'expired', createdAt: { gt: new Date(now().getTime() - DAY_MS) } },
    select: { recipient: true },
  });
  return recent.some(({ recipient }) => toMailbox(recipient) === mailbox);
}
