import { now } from '../clock';
import type { Tx } from '../db/client';
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
  const payment = await tx.payment.create({
    data: {
      id: newKey(),
      orderId: order.id,
      attempt: earlier + 1,
      openOrderId: order.id,
      state: 'CREATED',
      amount: order.total,
      currency: order.currency,
      createdAt,
      expiresAt,
    },
    select: { id: true, attempt: true, amount: true, createdAt: true, expiresAt: true },
  });
  await tx.paymentEvent.create({
    data: { paymentId: payment.id, at: createdAt, source: 'checkout', fromState: 'CREATED', toState: 'CREATED' },
    select: { id: true },
  });
  return payment;
}
