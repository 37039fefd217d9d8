import { publishedCodes } from '../seqr/contract/result-codes';
import {
  answer,
  flag,
  inPath,
  inQuery,
  integer,
  json,
  list,
  nullable,
  object,
  options,
  ref,
  text,
  time,
} from './schema';
import type { ApiPart, Schema } from './types';

const tag = 'Faults';
const named = (description: string) => text(description, { minLength: 1, maxLength: 200 });

const limits: Record<string, Schema> = {
  terminalId: named('Only this terminal.'),
  invoiceReference: text('Only this invoice.', { pattern: '^\\d{1,32}$' }),
  clientInvoiceId: named('Only invoices to which the shop gave this number.'),
  sku: named('Only invoices with this itemSKU in a row.'),
  times: integer('How often the fault applies. Default: until it is removed.', { minimum: 1, maximum: 1_000_000 }),
};
const operation: Record<string, Schema> = { operation: named('Only this operation, such as sendInvoice.') };
const afterWork = (usual: boolean): Record<string, Schema> => ({
  afterWork: flag('Whether the call takes effect.', { default: usual }),
});
const afterWorkOnly: Record<string, Schema> = { afterWork: flag('', { const: true, default: true }) };
const seconds = (more: Schema = {}): Schema => ({
  ...integer('', { minimum: 0, maximum: 3600, ...more }),
  type: 'number',
});
const amount = text('Such as 12.50.', { pattern: '^\\d{1,7}(\\.\\d{1,2})?$' });

function kind(name: string, description: string, own: Record<string, Schema> = {}, required: string[] = []): Schema {
  const properties = { kind: text('', { const: name }), ...limits, ...own };
  return { ...options(properties, ['kind', ...required]), description, additionalProperties: false };
}

const kinds: Schema[] = [
  kind(
    'resultCode',
    'Answers with one of SEQR’s result codes.',
    { resultCode: { type: 'integer', enum: publishedCodes.map(([code]) => code) }, ...operation, ...afterWork(false) },
    ['resultCode'],
  ),
  kind('delay', 'Answers late.', { seconds: seconds(), ...operation }, ['seconds']),
  kind('hang', 'Never answers.', { ...operation, ...afterWork(false) }),
  kind('close', 'Drops the connection.', { ...operation, ...afterWork(true) }),
  kind(
    'http',
    'Answers with HTML and this status.',
    { status: integer('', { minimum: 200, maximum: 599 }), ...operation, ...afterWork(false) },
    ['status'],
  ),
  kind('soapFault', 'Answers with a SOAP fault.', {
    message: text('', { maxLength: 500, default: 'The service failed as requested.' }),
    ...operation,
    ...afterWork(false),
  }),
  kind('malformed', 'Answers with malformed XML.', { ...operation, ...afterWorkOnly }),
  kind('truncated', 'Answers with half of the XML.', { ...operation, ...afterWorkOnly }),
  kind('stale', 'getPaymentStatus returns the previous status.'),
  kind(
    'status',
    'getPaymentStatus returns this status.',
    { status: text('A word, which need not be one of SEQR’s statuses.', { pattern: '^\\w{1,60}$' }) },
    ['status'],
  ),
  kind('wrongReceipt', 'getPaymentStatus says PAID with a wrong receipt.', {
    amount,
    currency: text('', { pattern: '^[A-Z]{3}$' }),
    ersReference: text('Digits, or `none`.', { pattern: '^(\\d{1,32}|none)$' }),
    receiptOf: text('Another invoice’s reference.', { pattern: '^\\d{1,32}$' }),
    missing: flag('Without a receipt.', { default: false }),
  }),
  kind('down', 'Drops every connection and does nothing.'),
  kind('dropNotification', 'Sends no notification.'),
  kind('delayNotification', 'Sends notifications later.', { seconds: seconds() }, ['seconds']),
  kind('repeatNotification', 'Sends each notification again.', {
    copies: integer('How many more.', { minimum: 1, maximum: 50, default: 1 }),
  }),
  kind('reorderNotifications', 'Holds notifications back, then sends them in reverse order.', {
    times: integer('How many.', { minimum: 2, maximum: 50, default: 2 }),
  }),
  kind('refusePayer', 'Refuses the payer.', {
    reason: text('', { enum: ['too-little-money', 'payment-failed'], default: 'payment-failed' }),
  }),
  kind('payAmount', 'The payer pays another amount.', { amount }, ['amount']),
  kind('reversePayment', 'Reverses a payment after the merchant has queried it.', { seconds: seconds({ default: 0 }) }),
];

const fault: Schema = {
  ...object({
    id: integer(),
    kind: text(),
    remaining: nullable(integer('How often it still applies. Null: until it is removed.')),
    createdAt: time(),
  }),
  description: 'A fault with the settings that it was started with.',
  additionalProperties: true,
};
const removed = answer(
  'The faults are removed.',
  object({ ok: flag('', { const: true }), removed: integer('How many.') }),
);
const invalid = answer('The request is invalid.', ref('ControlError'));
const filter = { kind: 'of this kind', operation: 'of this operation', terminalId: 'of this terminal' };
const limitFilter = { invoiceReference: 'of this invoice', clientInvoiceId: 'of this number', sku: 'of this sku' };

export const faultsApi: ApiPart = {
  tags: [
    {
      name: tag,
      description:
        'Makes SEQR misbehave. Limit a fault by `sku`, `clientInvoiceId`, `invoiceReference` or `terminalId`, so that it affects one test only.',
    },
  ],
  schemas: { NewFault: { oneOf: kinds }, Fault: fault },
  paths: {
    '/sandbox/api/faults': {
      get: {
        operationId: 'listFaults',
        tags: [tag],
        summary: 'List the active faults',
        responses: { 200: answer('The faults, oldest first.', object({ faults: list(ref('Fault')) })) },
      },
      post: {
        operationId: 'startFault',
        tags: [tag],
        summary: 'Start a fault',
        description: 'Of several faults that match a call, the oldest applies.',
        requestBody: {
          required: true,
          content: json(ref('NewFault'), { kind: 'close', operation: 'sendInvoice', sku: 'thing-17', times: 1 }),
        },
        responses: { 200: answer('The fault is active.', ref('Fault')), 400: invalid },
      },
      delete: {
        operationId: 'removeFaults',
        tags: [tag],
        summary: 'Remove faults',
        description: 'All, or those that match every parameter.',
        parameters: Object.entries({ ...filter, ...limitFilter }).map(([name, which]) =>
          inQuery(name, `Only those ${which}.`),
        ),
        responses: { 200: removed, 400: invalid },
      },
    },
    '/sandbox/api/faults/{id}': {
      delete: {
        operationId: 'removeFault',
        tags: [tag],
        summary: 'Remove one fault',
        parameters: [inPath('id', 'The id from its start.')],
        responses: { 200: removed, 404: answer('There is no such fault.', ref('ControlError')) },
      },
    },
  },
};
