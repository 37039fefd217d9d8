/** Payments and invoices that wait for a person's decision. */
export const incidents = {
  title: 'Decision needed',
  held: 'Held',
  decideFirst: 'Decide on the items listed above first.',
  kinds: {
    'other-amount': 'The payment does not match: SEQR reports an amount or currency that differs from the order.',
    'order-changed': 'The amount paid is no longer the order’s total: the order was changed meanwhile.',
    'no-reference': 'SEQR reports a payment without a reference.',
    'no-receipt': 'SEQR reports a payment without a receipt, so the amount is unknown.',
    'other-receipt': 'SEQR reports a payment with the receipt of another invoice or payment.',
    'duplicate-reference': 'SEQR reports a payment with the reference of another order’s payment.',
    'settled-before': 'SEQR reports a payment of an invoice that was marked as settled elsewhere.',
    'unknown-invoice': 'SEQR does not recognise this invoice (code 54). This can happen after the terminal is changed.',
    'unknown-status': 'SEQR reports a status that the shop does not know.',
    unclear: 'SEQR neither cancels this invoice nor reports it as paid.',
    contradicted: 'SEQR contradicts a recorded payment.',
    excess: 'More money was received than the order’s total.',
  },
  actions: {
    record: 'Record the payment',
    reverse: 'Record the reversal',
    refund: 'Refund the payment',
    close: 'Close the order',
    settle: 'Mark as settled elsewhere',
  },
  outcomes: {
    resolved: 'No longer open',
    recorded: 'Payment recorded',
    refunded: 'Refund requested',
    closed: 'Closed without a payment',
    settled: 'Settled elsewhere',
  },
  ask: 'Query SEQR now',
  onRequest: 'only on request',
  facts: {
    total: 'Order total',
    paid: 'Paid, according to SEQR',
    excess: 'Excess amount',
    status: 'Status at SEQR',
    invoice: 'Invoice',
    reference: 'SEQR reference',
    owner: 'The reference belongs to',
    receiptOf: 'The receipt names',
    detail: 'Detail',
    since: 'Since',
    nextCheck: 'Next query',
    goodsUntil: 'Goods are reserved until',
  },
  reference: 'SEQR reference of this payment',
  referenceHint: 'Ask SEQR’s support. A reference that belongs to another payment is refused.',
  note: 'Note (optional)',
  noteNeeded: 'How it was settled',
  back: 'Back',
  consequences: {
    record: (paid: string) => `Records ${paid}. The order becomes paid.`,
    recordMore: (paid: string, more: string) =>
      `Records ${paid}. The order becomes paid; the excess of ${more} stays listed until you refund it.`,
    recordLess: (paid: string, less: string) =>
      `Records ${paid} as payment in full. An adjustment line lowers the order’s total by ${less}.`,
    recordUnseen: (total: string) =>
      `Records ${total}. The order becomes paid. First check at SEQR that this amount was paid for this invoice.`,
    unseenMore: (more: string) => `The excess of ${more} stays listed until you refund it.`,
    unseenLess: (less: string) => `An adjustment line lowers the order’s total by ${less}.`,
    reverse: 'Records the payment as refunded, because SEQR took it back. The order becomes refunded.',
    refund: (paid: string) =>
      `SEQR returns ${paid} to the payer. An unpaid order is cancelled and its goods are released.`,
    close:
      'Records nothing. An unpaid order is cancelled and its goods are released. A payment that SEQR reports later is handled as a late payment.',
    settle:
      'Records nothing. An unpaid order is cancelled and its goods are released. Choose this when you have dealt with the money outside the shop.',
    settleBooked: 'Changes nothing in the ledger. Choose this when you have dealt with the money outside the shop.',
  },
  problems: {
    note: 'Describe how it was settled, in at most 500 characters. Nothing was changed.',
    reference: 'The reference must be 6 to 32 digits and must not belong to another payment. Nothing was changed.',
    'open-refund':
      'The reversal cannot be recorded yet, because the outcome of a refund of this payment is unknown. Nothing was changed. Wait for SEQR’s answer, or record the refund’s outcome on the order’s page.',
    overtaken:
      'The order or payment has changed since you opened this page, so nothing was done. Check it and decide again.',
  },
  notes: {
    'incident-recorded': 'The payment is recorded.',
    'incident-refunded': 'The payment is recorded, and its refund is in progress.',
    'incident-closed': 'The order is closed.',
    'incident-settled': 'Marked as settled elsewhere.',
    'incident-too-late': 'The payment is recorded. The goods are no longer available, so it is being refunded.',
    'incident-already-paid': 'The payment is recorded. The order was paid already, so it is being refunded.',
    'incident-overtaken': 'This was already decided, or resolved by a later response from SEQR.',
    'incident-refused':
      'The order or payment has changed and no longer allows that, so nothing was done. Reload the page and decide again.',
    'asked-answered': 'SEQR has responded. See the response below.',
    'asked-failed': 'SEQR gave no usable response. Try again later.',
    'asked-too-soon': 'SEQR was queried within the last second. Try again.',
  },
  history: {
    incident: 'Incident opened',
    'goods-released': (days: number) => `The goods were released after ${days === 1 ? 'a day' : `${days} days`}`,
  },
};

export type IncidentTexts = typeof incidents;
