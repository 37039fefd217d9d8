import {
  answer,
  decimal,
  flag,
  inPath,
  inQuery,
  integer,
  json,
  list,
  nullable,
  object,
  oneOf,
  options,
  ref,
  text,
  time,
} from './schema';
import type { ApiPart, Operation, Schema } from './types';

const tag = 'Invoices';
const reference = inPath('invoiceReference', 'The 13 digits that sendInvoice returned.');
const statuses = ['ISSUED', 'PENDING_ISSUER_ACKNOWLEDGE', 'RESERVED', 'PAID', 'CANCELED', 'FAILED', 'EXPIRED'];
const closedBy = nullable({ enum: ['MERCHANT', 'PAYER', 'REVERSAL', 'LAPSE'], type: 'string' });
const some = (description?: string) => nullable(text(description));
const someTime = (description?: string) => nullable(time(description));

const listed: Record<string, Schema> = {
  invoiceReference: text(),
  status: oneOf(statuses),
  version: integer('Increases with each change of the status.'),
  terminalId: text(),
  payerId: some('Who paid.'),
  clientInvoiceId: some('The shop’s own number.'),
  title: some(),
  currency: text(),
  total: decimal(),
  paid: nullable(decimal('The amount paid, if the invoice is PAID.')),
  refunded: decimal(),
  ersReference: some('The reference of the payment.'),
  closedBy: withNull(closedBy, 'Who ended the unpaid invoice, or reversed the payment.'),
  createdAt: time(),
  paidAt: someTime(),
};

/** A nullable value with an `enum` is a choice of two schemas, because JSON Schema's `enum` would have to list null. */
function withNull({ enum: values = [] }: Schema, description: string): Schema {
  return { description, oneOf: [{ type: 'string', enum: values }, { type: 'null' }] };
}

const row = options({
  description: text(),
  quantity: text(),
  unit: text(),
  sku: text(),
  ean: text(),
  taxRate: text(),
  total: nullable(decimal()),
  unitPrice: nullable(decimal()),
  discount: nullable(decimal()),
});
const token = object(
  {
    id: text(),
    description: text(),
    value: text(),
    status: integer(),
    swiped: flag('The till sent it.'),
    asked: flag('The payer was asked to keep it.'),
  },
  ['description', 'value', 'swiped', 'asked'],
);

const invoice = object({
  ...listed,
  reference: text(),
  invoiceQRCode: text('The text of the QR code.'),
  previousStatus: withNull({ enum: statuses }, 'The status before the last change.'),
  reserved: nullable(decimal()),
  rows: list(row),
  tokens: list(token),
  cashierId: some(),
  footer: some(),
  issueDate: some(),
  backURL: some(),
  notificationUrl: some(),
  paymentMode: oneOf([
    'IMMEDIATE_DEBIT',
    'RESERVATION_DESIRED',
    'RESERVATION_REQUIRED',
    'RESERVATION_REQUIRED_PRELIMINARY_AMOUNT',
  ]),
  acknowledgmentMode: oneOf(['NO_ACKNOWLEDGMENT', 'OPTIONAL_ACKNOWLEDGMENT', 'REQUIRE_ACKNOWLEDGMENT']),
  acknowledgmentByDefault: flag('The merchant sent no acknowledgmentMode.'),
  commitReservationTimeout: nullable(integer()),
  clientId: some(),
  clientReference: some(),
  clockOffset: integer('By how many seconds the invoice’s clock was advanced.'),
  expiresAt: time(),
  scannedAt: someTime(),
  scannedBy: some(),
  tokensAnsweredAt: someTime(),
  confirmingBy: some(),
  acceptedAt: someTime(),
  acknowledgedAt: someTime('When the merchant first queried the payment, which prevents its reversal.'),
  closedAt: someTime(),
  senderAddress: some(),
  receipts: list(
    object({
      id: integer(),
      ersReference: text(),
      kind: oneOf(['PAYMENT', 'REFUND']),
      receiptType: text(),
      mimeType: text(),
      bytes: integer(),
      at: time(),
    }),
  ),
  events: list(object({ at: time(), kind: text(), detail: some() })),
  notifications: list(
    object({
      url: text(),
      createdAt: time(),
      doneAt: someTime(),
      open: flag('It will be sent, or sent again.'),
      attempts: list(object({ at: time(), httpStatus: nullable(integer()), failure: some(), milliseconds: integer() })),
    }),
  ),
});

