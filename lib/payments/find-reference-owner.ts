import type { Tx } from '../db/client';
import { formatOrderNumber } from '../orders/get-order';

const ofOrder = { select: { order: { select: { number: true } } } } as const;

/** The order, such as `T-10001`, whose payment or refund has this reference of SEQR's; null when it is free. */
export async function findReferenceOwner(tx: Tx, ersReference: string): Promise<string | null> {
  const where = { ersReference };
  const found =
    (await tx.payment.findUnique({ where, ...ofOrder })) ?? (await tx.refund.findUnique({ where, ...ofOrder }));
  return found && formatOrderNumber(found.order.number);
}
