import { now } from '../clock';
import { config } from '../config';
import { db, type Tx } from '../db/client';
import type { Order } from '../db/generated/client';
import { newKey } from '../ids';
import { resendReceipt } from '../mail/prepare-mails';
import { canAccept, canCancel, canDeliver } from '../orders/allowed-actions';
import { recordOrderEvent } from '../orders/order-events';
import type { Shipment } from '../orders/shipment';
import { CannotReserve, reserveAccepted } from '../orders/transfer-review';
import { enqueue } from '../outbox/enqueue';
import { hasHeldPayment } from '../payments/hold-payment';
import { type UpdateOutcome, updateOrder } from '../payments/update-order';
import { type Withdrawal, withdrawPayment } from '../payments/withdraw-payment';
import { actorOf, type Session } from './session';
import { type AnySession, ownOrders } from './visitor-session';

/**
 * Reserves the stock of a large bank-transfer order and mails the buyer how to pay. `not-in-stock`: too little stock is
 * left; `not-on-sale`: a product is no longer published; `refused`: the order does not await review; null: there is no
 * such order.
 */
export async function acceptOrder(
  session: Session,
  number: number,
): Promise<'accepted' | CannotReserve['reason'] | 'refused' | null> {
  const order = await db().read.order.findUnique({ where: { number } });
  if (!order) return null;
  if (!canAccept(order)) return 'refused';
  try {
    return await db().write(async (tx) => {
      if (!(await reserveAccepted(tx, order.id))) return 'refused';
      await recordOrderEvent(tx, order.id, actorOf(session), { kind: 'accepted' });
      await enqueue(tx, 'mail-transfer', order.id);
      return 'accepted';
    }, order.id);
  } catch (error) {
    if (error instanceof CannotReserve) return error.reason;
    throw error;
  }
}

/**
 * Reduces quantities of an unpaid order. In the form, `q<position>` is a line's new quantity, and `shown` the lines as
 * the form showed them. Null if there is no such order.
 */
export async function changeOrder(
  session: Session,
  number: number,
  form: Readonly<Record<string, string>>,
): Promise<UpdateOutcome | null> {
  const order = await db().read.order.findUnique({ where: { number }, include: { lines: true } });
  if (!order) return null;
  const quantities = new Map<number, number>();
  for (const { position } of order.lines) {
    const text = form[`q${position}`]?.trim();
    if (text !== undefined) quantities.set(position, /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN);
  }
  return updateOrder(order.id, quantities, actorOf(session), form.shown);
}

/**
 * Cancels an unpaid order and its invoice at SEQR. If the buyer paid first, books the payment and returns `paid`.
 * `refused`: the order is no longer unpaid, or a payment is held; null: there is no such order.
 */
export async function cancelOrder(session: AnySession, number: number): Promise<Withdrawal | 'refused' | null> {
  const order = await db().read.order.findUnique({ where: { number, ...ownOrders(session) } });
  if (!order) return null;
  if (!canCancel({ ...order, isHeld: await hasHeldPayment(db().read, order.id) })) return 'refused';
  await db().write((tx) => recordOrderEvent(tx, order.id, actorOf(session), { kind: 'cancel-requested' }), order.id);
  return withdrawPayment(order.id, 'CANCELED', actorOf(session));
}

/**
 * Marks the order as sent and mails the buyer, who is not mailed again for the same carrier and link. `refused` unless it
 * is paid and not yet sent; null if it does not exist.
 */
export async function markDelivered(
  session: Session,
  number: number,
  shipment: Shipment,
): Promise<'delivered' | 'refused' | null> {
  return writeOrder(number, async (tx, order) => {
    if (!canDeliver(order)) return 'refused';
    const { count } = await tx.order.updateMany({
      where: { number, state: order.state, deliveredAt: null },
      data: { deliveredAt: now(), ...shipment },
    });
    if (count === 0) return 'refused';
    await recordOrderEvent(tx, order.id, actorOf(session), { kind: 'delivered', ...shipment });
    await enqueue(tx, 'mail-sent', order.id, newKey());
    return 'delivered';
  });
}

/**
 * Queues the receipt mail again. Without a mail server, the mail is only stored (`receipt-kept`). `refused`: the order
 * has no receipt; null: there is no such order.
 */
export async function mailReceiptAgain(
  session: Session,
  number: number,
): Promise<'resent' | 'receipt-kept' | 'refused' | null> {
  return writeOrder(number, async (tx, order) => {
    if (!(await resendReceipt(tx, order))) return 'refused';
    await recordOrderEvent(tx, order.id, actorOf(session), { kind: 'receipt-resent' });
    return config().smtpUrl === undefined ? 'receipt-kept' : 'resent';
  });
}

/** Reads an order in a write transaction and passes it to `run`. Null if there is no such order. */
async function writeOrder<T>(number: number, run: (tx: Tx, order: Order) => Promise<T>): Promise<T | null> {
  const known = await db().read.order.findUnique({ where: { number }, select: { id: true } });
  if (!known) return null;
  return db().write(async (tx) => run(tx, await tx.order.findUniqueOrThrow({ where: known })), known.id);
}
