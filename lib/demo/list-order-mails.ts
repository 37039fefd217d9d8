import { config } from '../config';
import { db } from '../db/client';

/** A mail as the buyer would receive it. */
export type OrderMail = {
  readonly id: string;
  readonly at: Date;
  readonly subject: string;
  readonly html: string;
};

const toShop = ['new-order', 'attention', 'no-invoice'];

/**
 * The mails of an order to its buyer, newest first. Like the order's page, they are for anyone with the order's id.
 * Null if there is no such order, or outside a demonstration, where the buyer receives the mails.
 */
export async function listOrderMails(orderId: string): Promise<OrderMail[] | null> {
  if (!config().isDemo) return null;
  const order = await db().read.order.findUnique({
    where: { id: orderId },
    select: { mails: { where: { kind: { notIn: toShop } }, orderBy: [{ createdAt: 'desc' }, { id: 'asc' }] } },
  });
  return order?.mails.map(({ id, createdAt, subject, html }) => ({ id, at: createdAt, subject, html })) ?? null;
}
