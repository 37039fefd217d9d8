import { z } from 'zod';
import { isCurrency, parseDecimal } from '../money';
import type { InvoiceStatus } from './types';

// What SEQR may answer. All values arrive as text (read-envelope.ts), and leave here as what they mean.

const word = z.string().trim().min(1);
const int = z
  .string()
  .trim()
  .regex(/^[+-]?\d{1,10}$/, 'is not a whole number')
  .transform(Number);
/** An optional text that is there but empty says no more than one that is not. */
const text = z
  .string()
  .trim()
  .transform((value) => value || undefined)
  .optional();
const base64 = z
  .string()
  .transform((value) => value.replace(/\s+/g, ''))
  // Not z.base64(): its regular expression overflows the stack from some megabytes on.
  .refine((value) => value.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(value), 'is not base64')
  .transform((value): Uint8Array => Buffer.from(value, 'base64'))
  .optional();

/** An element without children is read as text, also where it could have had some. */
function element<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.preprocess((value) => (typeof value === 'string' && value.trim() === '' ? {} : value), z.object(shape));
}

function list<Item extends z.ZodType>(item: Item) {
  return z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(item));
}

const amount = element({ currency: word, value: word }).transform(({ currency, value }, context) => {
  const money = isCurrency(currency) ? parseDecimal(value, currency) : null;
  if (money) return money;
  context.addIssue({ code: 'custom', message: 'is not an amount in a known currency' });
  return z.NEVER;
});

const customerToken = element({ status: int, id: text, description: text, value: text });

const receipt = element({
  terminalId: text,
  /** xs:dateTime as SEQR wrote it, often without a time zone. */
  paymentDate: text,
  clientInvoiceId: text,
  invoiceReference: text,
  /** The same as the answer's ersReference. */
  paymentReference: text,
  payerTerminalId: text,
  receiverName: text,
  invoice: element({ title: text, clientInvoiceId: text, cashierId: text, totalAmount: amount.optional() }).optional(),
});

export const outcome = element({ resultCode: int, resultDescription: text });

export const answers = {
  plain: element({ ersReference: text }),
  invoice: element({ invoiceReference: word, invoiceQRCode: word }),
  paymentStatus: element({
    ersReference: text,
    status: word.transform((value) => value as InvoiceStatus | (string & {})),
    version: int,
    receipt: receipt.optional(),
    customerTokens: element({ token: list(customerToken) })
      .transform(({ token }) => token)
      .optional()
      .transform((tokens) => tokens ?? []),
  }),
  terminal: element({ terminalId: word }),
  transactionPeriod: element({ transactionPeriodId: word }),
  report: element({
    report: element({ title: text, mimeType: text, content: base64, contentString: z.string().optional() }),
  }).transform(({ report }) => report),
};

export type PaymentStatusAnswer = z.output<typeof answers.paymentStatus>;
export type Report = z.output<typeof answers.report>;
