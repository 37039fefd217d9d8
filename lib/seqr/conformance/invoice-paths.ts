import type { OperationName, PathExpectation } from './expectations';

const FIRST = ['sendInvoice'] as const satisfies readonly OperationName[];

/** SEQR's own examples contain only a title, a cashier and a total, so the other fields are optional here. */
const LATER = ['updateInvoice', 'refundPayment'] as const satisfies readonly OperationName[];

const PAYMENT_MODE = {
  path: 'invoice/paymentMode',
  values: ['IMMEDIATE_DEBIT'],
  source: 'SEQR manual 2.4.2.1',
} as const;

/** With any other mode, or without one, SEQR's app shows “waiting for amount…” until the shop sends updateInvoice. */
const ACKNOWLEDGMENT_MODE = {
  path: 'invoice/acknowledgmentMode',
  values: ['NO_ACKNOWLEDGMENT'],
  source: 'SEQR developer site: FAQ',
} as const;

const ISSUE_DATE = { path: 'invoice/issueDate', form: 'dateTime with zone', source: 'SEQR manual 2.4.2.1' } as const;

const CLIENT_INVOICE_ID = {
  path: 'invoice/clientInvoiceId',
  form: 'text that is not blank',
  source: 'SEQR manual 2.4.2.1',
} as const;

const FOOTER = { path: 'invoice/footer', form: 'any text', source: 'SEQR manual 2.4.2.1' } as const;

export const INVOICE_PATHS = [
  { path: 'invoice', presence: 'required', source: 'SEQR manual 2.4.2.1' },
  { ...PAYMENT_MODE, operations: FIRST, presence: 'required' },
  { ...PAYMENT_MODE, operations: LATER, presence: 'optional' },
  { ...ACKNOWLEDGMENT_MODE, operations: FIRST, presence: 'required' },
  { ...ACKNOWLEDGMENT_MODE, operations: LATER, presence: 'optional' },
  { ...ISSUE_DATE, operations: FIRST, presence: 'required' },
  { ...ISSUE_DATE, operations: LATER, presence: 'optional' },
  { path: 'invoice/title', presence: 'required', form: 'text that is not blank', source: 'SEQR manual 2.4.2.1' },
  { ...CLIENT_INVOICE_ID, operations: FIRST, presence: 'required' },
  { ...CLIENT_INVOICE_ID, operations: LATER, presence: 'optional' },
  {
    path: 'invoice/invoiceRows',
    operations: FIRST,
    presence: 'required',
    source: 'SEQR developer site: Certification',
  },
  { path: 'invoice/invoiceRows', operations: LATER, presence: 'optional', source: 'SEQR manual 2.4.2.1' },
  { path: 'invoice/totalAmount', presence: 'required', source: 'SEQR manual 2.4.2.1' },
  {
    path: 'invoice/totalAmount/currency',
    presence: 'required',
    form: 'ISO 4217 currency',
    source: 'SEQR manual 2.4.2.1',
  },
  { path: 'invoice/totalAmount/value', presence: 'required', form: 'positive decimal', source: 'SEQR manual 2.4.2.1' },
  { path: 'invoice/cashierId', presence: 'required', form: 'text that is not blank', source: 'SEQR manual 2.4.2.1' },
  { ...FOOTER, operations: FIRST, presence: 'required' },
  { ...FOOTER, operations: LATER, presence: 'optional' },
  { path: 'invoice/backURL', presence: 'optional', form: 'http(s) URL', source: 'SEQR manual 2.4.2.1' },
  { path: 'invoice/notificationUrl', presence: 'optional', form: 'http(s) URL', source: 'SEQR manual 2.4.2.1' },
  // An immediate debit reserves nothing.
  { path: 'invoice/commitReservationTimeout', presence: 'absent', source: 'SEQR manual 2.4.2.1' },
  // Tokens are loyalty cards. A webshop sends none of its own, but says in updateInvoice whether the payer's cards count.
  { path: 'tokens', operations: FIRST, presence: 'absent', source: 'SEQR developer site: Loyalty' },
  { path: 'tokens', operations: ['updateInvoice'], presence: 'optional', source: 'SEQR developer site: Loyalty' },
  { path: 'tokens/description', presence: 'optional', form: 'any text', source: 'SEQR developer site: Loyalty' },
  { path: 'tokens/id', presence: 'required', form: 'text that is not blank', source: 'SEQR developer site: Loyalty' },
  // The shop's verdict on a card: 1 is used, 90 blocked, 99 invalid. 0 (pending) is not a verdict.
  { path: 'tokens/status', presence: 'required', values: ['1', '90', '99'], source: 'SEQR developer site: Loyalty' },
  { path: 'tokens/value', presence: 'optional', form: 'any text', source: 'SEQR developer site: Loyalty' },
] as const satisfies readonly PathExpectation[];
