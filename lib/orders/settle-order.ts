import { now } from '../clock';
import { type Tx, WriteAgain } from '../db/client';
import { type OrderToSettle, readOrderToSettle } from '../db/statements/read-order-to-settle';
import { updateRows } from '../db/update-rows';
import { enqueue } from '../outbox/enqueue';
import { reviewExcess } from './excess';
import { timeAfterRefund } from './money-times';
import { dropChange } from './order-change';
import { type OrderState, type OrderStep, orderStep } from './order-states';
import { releaseStock, reserveStock, type StockItem, sellStock } from './stock';

/**
 * The result of a payment for the order. `paid`: paid normally. `honoured`: the order was closed, but its stock was
 * still available. `too-late`: the order was closed and its stock resold, so the money must be refunded.
 * `already-paid`: a duplicate payment, which must be refunded too.
 */
export type PaidOutcome = 'paid' | 'honoured' | 'too-late' | 'already-paid';

/** `step.money`: whether the payment must be refunded. `step.mail`: which mail the caller queues (order-states.ts). */
export type SettledOrder = {
  readonly outcome: PaidOutcome;
  readonly step: OrderStep;
  /** The order's open payment attempt. */
  readonly openAttempt: string | null;
};

/**
 * Moves the order to PAID if its state allows it, and sells its stock. `known`: the order, if this transaction has just
 * read it.
 */
export async function settlePaidOrder(tx: Tx, orderId: string, known?: OrderToSettle): Promise<SettledOrder> {
  const order = known ?? (await readOrderToSettle(tx, orderId));
  const { state: from, items, openAttempt } = order;
  const ifAvailable = orderStep(from, 'paid');
  // Only a closed order has to reserve its units again, so only then can they be unavailable.
  const isAvailable = ifAvailable.stock !== 'retake' || (await canReserve(tx, items));
  const step = isAvailable ? ifAvailable : orderStep(from, 'paid-stock-gone');
  if (step.to !== from) {
    const paid = await applyStep(tx, orderId, order, step, {
      paidAt: timeAfterRefund(order.lastRefundAt),
      closedAt: null,
    });
    if (!paid) throw new Error('orders: concurrent modification of the state inside one transaction');
  }
  return { outcome: outcomeOf(from, step), step, openAttempt };
}

function outcomeOf(from: OrderState, { money, stock }: OrderStep): PaidOutcome {
  if (money === 'keep') return stock === 'retake' ? 'honoured' : 'paid';
  return from === 'CANCELED' || from === 'EXPIRED' ? 'too-late' : 'already-paid';
}

/**
 * Closes an unpaid order, releases its stock and queues the buyer's mail. False if the order is no longer PENDING.
 * `isByBuyer`: the buyer cancelled it on its page.
 */
export async function closeOrder(
  tx: Tx,
  orderId: string,
  state: 'CANCELED' | 'EXPIRED',
  isByBuyer = false,
): Promise<boolean> {
  const order = await readOrderToSettle(tx, orderId);
  const step = orderStep(order.state, state === 'CANCELED' ? 'cancelled' : 'timed-out');
  if (step.to === order.state) return false;
  // An order that awaits review has no reserved stock.
  const reserving = order.awaitsReview ? { ...order, items: [] } : order;
  if (!(await applyStep(tx, orderId, reserving, step, { closedAt: now() }, isByBuyer))) return false;
  await reviewExcess(tx, orderId);
  // The page has just told the buyer. A bank-transfer order still needs a mail, because the mailed payment instructions
  // no longer apply.
  const isKnown = isByBuyer && order.paymentMethod === 'seqr';
  if (step.mail && !isKnown) await enqueue(tx, `mail-${step.mail}`, orderId);
  return true;
}

/**
 * Moves the state by compare-and-swap and adjusts the stock. `countsOn`: the order still counts for its mailbox; see
 * open-transfers.ts.
 */
async function applyStep(
  tx: Tx,
  id: string,
  { state: from, items, hasChange }: Pick<OrderToSettle, 'state' | 'items' | 'hasChange'>,
  { to, stock }: OrderStep,
  times: { paidAt?: Date; closedAt: Date | null },
  countsOn = false,
): Promise<boolean> {
  const counted = { openTransferAddress: null, ...(countsOn ? {} : { openTransferMailbox: null }) };
  const data = { ...times, ...counted, state: to, awaitsReview: false };
  const count = await updateRows(tx, 'Order', { id, state: from }, data);
  if (count === 0) return false;
  if (hasChange) await dropChange(tx, id);
  const lacking = stock === 'retake' ? await reserveStock(tx, items) : null;
  if (lacking !== null) throw new WriteAgain(`orders: ${lacking} became unavailable meanwhile`);
  if (stock === 'retake' || stock === 'sell') await sellStock(tx, items);
  if (stock === 'release') await releaseStock(tx, items);
  return true;
}

async function canReserve(tx: Tx, items: readonly StockItem[]): Promise<boolean> {
  for (const { slug, quantity } of items) {
    const available = await tx.product.count({ where: { slug, published: true, stock: { gte: quantity } } });
    if (available === 0) return false;
  }
  return true;
}
