import type { Tx } from '../db/client';
import { formatOrderNumber } from '../orders/get-order';

/** The scope in which writes that check and then store this ersReference wait for each other (db/client.ts). */
export function referenceScope(ersReference: string | null | undefined): string[] {
  return ersReference ? [`ersReference ${ersReference}`] : [];
}

const ofOrder = { select: { order: { select: { number: true } } } } as const;

/** The order (such as `T-10001`) whose payment or refund has this ersReference, or null. */
export async function findReferenceOwner(tx: Tx, ersReference: string): Promise<string | null> {
  const where = { ersReference };
  const found =
    (await tx.payment.findUnique({ where, ...ofOrder })) ?? (await tx.refund.findUnique({ where, ...ofOrder }));
  return found && formatOrderNumber(found.order.number);
}
