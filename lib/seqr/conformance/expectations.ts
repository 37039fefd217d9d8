/** Vocabulary of the tables in this directory. The tables derive from SEQR's documentation, never from the client. */

export type OperationName =
  | 'sendInvoice'
  | 'getPaymentStatus'
  | 'updateInvoice'
  | 'cancelInvoice'
  | 'submitPaymentReceipt'
  | 'refundPayment'
  | 'markTransactionPeriod'
  | 'executeReport';

export type TypeName =
  | 'clientContext'
  | 'principalId'
  | 'amount'
  | 'invoice'
  | 'invoiceRows'
  | 'paymentInvoiceRow'
  | 'customerToken'
  | 'receiptDocument'
  | 'parameterMap'
  | 'mapArray'
  | 'parameter';

export type Source =
  | 'SEQR manual 2.4.2.1'
  | `SEQR developer site: ${'API' | 'Reporting' | 'Loyalty' | 'FAQ' | 'Certification'}`
  | 'SEQR client 2.11';

/** The protocol's requirements for a webshop. The schema itself marks nearly every element as optional. */
type Presence = 'required' | 'optional' | 'absent';

export type FormName =
  | 'any text'
  | 'text that is not blank'
  | 'decimal'
  | 'positive decimal'
  | 'decimal of 1 or more'
  | 'int of 0 or more'
  | 'long of 0 or more'
  | 'dateTime with zone'
  | 'ISO 4217 currency'
  | 'digits'
  | 'http(s) URL'
  | 'base64';

export type OrderedField = {
  readonly name: string;
  /** Absent for a simple value. */
  readonly type?: TypeName;
  readonly repeated?: true;
};

export type PathExpectation = {
  /** The path below the wrapper element, without indexes: `invoice/totalAmount/value`. */
  readonly path: string;
  /** Absent if the entry applies to every operation that has the path. */
  readonly operations?: readonly OperationName[];
  readonly presence: Presence;
  readonly form?: FormName | RegExp;
  readonly values?: readonly string[];
  readonly maxLength?: number;
  /** If set, the value never appears in a deviation. */
  readonly secret?: true;
  readonly source: Source;
  /** Set if the source of form, values or length differs from that of the presence. */
  readonly valueSource?: Source;
};

export type RuleName =
  | 'rows use the currency of the total'
  | 'a reseller user has userId 9900'
  | 'a terminal password has at least 4 characters'
  | 'the newest version is acknowledged'
  | 'receipt data has a MIME type'
  | 'a report names its period';

export type RuleExpectation = {
  readonly name: RuleName;
  readonly operations: readonly OperationName[];
  readonly expected: string;
  readonly source: Source;
};

export type HeaderExpectation = {
  readonly name: string;
  readonly pattern: RegExp;
  readonly expected: string;
  readonly source: Source;
};
