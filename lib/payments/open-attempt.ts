import { now } from '../clock';
import type { Tx } from '../db/client';
import { insertRows } from '../db/insert-rows';
import { newKey } from '../ids';

/** An attempt with everything that its invoice needs. */
export type NewAttempt = {
  readonly id: string;
  readonly attempt: number;
  readonly amount: number;
  readonly createdAt: Date;
  readonly expiresAt: Date;
};

/**
 * Stores a payment attempt before its invoice is requested from SEQR. `openOrderId` is unique: if the order already has an
 * open attempt, the caller's transaction fails. `earlier`: how many attempts the order has had.
 */
export async function openAttempt(
  tx: Tx,
  order: { id: string; total: number; currency: string },
  expiresAt: Date,
  earlier: number,
): Promise<NewAttempt> {
  const createdAt = now();
  const payment = { id: newKey(), attempt: earlier + 1, amount: order.total, createdAt, expiresAt };
  const { id: orderId, currency } = order;
  await insertRows(tx, 'Payment', [{ ...payment, orderId, openOrderId: orderId, state: 'CREATED', currency }]);
  await insertRows(tx, 'PaymentEvent', [
    { paymentId: payment.id, at: createdAt, source: 'checkout', fromState: 'CREATED', toState: 'CREATED' },
  ]);
  return payment;
}
