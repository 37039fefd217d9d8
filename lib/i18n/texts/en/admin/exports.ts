/** The names of sheets and columns in the back office's exports. */
export const exports = {
  orders: {
    sheet: 'Orders',
    order: 'order',
    created: 'created',
    paid: 'paid',
    sent: 'sent',
    state: 'state',
    method: 'payment method',
    total: 'total',
    refunded: 'refunded',
    currency: 'currency',
    net: (rate: string) => `net at ${rate}`,
    vat: (rate: string) => `VAT at ${rate}`,
    refundedNet: (rate: string) => `refunded net at ${rate}`,
    refundedVat: (rate: string) => `refunded VAT at ${rate}`,
    reference: 'SEQR reference',
    refundReferences: 'SEQR references of refunds',
    name: 'name',
    email: 'e-mail',
    address: 'address',
    postalCode: 'postal code',
    city: 'city',
    country: 'country',
  },
  comparison: {
    sheet: 'Comparison',
    columns: [
      'outcome',
      'ersReference',
      'order',
      'at SEQR',
      'in the shop',
      'currency',
      'explanation',
      'terminal',
      'cashier',
    ],
  },
};

export type ExportTexts = typeof exports;