const noInvoice = answer('There is no such invoice or payer.', ref('ControlError'));
const invalid = answer('The request is invalid.', ref('ControlError'));

function act(operation: Omit<Operation, 'tags' | 'parameters' | 'responses'>, schema: Schema): Operation {
  return {
    ...operation,
    tags: [tag],
    parameters: [reference],
    responses: {
      200: answer('Done.', schema),
      ...(operation.requestBody && { 400: invalid }),
      404: noInvoice,
      409: answer('The invoice’s state does not allow it. `reason` says why.', ref('ControlError')),
    },
  };
}

const payer = text('Default: the default payer.', { minLength: 1, maxLength: 100 });
const done = object({ ok: flag('', { const: true }), status: oneOf(statuses) });

export const invoicesApi: ApiPart = {
  tags: [{ name: tag, description: 'Plays the payer, and shows what SEQR knows about an invoice.' }],
  schemas: {
    ListedInvoice: object(listed),
    Invoice: invoice,
    ControlError: object({ error: text('For people.'), reason: text('For programs.'), ok: flag() }, ['reason', 'ok']),
  },
  paths: {
    '/sandbox/api/invoices': {
      get: {
        operationId: 'listInvoices',
        tags: [tag],
        summary: 'List invoices, newest first',
        parameters: [
          inQuery('terminalId', 'Only this terminal’s.'),
          inQuery('status', 'Only those in this status.', oneOf(statuses)),
          inQuery('payer', 'Only those that this payer paid.'),
          inQuery('limit', 'How many.', { type: 'integer', minimum: 1, maximum: 500, default: 100 }),
          inQuery('before', 'Only those older than the one with this reference, the last one of the previous page.'),
        ],
        responses: {
          200: answer('The invoices.', object({ invoices: list(ref('ListedInvoice')) })),
          400: invalid,
        },
      },
    },
    '/sandbox/api/invoices/{invoiceReference}': {
      get: {
        operationId: 'getInvoice',
        tags: [tag],
        summary: 'Read an invoice with its events and notifications',
        parameters: [reference],
        responses: { 200: answer('The invoice.', ref('Invoice')), 404: noInvoice },
      },
    },
    '/sandbox/api/invoices/{invoiceReference}/scan': {
      post: act(
        {
          operationId: 'scan',
          summary: 'Scan the QR code',
          requestBody: { content: json(options({ payer }), {}) },
        },
        done,
      ),
    },
    '/sandbox/api/invoices/{invoiceReference}/pay': {
      post: act(
        {
          operationId: 'pay',
          summary: 'Pay',
          description:
            'The invoice need not be scanned first. Some PINs cause an outcome, such as `0001`: the payment fails.',
          requestBody: {
            required: true,
            content: json(
              options(
                {
                  pin: text('The payer’s PIN.'),
                  payer,
                  takesSeconds: integer('How long the confirmation takes.', { minimum: 0, maximum: 86_400 }),
                },
                ['pin'],
              ),
              { pin: '1234' },
            ),
          },
        },
        object({
          ok: flag('', { const: true }),
          status: oneOf(statuses),
          confirming: flag('The payment is still in progress.'),
          ersReference: some('The reference of the payment.'),
        }),
      ),
    },
    '/sandbox/api/invoices/{invoiceReference}/cancel': {
      post: act({ operationId: 'cancel', summary: 'Cancel as the payer' }, done),
    },
    '/sandbox/api/invoices/{invoiceReference}/reverse': {
      post: act(
        {
          operationId: 'reverse',
          summary: 'Reverse a payment',
          description: 'Also a payment that the merchant has queried.',
        },
        done,
      ),
    },
  },
};
