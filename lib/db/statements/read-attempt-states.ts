import { z } from 'zod';
import type { Tx } from '../client';
import { OrderState, PaymentState } from '../generated/enums';

const row = z.object({
  ...{ id: z.string(), state: z.enum(PaymentState), amount: z.coerce.number(), currency: z.string() },
  ...{ version: z.coerce.number(), invoiceReference: z.string().nullable(), ersReference: z.string().nullable() },
  ...{ expiresAt: z.coerce.date(), heldAt: z.coerce.date().nullable() },
  ...{ orderState: z.enum(OrderState), orderPaidAt: z.coerce.date().nullable() },
});

/** An order's payment attempts as the payment view needs them, newest first, each with the state of the order. */
export async function readAttemptStates(
  reader: Pick<Tx, '$queryRaw'>,
  orderId: string,
): Promise<z.infer<typeof row>[]> {
  const rows = await reader.$queryRaw<unknown[]>`
    SELECT p."id", p."state", p."amount", p."currency", p."version", p."invoiceReference", p."ersReference",
      p."expiresAt", p."heldAt", o."state" AS "orderState", o."paidAt" AS "orderPaidAt"
    FROM "Payment" p JOIN "Order" o ON o."id" = p."orderId"
    WHERE p."orderId" = ${orderId} ORDER BY p."attempt" DESC`;
  return z.array(row).parse(rows);
}
