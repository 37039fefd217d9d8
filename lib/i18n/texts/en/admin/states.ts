/** The states of orders, payments and refunds, and the source of a payment's state. */
export const states = {
  order: {
    PENDING: 'Unpaid',
    PAID: 'Paid',
    PARTIALLY_REFUNDED: 'Partly refunded',
    REFUNDED: 'Refunded',
    CANCELED: 'Cancelled',
    EXPIRED: 'Expired',
  },
  payment: {
    CREATED: 'Sending the invoice to SEQR',
    ISSUED: 'Waiting for the payer',
    PENDING_ISSUER_ACKNOWLEDGE: 'Scanned, waiting for the shop’s response',
    RESERVED: 'Reserved',
    PAID: 'Paid',
    CANCELED: 'Cancelled',
    FAILED: 'Failed',
    EXPIRED: 'Expired',
    UNKNOWN: 'No response from SEQR',
  },
  refund: {
    REQUESTED: 'In progress',
    DONE: 'Refunded',
    REFUSED: 'Not refunded',
    UNKNOWN: 'Unknown: ask SEQR',
  },
  sources: {
    checkout: 'from SEQR’s response to the invoice',
    notification: 'after SEQR’s notification',
    refusal: 'after SEQR refused a call',
    watcher: 'from the shop’s own check',
    page: 'from the buyer’s payment page',
    receipt: 'from the buyer’s receipt page',
    buyer: 'requested by the buyer',
    merchant: 'from the back office',
    shop: 'by the shop automatically',
  },
};

export type StateTexts = typeof states;
