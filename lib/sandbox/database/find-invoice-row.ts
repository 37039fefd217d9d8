import { z } from 'zod';
import type { Tx } from './client';
import type { Invoice } from './generated/client';
import { Prisma } from './generated/client';
import { AcknowledgmentMode, InvoiceEnd, InvoiceStatus, PaymentMode } from './generated/enums';

const time = z.coerce.date();
const flag = z.coerce.boolean();
const text = z.string();
const integer = z.number();

const invoice = z.object({
  ...{ reference: text, terminalId: text, status: z.enum(InvoiceStatus), version: integer },
  ...{ previousStatus: z.enum(InvoiceStatus).nullable(), currency: text, total: integer, rows: text },
  ...{ title: text.nullable(), clientInvoiceId: text.nullable(), cashierId: text.nullable(), footer: text.nullable() },
  ...{ issueDate: text.nullable(), backURL: text.nullable(), notificationUrl: text.nullable() },
  ...{ paymentMode: z.enum(PaymentMode), acknowledgmentMode: z.enum(AcknowledgmentMode) },
  ...{ acknowledgmentByDefault: flag, commitReservationTimeout: integer.nullable(), tokens: text },
  ...{ clientId: text.nullable(), clientReference: text.nullable(), clockOffset: integer },
  ...{ createdAt: time, expiresAt: time, scannedAt: time.nullable(), scannedBy: text.nullable() },
  ...{ tokensAnsweredAt: time.nullable(), confirmingBy: text.nullable(), acceptedAt: time.nullable() },
  ...{ paidAt: time.nullable(), acknowledgedAt: time.nullable(), closedAt: time.nullable() },
  ...{ closedBy: z.enum(InvoiceEnd).nullable(), payerId: text.nullable(), reserved: integer.nullable() },
  ...{ paid: integer.nullable(), refunded: integer, ersReference: text.nullable(), dueAt: time.nullable() },
  senderAddress: text.nullable(),
}) satisfies z.ZodType<Invoice>;
const columns = Prisma.raw(
  Object.keys(invoice.shape)
    .map((name) => `"${name}"`)
    .join(', '),
);

/** Reads an invoice. A payment reads it five times, and Prisma's `findUnique` takes several times as long. */
export async function findInvoiceRow(reader: Pick<Tx, '$queryRaw'>, reference: string): Promise<Invoice | null> {
  const [row] = await reader.$queryRaw<unknown[]>`SELECT ${columns} FROM "Invoice" WHERE "reference" = ${reference}`;
  return row === undefined ? null : invoice.parse(row);
}
