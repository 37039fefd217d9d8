import type { RuleExpectation } from './expectations';

/** Rules that span several values. */
export const RULES = [
  {
    name: 'rows use the currency of the total',
    operations: ['sendInvoice', 'updateInvoice', 'refundPayment'],
    expected: 'the currency of totalAmount',
    source: 'SEQR manual 2.4.2.1',
  },
  {
    name: 'a reseller user has userId 9900',
    operations: ['markTransactionPeriod', 'executeReport'],
    expected: 'userId 9900, in its own element or at the end of the id after a slash',
    source: 'SEQR manual 2.4.2.1',
  },
  {
    // Of a webshop's operations, SEQR checks the length only in these.
    name: 'a terminal password has at least 4 characters',
    operations: ['sendInvoice', 'getPaymentStatus'],
    expected: 'at least 4 characters',
    source: 'SEQR manual 2.4.2.1',
  },
  {
    name: 'the newest version is acknowledged',
    operations: ['getPaymentStatus'],
    expected: 'the newest version that SEQR has returned for the invoice, or 0 before the first',
    source: 'SEQR manual 2.4.2.1',
  },
  {
    name: 'receipt data has a MIME type',
    operations: ['submitPaymentReceipt'],
    expected: 'a mimeType next to the receiptData',
    source: 'SEQR developer site: Certification',
  },
  {
    name: 'a report names its period',
    operations: ['executeReport'],
    expected: 'exactly one transactionPeriodId, made of digits',
    source: 'SEQR manual 2.4.2.1',
  },
] as const satisfies readonly RuleExpectation[];
