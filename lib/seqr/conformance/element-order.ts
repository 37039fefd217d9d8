import type { OperationName, OrderedField, Source, TypeName } from './expectations';

export const ORDER_SOURCE = 'SEQR manual 2.4.2.1' satisfies Source;

/** The schema order of each wrapper element's children. */
export const OPERATION_ORDER = {
  sendInvoice: [
    { name: 'context', type: 'clientContext' },
    { name: 'invoice', type: 'invoice' },
    { name: 'tokens', type: 'customerToken', repeated: true },
  ],
  updateInvoice: [
    { name: 'context', type: 'clientContext' },
    { name: 'invoiceReference' },
    { name: 'invoice', type: 'invoice' },
    { name: 'tokens', type: 'customerToken', repeated: true },
  ],
  getPaymentStatus: [
    { name: 'context', type: 'clientContext' },
    { name: 'invoiceReference' },
    { name: 'invoiceVersion' },
  ],
  cancelInvoice: [{ name: 'context', type: 'clientContext' }, { name: 'invoiceReference' }],
  submitPaymentReceipt: [
    { name: 'context', type: 'clientContext' },
    { name: 'ersReference' },
    { name: 'receiptDocument', type: 'receiptDocument' },
  ],
  refundPayment: [
    { name: 'context', type: 'clientContext' },
    { name: 'ersReference' },
    { name: 'invoice', type: 'invoice' },
  ],
  markTransactionPeriod: [
    { name: 'context', type: 'clientContext' },
    { name: 'parameters', type: 'parameterMap' },
  ],
  executeReport: [
    { name: 'context', type: 'clientContext' },
    { name: 'reportId' },
    { name: 'language' },
    { name: 'parameters', type: 'parameterMap' },
  ],
} as const satisfies Record<OperationName, readonly OrderedField[]>;

/** The schema order of each type's elements. */
export const TYPE_ORDER = {
  clientContext: [
    { name: 'channel' },
    { name: 'clientComment' },
    { name: 'clientId' },
    { name: 'clientReference' },
    { name: 'clientRequestTimeout' },
    { name: 'initiatorPrincipalId', type: 'principalId' },
    { name: 'password' },
  ],
  principalId: [{ name: 'id' }, { name: 'type' }, { name: 'userId' }],
  amount: [{ name: 'currency' }, { name: 'value' }],
  invoice: [
    { name: 'paymentMode' },
    { name: 'acknowledgmentMode' },
    { name: 'issueDate' },
    { name: 'title' },
    { name: 'clientInvoiceId' },
    { name: 'invoiceRows', type: 'invoiceRows' },
    { name: 'totalAmount', type: 'amount' },
    { name: 'cashierId' },
    { name: 'footer' },
    { name: 'backURL' },
    { name: 'notificationUrl' },
    { name: 'commitReservationTimeout' },
  ],
  invoiceRows: [{ name: 'invoiceRow', type: 'paymentInvoiceRow', repeated: true }],
  paymentInvoiceRow: [
    { name: 'itemDescription' },
    { name: 'itemDiscount', type: 'amount' },
    { name: 'itemEAN' },
    { name: 'itemQuantity' },
    { name: 'itemSKU' },
    { name: 'itemTaxRate' },
    { name: 'itemTotalAmount', type: 'amount' },
    { name: 'itemUnit' },
    { name: 'itemUnitPrice', type: 'amount' },
  ],
  customerToken: [{ name: 'description' }, { name: 'id' }, { name: 'status' }, { name: 'value' }],
  receiptDocument: [{ name: 'mimeType' }, { name: 'receiptData' }, { name: 'receiptType' }],
  parameterMap: [{ name: 'parameter', type: 'mapArray' }],
  mapArray: [{ name: 'entry', type: 'parameter', repeated: true }],
  parameter: [{ name: 'key' }, { name: 'value' }],
} as const satisfies Record<TypeName, readonly OrderedField[]>;
