import { z } from 'zod';
import type { Tx } from '../client';
import { OrderState, PaymentState } from '../generated/enums';

const attempt = z.object({
  id: z.string(),
  orderId: z.string(),
  state: z.enum(PaymentState),
  amount: z.coerce.number(),
  currency: z.string(),
  version: z.coerce.number(),
  heldAt: z.coerce.date().nullable(),
  invoiceReference: z.string().nullable(),
  orderState: z.enum(OrderState),
  orderTotal: z.coerce.number(),
  /** Whether a change of the order is reserved. */
  hasChange: z.coerce.boolean(),
  /** The number of the order whose payment or refund has this ersReference. */
  referenceOwner: z.coerce.number().nullable(),
  /** When the order's newest refund was requested. */
  lastRefundAt: z.coerce.date().nullable(),
  /** Whether a person has settled an incident of this payment elsewhere. */
  isSettled: z.coerce.boolean(),
});

export type Attempt = z.infer<typeof attempt>;

/** A payment with everything that decides whether an answer from SEQR with this ersReference can be booked. */
export async function readAttempt(tx: Tx, id: string, ersReference: string | null): Promise<Attempt> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT p."id", p."orderId", p."state", p."amount", p."currency", p."version", p."heldAt", p."invoiceReference",
      o."state" AS "orderState", o."total" AS "orderTotal",
      EXISTS (SELECT 1 FROM "OrderChange" WHERE "openFor" = p."orderId") AS "hasChange",
      COALESCE(
        (SELECT x."number" FROM "Payment" y JOIN "Order" x ON x."id" = y."orderId" WHERE y."ersReference" = ${ersReference}),
        (SELECT x."number" FROM "Refund" y JOIN "Order" x ON x."id" = y."orderId" WHERE y."ersReference" = ${ersReference})
      ) AS "referenceOwner",
      (SELECT MAX("createdAt") FROM "Refund" WHERE "orderId" = p."orderId") AS "lastRefundAt",
      EXISTS (SELECT 1 FROM "Incident" WHERE "paymentId" = p."id" AND "outcome" = 'settled') AS "isSettled"
    FROM "Payment" p JOIN "Order" o ON o."id" = p."orderId" WHERE p."id" = ${id}`;
  return attempt.parse(rows[0]);
}
