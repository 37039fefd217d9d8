import type { OperationName, PathExpectation } from './expectations';

const BY_TERMINAL = [
  'sendInvoice',
  'getPaymentStatus',
  'updateInvoice',
  'cancelInvoice',
  'submitPaymentReceipt',
  'refundPayment',
] as const satisfies readonly OperationName[];

const BY_RESELLER_USER = ['markTransactionPeriod', 'executeReport'] as const satisfies readonly OperationName[];

/** The context that opens every request: the terminal's for payments, the reseller user's for closing the day. */
export const CONTEXT_PATHS = [
  { path: 'context', presence: 'required', source: 'SEQR manual 2.4.2.1' },
  { path: 'context/channel', presence: 'optional', form: 'any text', maxLength: 40, source: 'SEQR manual 2.4.2.1' },
  {
    path: 'context/clientComment',
    presence: 'optional',
    form: 'any text',
    maxLength: 80,
    source: 'SEQR manual 2.4.2.1',
  },
  {
    path: 'context/clientId',
    presence: 'required',
    form: 'text that is not blank',
    source: 'SEQR developer site: Certification',
  },
  {
    path: 'context/clientReference',
    presence: 'required',
    form: 'text that is not blank',
    maxLength: 32,
    source: 'SEQR developer site: Certification',
    valueSource: 'SEQR manual 2.4.2.1',
  },
  {
    // The documented messages send 0.
    path: 'context/clientRequestTimeout',
    presence: 'required',
    form: 'long of 0 or more',
    source: 'SEQR developer site: Certification',
    valueSource: 'SEQR manual 2.4.2.1',
  },
  { path: 'context/initiatorPrincipalId', presence: 'required', source: 'SEQR manual 2.4.2.1' },
  {
    path: 'context/initiatorPrincipalId/id',
    presence: 'required',
    form: 'text that is not blank',
    source: 'SEQR manual 2.4.2.1',
  },
  {
    path: 'context/initiatorPrincipalId/type',
    operations: BY_TERMINAL,
    presence: 'required',
    values: ['TERMINALID'],
    source: 'SEQR manual 2.4.2.1',
  },
  {
    path: 'context/initiatorPrincipalId/type',
    operations: BY_RESELLER_USER,
    presence: 'required',
    values: ['RESELLERUSER'],
    source: 'SEQR manual 2.4.2.1',
  },
  {
    path: 'context/initiatorPrincipalId/userId',
    operations: BY_TERMINAL,
    presence: 'absent',
    source: 'SEQR manual 2.4.2.1',
  },
  {
    // Optional because the id may contain it: `shop/9900`. A rule across fields requires one of the two.
    path: 'context/initiatorPrincipalId/userId',
    operations: BY_RESELLER_USER,
    presence: 'optional',
    values: ['9900'],
    source: 'SEQR manual 2.4.2.1',
  },
  {
    path: 'context/password',
    presence: 'required',
    form: 'text that is not blank',
    secret: true,
    source: 'SEQR manual 2.4.2.1',
  },
] as const satisfies readonly PathExpectation[];
