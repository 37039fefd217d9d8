import { z } from 'zod';
import type { Tx } from '../client';
import { Prisma } from '../generated/client';
import { Delivery, IncidentOutcome, OrderLineKind, OrderState, PaymentMethod, PaymentState } from '../generated/enums';

const time = z.coerce.date();
const integer = z.coerce.number();
const text = z.string();

const columnsOf = {
  order: z.object({
    ...{ id: text, number: integer, state: z.enum(OrderState), paymentMethod: z.enum(PaymentMethod), language: text },
    ...{ currency: text, total: integer, delivery: z.enum(Delivery), name: text, email: text, address: text },
    ...{ postalCode: text, city: text, country: text, bankReference: text.nullable(), createdAt: time },
    ...{ expiresAt: time, paidAt: time.nullable(), closedAt: time.nullable(), deliveredAt: time.nullable() },
    ...{ carrier: text.nullable(), trackingUrl: text.nullable(), transferred: integer, paidBack: integer },
    awaitsReview: z.coerce.boolean(),
  }),
  line: z.object({
    ...{ position: integer, kind: z.enum(OrderLineKind), slug: text.nullable(), sku: text.nullable(), name: text },
    ...{ quantity: integer, unitPrice: integer, vatRate: integer.nullable(), total: integer },
  }),
  payment: z.object({
    ...{ id: text, attempt: integer, state: z.enum(PaymentState), amount: integer, refunded: integer, currency: text },
    ...{ invoiceReference: text.nullable(), invoiceQRCode: text.nullable(), version: integer },
    ...{ ersReference: text.nullable(), failure: text.nullable(), expiresAt: time, paidAt: time.nullable() },
  }),
  incident: z.object({ kind: text, outcome: z.enum(IncidentOutcome).nullable() }),
};
type Part = keyof typeof columnsOf;

const parts: readonly Part[] = ['order', 'line', 'payment', 'incident'];
/** Each column is named after its part, as in `payment.id`. */
const columns = Prisma.raw(
  parts
    .flatMap((part) => Object.keys(columnsOf[part].shape).map((name) => `"${part}"."${name}" AS "${part}.${name}"`))
    .join(', '),
);

export type OrderRow = z.infer<typeof columnsOf.order> & {
  readonly lines: readonly z.infer<typeof columnsOf.line>[];
  /** At least the paid attempts and the newest one, newest first. */
  readonly payments: readonly z.infer<typeof columnsOf.payment>[];
  /** At least the first open incident; if none is open, the last that was not resolved. May be empty. */
  readonly incidents: readonly z.infer<typeof columnsOf.incident>[];
};

export type OrderKey = { readonly id: string } | { readonly paymentId: string };

/**
 * What a view of the order needs, in one statement instead of four. `heldKinds`: the kinds of incidents. Of all attempts it
 * joins the paid ones and the newest, so that an order with many attempts has few rows. Null if there is no such order.
 */
export async function readOrderRow(
  reader: Pick<Tx, '$queryRaw'>,
  key: OrderKey,
  heldKinds: readonly string[],
): Promise<OrderRow | null> {
  const isWanted =
    'id' in key
      ? Prisma.sql`"order"."id" = ${key.id}`
      : Prisma.sql`"order"."id" = (SELECT "orderId" FROM "Payment" WHERE "id" = ${key.paymentId})`;
  const rows = await reader.$queryRaw<Record<string, unknown>[]>`
    SELECT ${columns} FROM "Order" "order"
    LEFT JOIN "OrderLine" "line" ON "line"."orderId" = "order"."id"
    LEFT JOIN "Payment" "payment" ON "payment"."orderId" = "order"."id" AND ("payment"."state" = 'PAID'
      OR "payment"."attempt" = (SELECT MAX("attempt") FROM "Payment" WHERE "orderId" = "order"."id"))
    LEFT JOIN "Incident" "incident" ON "incident"."id" = (
      SELECT "id" FROM "Incident" WHERE "orderId" = "order"."id" AND "kind" IN (${Prisma.join(heldKinds)})
        AND ("outcome" IS NULL OR "outcome" <> 'resolved')
      ORDER BY CASE WHEN "outcome" IS NULL THEN 0 ELSE 1 END, CASE WHEN "outcome" IS NULL THEN "openedAt" END,
        "openedAt" DESC LIMIT 1)
    WHERE ${isWanted} ORDER BY "line"."position", "payment"."attempt" DESC`;
  const [first] = rows;
  if (!first) return null;
  return {
    ...columnsOf.order.parse(pick(first, 'order')),
    lines: distinct(rows, 'line', 'position').map((row) => columnsOf.line.parse(row)),
    payments: distinct(rows, 'payment', 'id').map((row) => columnsOf.payment.parse(row)),
    incidents: distinct(rows, 'incident', 'kind').map((row) => columnsOf.incident.parse(row)),
  };
}

/** The part's rows, each once. A part that has none is null in every column. */
function distinct(rows: readonly Record<string, unknown>[], part: Part, key: string): Record<string, unknown>[] {
  const known = new Map<unknown, Record<string, unknown>>();
  for (const row of rows) {
    const id = row[`${part}.${key}`];
    if (id !== null && !known.has(id)) known.set(id, pick(row, part));
  }
  return [...known.values()];
}

function pick(row: Record<string, unknown>, part: Part): Record<string, unknown> {
  return Object.fromEntries(Object.keys(columnsOf[part].shape).map((name) => [name, row[`${part}.${name}`]]));
}
