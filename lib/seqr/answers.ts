import { z } from 'zod';
import { isCurrency, isStorable, parseDecimal } from '../money';
import type { InvoiceStatus } from './types';

// Parses the answers that SEQR may send, as node-soap returns them. Their values are text (soap-client.ts); an empty
// element is null unless the contract declares a string.

/** A text that must not be empty. */
const requiredText = z.string().trim().min(1);
const int = z
  .string()
  .trim()
  .regex(/^[+-]?\d{1,10}$/, 'is not a whole number')
  .transform(Number)
  .refine(isStorable, 'is out of the range of xs:int');
/** An empty optional text counts as absent. */
const text = z
  .string()
  .trim()
  .nullable()
  .transform((value) => value || undefined)
  .optional();
const base64 = z
  .string()
  .nullable()
  .transform((value) => value?.replace(/\s+/g, '') ?? '')
  // z.base64() is not used, because its regular expression overflows the stack at several megabytes.
  .refine((value) => value.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(value), 'is not base64')
  .transform((value): Uint8Array => Buffer.from(value, 'base64'))
  .optional();

function element<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.preprocess((value) => (value === null ? {} : value), z.object(shape));
}

const amount = element({ currency: requiredText, value: requiredText }).transform(({ currency, value }, context) => {
  const money = isCurrency(currency) ? parseDecimal(value, currency) : null;
  if (money && isStorable(money.amount)) return money;
  context.addIssue({ code: 'custom', message: 'is not an amount in a known currency, or too large' });
  return z.NEVER;
});

const customerToken = element({ status: int, id: text, description: text, value: text });

const receipt = element({
  terminalId: text,
  /** xs:dateTime as SEQR wrote it, often without a time zone. */
  paymentDate: text,
  clientInvoiceId: text,
  invoiceReference: text,
  /** Repeats the answer's ersReference; lib/payments/paid-problem.ts checks that it does. */
  paymentReference: text,
  payerTerminalId: text,
  receiverName: text,
  invoice: element({ title: text, clientInvoiceId: text, cashierId: text, totalAmount: amount.optional() }).optional(),
});

export const outcome = element({ resultCode: int, resultDescription: text });

export const answers = {
  plain: element({ ersReference: text }),
  invoice: element({ invoiceReference: requiredText, invoiceQRCode: requiredText }),
  paymentStatus: element({
    ersReference: text,
    status: requiredText.transform((value): InvoiceStatus | (string & {}) => value),
    version: int,
    receipt: receipt.optional(),
    customerTokens: element({ token: z.array(customerToken).default([]) })
      .transform(({ token }) => token)
      .optional()
      .transform((tokens) => tokens ?? []),
  }),
  terminal: element({ terminalId: requiredText }),
  transactionPeriod: element({ transactionPeriodId: requiredText }),
  report: element({
    report: element({ title: text, mimeType: text, content: base64, contentString: z.string().optional() }),
  }).transform(({ report }) => report),
};

export type PaymentStatusAnswer = z.output<typeof answers.paymentStatus>;
