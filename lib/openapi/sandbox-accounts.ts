import { maxLengths, minLengths } from '../input-limits';
import {
  answer,
  decimal,
  flag,
  inPath,
  integer,
  json,
  list,
  map,
  nullable,
  object,
  oneOf,
  options,
  ref,
  text,
  time,
} from './schema';
import type { ApiPart, Schema } from './types';

const payers = 'Payers';
const merchants = 'Terminals and resellers';
const invalid = answer('The request is invalid.', ref('ControlError'));
const payerId = inPath('id', '1 to 60 letters, digits, `_`, `.` or `-`.');

const balances = map(decimal(), 'The balance in each currency.');
const sums: Schema = {
  description: 'An amount in SEK, or an amount for each currency.',
  oneOf: [decimal(), map(decimal())],
};
const card = options(
  {
    id: text('', { minLength: 1, maxLength: 100 }),
    description: text('', { maxLength: 200 }),
    value: text('', { maxLength: 200 }),
  },
  ['id'],
);

const payer = object({
  id: text(),
  name: text(),
  balances,
  blockedUntil: nullable(time('The end of the block after three wrong PINs.')),
  tokens: list(card),
  messages: list(object({ id: integer(), at: time(), text: text() })),
  payments: list(
    object({
      ersReference: text(),
      invoiceReference: text(),
      kind: oneOf(['PAYMENT', 'REFUND']),
      merchant: text(),
      amount: decimal('Negative for a refund.'),
      currency: text(),
      at: time(),
      reversed: flag(),
    }),
  ),
});

const payerChange: Schema = {
  ...options({
    name: text('', { minLength: 1, maxLength: 100 }),
    pin: text('Not one of the PINs that cause an outcome.', {
      pattern: '^\\d+$',
      minLength: minLengths.pin,
      maxLength: maxLengths.pin,
    }),
    reset: flag('Restores balances, PIN, cards and settings before the other changes.'),
    balance: sums,
    topUp: sums,
    tokens: list(card, { maxItems: 20 }),
    canReserve: flag('Whether the payer’s bank supports reservations.'),
    refundable: flag('Whether refunds succeed.'),
  }),
  additionalProperties: false,
};

const states = ['ACTIVE', 'BLOCKED', 'UNREGISTERED'];
const terminal: Record<string, Schema> = {
  id: text(),
  kind: oneOf(['till', 'webshop']),
  resellerId: text(),
  externalId: nullable(text()),
  name: text(),
  state: oneOf(states),
  seqrId: nullable(text('The static code of a till.')),
  clockOffset: integer('By how many seconds its clock was advanced.'),
  registeredAt: time(),
};
const reseller = object({
  id: text(),
  userId: text(),
  name: text(),
  state: oneOf(states),
  mayRefund: flag('If not, refundPayment answers 97.'),
});
const state = oneOf(['ACTIVE', 'BLOCKED'], 'BLOCKED: its calls answer 33.');
const closed = (schema: Schema): Schema => ({ ...schema, additionalProperties: false });
const terminalChange: Schema = {
  oneOf: [
    closed(
      options(
        {
          kind: text('', { const: 'webshop' }),
          reseller: text('The id of its reseller.', { minLength: 1, maxLength: 60 }),
          password: text('At least 4 characters.', { minLength: 4, maxLength: 100 }),
          name: text('Default: the id.', { minLength: 1, maxLength: 100 }),
        },
        ['kind', 'reseller', 'password'],
      ),
    ),
    closed(options({ state }, ['state'])),
  ],
};
const resellerChange = closed(
  options({
    name: text('', { minLength: 1, maxLength: 100 }),
    password: text('Required for a new reseller.', { minLength: 4, maxLength: 100 }),
    state,
    mayRefund: flag(),
  }),
);

export const accountsApi: ApiPart = {
  tags: [
    { name: payers, description: 'Give each test its own payer.' },
    { name: merchants, description: 'A test that closes periods needs its own terminal.' },
  ],
  schemas: { Payer: payer, Terminal: object(terminal), Reseller: reseller },
  paths: {
    '/sandbox/api/payers': {
      get: {
        operationId: 'listPayers',
        tags: [payers],
        summary: 'List the payers',
        responses: {
          200: answer('The payers.', object({ payers: list(object({ id: text(), name: text(), balances })) })),
        },
      },
    },
    '/sandbox/api/payers/{id}': {
      get: {
        operationId: 'getPayer',
        tags: [payers],
        summary: 'Read a payer with payments and text messages',
        parameters: [payerId],
        responses: {
          200: answer('The payer.', ref('Payer')),
          404: answer('There is no such payer.', ref('ControlError')),
        },
      },
      post: {
        operationId: 'savePayer',
        tags: [payers],
        summary: 'Create or change a payer',
        description: 'A new payer has PIN 1234 and 101 000 in every currency.',
        parameters: [payerId],
        requestBody: { content: json(payerChange, { pin: '4321', balance: { SEK: '10.00' } }) },
        responses: { 200: answer('The payer.', ref('Payer')), 400: invalid },
      },
    },
    '/sandbox/api/terminals': {
      get: {
        operationId: 'listTerminals',
        tags: [merchants],
        summary: 'List resellers, terminals and clocks',
        responses: {
          200: answer(
            'Without passwords.',
            object({
              now: time('The time of the service’s clock.'),
              clockOffset: terminal.clockOffset ?? {},
              resellers: list(ref('Reseller')),
              terminals: list(object({ ...terminal, now: time('The time of its clock.') })),
            }),
          ),
        },
      },
    },
    '/sandbox/api/terminals/{id}': {
      post: {
        operationId: 'changeTerminal',
        tags: [merchants],
        summary: 'Issue a webshop’s terminal, or block a terminal',
        parameters: [inPath('id', 'The terminal’s id.')],
        requestBody: {
          required: true,
          content: json(terminalChange, { kind: 'webshop', reseller: 'public_test_shop', password: 'secret-17' }),
        },
        responses: {
          200: answer('The terminal.', ref('Terminal')),
          400: invalid,
          404: answer('There is no such terminal or reseller.', ref('ControlError')),
          409: answer('The id belongs to another terminal.', ref('ControlError')),
        },
      },
    },
    '/sandbox/api/resellers/{id}': {
      post: {
        operationId: 'changeReseller',
        tags: [merchants],
        summary: 'Create or change a reseller',
        parameters: [inPath('id', 'The reseller’s id.')],
        requestBody: { content: json(resellerChange, { password: 'secret-17', mayRefund: false }) },
        responses: { 200: answer('The reseller.', ref('Reseller')), 400: invalid },
      },
    },
  },
};
