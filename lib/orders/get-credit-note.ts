import { z } from 'zod';
import { db } from '../db/client';
import { type Language, storedLanguage } from '../i18n/languages';
import { type Money, storedMoney } from '../money';
import { creditedVat, formatCreditNoteNumber, parseCreditNoteNumber } from './credit-note';
import { type Customer, formatOrderNumber } from './get-order';
import type { PaymentMethod } from './order-states';
import type { VatShare } from './vat';

/** The seller's details when the credit note was issued. Later changes of lib/merchant.ts do not affect them. */
const sellerSchema = z.object({
  ...{ name: z.string(), legalName: z.string(), street: z.string(), postalCode: z.string(), city: z.string() },
  ...{ organisationNumber: z.string(), vatNumber: z.string(), email: z.string() },
});

export type CreditNoteView = {
  /** As people see it: `CN-1001`. */
  readonly number: string;
  readonly issuedAt: Date;
  readonly language: Language;
  readonly seller: z.infer<typeof sellerSchema>;
  readonly buyer: Customer;
  readonly orderNumber: string;
  /** When the credited sale was paid; null if the order was never paid in time, so nothing was sold. */
  readonly paidAt: Date | null;
  readonly method: PaymentMethod;
  readonly ersReference: string | null;
  readonly amount: Money;
  /** Empty for a refund by amount. */
  readonly lines: readonly { readonly name: string; readonly quantity: number; readonly amount: Money }[];
  readonly vat: readonly VatShare[];
};

/**
 * A credit note of the order as it was issued. `number` has the form `CN-1001`. Null if the order has none with this
 * number.
 */
export async function getCreditNote(orderId: string, number: string): Promise<CreditNoteView | null> {
  const stored = parseCreditNoteNumber(number);
  if (stored === null) return null;
  const note = await db().read.creditNote.findUnique({
    where: { number: stored, orderId },
    include: {
      vat: true,
      order: { include: { lines: true } },
      refund: { include: { lines: { orderBy: { position: 'asc' } } } },
    },
  });
  if (!note) return null;
  const { order, refund } = note;
  const { name, email, address, postalCode, city, country } = order;
  const names = new Map(order.lines.map((line) => [line.position, line.name]));
  return {
    number: formatCreditNoteNumber(note.number),
    issuedAt: note.issuedAt,
    language: storedLanguage(order.language),
    seller: sellerSchema.parse(JSON.parse(note.seller)),
    buyer: { name, email, address, postalCode, city, country },
    orderNumber: formatOrderNumber(order.number),
    paidAt: order.paidAt,
    method: refund.paymentId === null ? 'invoice' : 'seqr',
    ersReference: refund.ersReference,
    amount: storedMoney(refund.amount, refund.currency),
    lines: refund.lines.map(({ position, quantity, amount }) => ({
      ...{ name: names.get(position) ?? '', quantity, amount: storedMoney(amount, refund.currency) },
    })),
    vat: creditedVat(note),
  };
}
