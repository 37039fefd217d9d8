import { z } from 'zod';
import type { Tx } from '../client';
import { OrderState, PaymentMethod } from '../generated/enums';

const row = z.object({
  state: z.enum(OrderState),
  awaitsReview: z.coerce.boolean(),
  paymentMethod: z.enum(PaymentMethod),
  hasChange: z.coerce.boolean(),
  openAttempt: z.string().nullable(),
  /** When the order's newest refund was requested. */
  lastRefundAt: z.coerce.date().nullable(),
  slug: z.string().nullable(),
  quantity: z.coerce.number().nullable(),
});

export type OrderToSettle = Omit<z.infer<typeof row>, 'slug' | 'quantity'> & {
  readonly items: readonly { readonly slug: string; readonly quantity: number }[];
};

/**
 * What settling an order depends on: its state, its products, whether a change is reserved, the id of its open
 * payment attempt, and the time of its newest refund.
 */
export async function readOrderToSettle(tx: Tx, id: string): Promise<OrderToSettle> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT o."state", o."awaitsReview", o."paymentMethod", l."slug", l."quantity",
      EXISTS (SELECT 1 FROM "OrderChange" WHERE "openFor" = o."id") AS "hasChange",
      (SELECT "id" FROM "Payment" WHERE "openOrderId" = o."id") AS "openAttempt",
      (SELECT MAX("createdAt") FROM "Refund" WHERE "orderId" = o."id") AS "lastRefundAt"
    FROM "Order" o LEFT JOIN "OrderLine" l ON l."orderId" = o."id" AND l."kind" = 'PRODUCT' WHERE o."id" = ${id}`;
  const lines = z.array(row).parse(rows);
  const [first] = lines;
  if (!first) throw new Error('orders: there is no such order');
  const { slug: _slug, quantity: _quantity, ...order } = first;
  const items = lines.flatMap(({ slug, quantity }) => (slug === null || quantity === null ? [] : [{ slug, quantity }]));
  return { ...order, items };
}
