import { now } from '../clock';
import type { Tx } from '../db/client';
import { reviewExcess } from './excess';
import { dropChange } from './order-change';
import { type OrderState, type OrderStep, orderStep } from './order-states';
import { releaseStock, reserveStock, type StockItem, sellStock } from './stock';

async function itemsOf(tx: Tx, orderId: string): Promise<StockItem[]> {
  const lines = await tx.orderLine.findMany({
    where: { orderId, kind: 'PRODUCT' },
    select: { slug: true, quantity: true },
  });
  return lines.flatMap(({ slug, quantity }) => (slug === null ? [] : [{ slug, quantity }]));
}

/**
 * Money came for the order. `paid`: it is paid now; `honoured`: it had been given up and its goods were still there;
 * `too-late`: given up and sold to others, so the money must go back; `already-paid`: it was paid before, and this
 * money must go back as well.
 */
export type PaidOutcome = 'paid' | 'honoured' | 'too-late' | 'already-paid';

/** `step` says what must follow: see order-states.ts. */
export async function settlePaidOrder(tx: Tx, orderId: string): Promise<{ outcome: PaidOutcome; step: OrderStep }> {
  const items = await itemsOf(tx, orderId);
  const from = await stateOf(tx, orderId);
  const step = orderStep(from, (await canReserve(tx, items)) ? 'paid' : 'paid-goods-gone');
  if (step.to !== from) {
    const paid = await take(tx, orderId, from, step, items, { paidAt: now(), closedAt: null });
    if (!paid) throw new Error('orders: the state changed inside the transaction that had just read it');
  }
  return { outcome: outcomeOf(from, step), step };
}

function outcomeOf(from: OrderState, { money, stock }: OrderStep): PaidOutcome {
  if (money === 'keep') return stock === 'retake' ? 'honoured' : 'paid';
  return from === 'CANCELED' || from === 'EXPIRED' ? 'too-late' : 'already-paid';
}

/** Gives an unpaid order up and frees its stock; false when it is not PENDING any more. */
export async function closeOrder(tx: Tx, orderId: string, state: 'CANCELED' | 'EXPIRED'): Promise<boolean> {
  const from = await stateOf(tx, orderId);
  const step = orderStep(from, state === 'CANCELED' ? 'given-up' : 'time-up');
  if (step.to === from) return false;
  const { awaitsReview } = await tx.order.findUniqueOrThrow({ where: { id: orderId }, select: { awaitsReview: true } });
  // What awaits review holds no stock that could be released.
  const items = awaitsReview ? [] : await itemsOf(tx, orderId);
  if (!(await take(tx, orderId, from, step, items, { closedAt: now() }))) return false;
  await reviewExcess(tx, orderId);
  return true;
}

/** A compare-and-swap, and what the step means for the stock. */
async function take(
  tx: Tx,
  id: string,
  from: OrderState,
  { to, stock }: OrderStep,
  items: readonly StockItem[],
  times: { paidAt?: Date; closedAt: Date | null },
): Promise<boolean> {
  const { count } = await tx.order.updateMany({
    where: { id, state: from },
    data: { ...times, state: to, openTransferAddress: null, openTransferMailbox: null, awaitsReview: false },
  });
  if (count === 0) return false;
  await dropChange(tx, id);
  if (stock === 'retake') await reserveStock(tx, items);
  if (stock === 'retake' || stock === 'sell') await sellStock(tx, items);
  if (stock === 'release') await releaseStock(tx, items);
  return true;
}

async function stateOf(tx: Tx, id: string): Promise<OrderState> {
  const { state } = await tx.order.findUniqueOrThrow({ where: { id }, select: { state: true } });
  return state as OrderState;
}

async function canReserve(tx: Tx, items: readonly StockItem[]): Promise<boolean> {
  for (const { slug, quantity } of items) {
    const there = await tx.product.count({ where: { slug, published: true, stock: { gte: quantity } } });
    if (there === 0) return false;
  }
  return true;
}
