import type { PathExpectation } from './expectations';

/** The paths outside the context and the invoice. */
export const OPERATION_PATHS = [
  { path: 'invoiceReference', presence: 'required', form: 'digits', source: 'SEQR manual 2.4.2.1' },
  { path: 'invoiceVersion', presence: 'required', form: 'int of 0 or more', source: 'SEQR manual 2.4.2.1' },
  // A timestamp to the millisecond, 2 digits and a sequence of 6 digits.
  { path: 'ersReference', presence: 'required', form: /^\d{25}$/, source: 'SEQR manual 2.4.2.1' },

  // A receipt may be submitted without a document, as a bare confirmation.
  { path: 'receiptDocument', presence: 'optional', source: 'SEQR developer site: Certification' },
  {
    path: 'receiptDocument/mimeType',
    presence: 'optional',
    form: /^[\w.+-]+\/[\w.+-]+(\s*;.*)?$/,
    source: 'SEQR developer site: Certification',
    valueSource: 'SEQR manual 2.4.2.1',
  },
  {
    path: 'receiptDocument/receiptData',
    presence: 'optional',
    form: 'base64',
    source: 'SEQR developer site: Certification',
    valueSource: 'SEQR manual 2.4.2.1',
  },
  {
    path: 'receiptDocument/receiptType',
    presence: 'optional',
    values: ['PAYMENT_RECEIPT', 'WARRANTY', 'VOUCHER', 'OTHER'],
    source: 'SEQR manual 2.4.2.1',
  },

  {
    path: 'reportId',
    presence: 'required',
    values: [
      'Reconciliation/Shop.xml',
      'Reconciliation/STD_RECON_002.xml',
      'Reconciliation/STD_RECON_003.xml',
      'Reconciliation/STD_RECON_004.xml',
      'Reconciliation/STD_RECON_006.xml',
      'Reconciliation/STD_RECON_007.xml',
    ],
    source: 'SEQR manual 2.4.2.1',
  },
  { path: 'language', presence: 'optional', form: 'any text', source: 'SEQR manual 2.4.2.1' },

  // Without parameters, the period covers the whole shop.
  { path: 'parameters', operations: ['markTransactionPeriod'], presence: 'optional', source: 'SEQR manual 2.4.2.1' },
  { path: 'parameters', operations: ['executeReport'], presence: 'required', source: 'SEQR manual 2.4.2.1' },
  { path: 'parameters/parameter', presence: 'required', source: 'SEQR manual 2.4.2.1' },
  { path: 'parameters/parameter/entry', presence: 'required', source: 'SEQR manual 2.4.2.1' },
  {
    path: 'parameters/parameter/entry/key',
    operations: ['markTransactionPeriod'],
    presence: 'required',
    values: ['TERMINALID'],
    source: 'SEQR manual 2.4.2.1',
  },
  {
    path: 'parameters/parameter/entry/key',
    operations: ['executeReport'],
    presence: 'required',
    values: ['transactionPeriodId', 'TERMINALID'],
    source: 'SEQR manual 2.4.2.1',
  },
  {
    path: 'parameters/parameter/entry/value',
    presence: 'required',
    form: 'text that is not blank',
    source: 'SEQR manual 2.4.2.1',
  },
] as const satisfies readonly PathExpectation[];
