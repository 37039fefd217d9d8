import { answer, flag, inQuery, integer, json, list, nullable, object, options, ref, text, time } from './schema';
import type { ApiPart } from './types';

const tag = 'Clock and messages';
const invalid = answer('The request is invalid.', ref('ControlError'));
const name = { minLength: 1, maxLength: 200 };

const message = object({
  id: integer(),
  at: time(),
  operation: nullable(text()),
  terminalId: nullable(text()),
  invoiceReference: nullable(text()),
  clientInvoiceId: nullable(text('Of the invoice in the request.')),
  httpStatus: integer(),
  resultCode: nullable(integer()),
  note: nullable(text('Why the call was refused, or which fault applied.')),
  milliseconds: { type: 'number' },
  request: text('The SOAP request, without passwords.'),
  response: text('The SOAP response.'),
});

export const serviceApi: ApiPart = {
  tags: [{ name: tag, description: 'The time of the sandbox, its SOAP messages, and a test notification.' }],
  schemas: { SoapMessage: message },
  paths: {
    '/sandbox/api/clock': {
      post: {
        operationId: 'advanceClock',
        tags: [tag],
        summary: 'Advance a clock',
        description:
          'Answers after all work that fell due is done. With neither an invoice nor a terminal, advances all clocks.',
        requestBody: {
          required: true,
          content: json(
            options(
              {
                advanceSeconds: integer('', { minimum: 0, maximum: 316_224_000 }),
                invoiceReference: text('Only this invoice’s clock.', name),
                terminalId: text('Only this terminal’s clock.', name),
              },
              ['advanceSeconds'],
            ),
            { advanceSeconds: 20 },
          ),
        },
        responses: {
          200: answer(
            'Advanced.',
            object(
              {
                ok: flag('', { const: true }),
                advancedSeconds: integer(),
                invoiceReference: text(),
                terminalId: text(),
              },
              ['invoiceReference', 'terminalId'],
            ),
          ),
          400: invalid,
          404: answer('There is no such invoice or terminal.', ref('ControlError')),
        },
      },
    },
    '/sandbox/api/messages': {
      get: {
        operationId: 'listMessages',
        tags: [tag],
        summary: 'List SOAP messages, newest first',
        parameters: [
          inQuery('invoiceReference', 'Only those about this invoice.'),
          inQuery('clientInvoiceId', 'Only those about invoices to which the shop gave this number.'),
          inQuery('operation', 'Only this operation.'),
          inQuery('terminalId', 'Only this terminal’s.'),
          inQuery('limit', 'How many.', { type: 'integer', minimum: 1, maximum: 500, default: 100 }),
          inQuery('before', 'Only those older than the one with this id.', { type: 'integer', minimum: 1 }),
        ],
        responses: { 200: answer('The messages.', object({ messages: list(ref('SoapMessage')) })), 400: invalid },
      },
    },
    '/sandbox/api/notifications': {
      post: {
        operationId: 'postNotification',
        tags: [tag],
        summary: 'Post a test notification',
        description: 'Posts a notification without an invoice to an address, so that you see whether it arrives.',
        requestBody: {
          required: true,
          content: json(options({ url: text('', { maxLength: 2000, format: 'uri' }) }, ['url']), {
            url: 'http://127.0.0.1:1/notifications',
          }),
        },
        responses: {
          200: answer(
            'What the address answered.',
            object({ httpStatus: nullable(integer()), failure: nullable(text()) }),
          ),
          400: invalid,
        },
      },
    },
  },
};
