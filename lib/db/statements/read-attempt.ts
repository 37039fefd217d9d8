import { z } from 'zod';
import type { Tx } from '../client';
import { OrderState, PaymentMethod, PaymentState } from '../generated/enums';
import type { OrderToSettle } from './read-order-to-settle';

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

const rest = z.object({
  awaitsReview: z.coerce.boolean(),
  paymentMethod: z.enum(PaymentMethod),
  otherAttempt: z.string().nullable(),
  slug: z.string().nullable(),
  quantity: z.coerce.number().nullable(),
});

/** `order`: what settling the order depends on once this attempt is closed. */
export type Attempt = z.infer<typeof attempt> & { readonly order: OrderToSettle };

/** A payment with everything that decides whether an answer from SEQR with this ersReference can be booked, and how. */
export async function readAttempt(tx: Tx, id: string, ersReference: string | null): Promise<Attempt> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT p."id", p."orderId", p."state", p."amount", p."currency", p."version", p."heldAt", p."invoiceReference",
      o."state" AS "orderState", o."total" AS "orderTotal", o."awaitsReview", o."paymentMethod", l."slug", l."quantity",
      EXISTS (SELECT 1 FROM "OrderChange" WHERE "openFor" = p."orderId") AS "hasChange",
      (SELECT "id" FROM "Payment" WHERE "openOrderId" = p."orderId" AND "id" <> p."id") AS "otherAttempt",
      COALESCE(
        (SELECT x."number" FROM "Payment" y JOIN "Order" x ON x."id" = y."orderId" WHERE y."ersReference" = ${ersReference}),
        (SELECT x."number" FROM "Refund" y JOIN "Order" x ON x."id" = y."orderId" WHERE y."ersReference" = ${ersReference})
      ) AS "referenceOwner",
      (SELECT MAX("createdAt") FROM "Refund" WHERE "orderId" = p."orderId") AS "lastRefundAt",
      EXISTS (SELECT 1 FROM "Incident" WHERE "paymentId" = p."id" AND "outcome" = 'settled') AS "isSettled"
    FROM "Payment" p JOIN "Order" o ON o."id" = p."orderId"
    LEFT JOIN "OrderLine" l ON l."orderId" = o."id" AND l."kind" = 'PRODUCT' WHERE p."id" = ${id}`;
  const read = attempt.parse(rows[0]);
  const lines = z.array(rest).parse(rows);
  const { awaitsReview = false, paymentMethod = 'seqr', otherAttempt = null } = lines[0] ?? {};
  const { orderState: state, hasChange, lastRefundAt } = read;
  const items = lines.flatMap(({ slug, quantity }) => (slug === null || quantity === null ? [] : [{ slug, quantity }]));
  const order = { state, awaitsReview, paymentMethod, hasChange, openAttempt: otherAttempt, lastRefundAt, items };
  return { ...read, order };
}
