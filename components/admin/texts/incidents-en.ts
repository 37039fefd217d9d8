import type { IncidentAction } from '@/lib/orders/incident-actions';
import type { IncidentKind, IncidentOutcome } from '@/lib/orders/incidents';

const kinds: Record<IncidentKind, string> = {
  'other-amount': 'The payment does not match: SEQR reports another amount or currency than the order’s.',
  'order-changed': 'The amount paid is not the order’s total any longer: the order was changed meanwhile.',
  'no-reference': 'SEQR reports a payment without a reference.',
  'no-receipt': 'SEQR reports a payment without a receipt, so the amount is not known.',
  'other-receipt': 'SEQR reports a payment with the receipt of another invoice.',
  'duplicate-reference': 'SEQR reports a payment with the reference of another order’s payment.',
  'settled-before': 'SEQR reports a payment of an invoice that was marked as settled elsewhere.',
  'unknown-invoice': 'SEQR does not know this invoice (54). This happens after the terminal was changed.',
  'unknown-status': 'SEQR reports a status that the shop does not know.',
  unclear: 'SEQR neither cancels this invoice nor says that it is paid.',
  contradicted: 'SEQR contradicts a payment that is booked.',
  excess: 'More money was received than the order is due.',
};

const actions: Record<IncidentAction | 'reverse', string> = {
  record: 'Record the payment',
  reverse: 'Record the reversal',
  refund: 'Refund the payment',
  close: 'Close the order',
  settle: 'Mark as settled elsewhere',
};

const outcomes: Record<IncidentOutcome, string> = {
  resolved: 'No longer open',
  recorded: 'Payment recorded',
  refunded: 'Refund requested',
  closed: 'Closed without a payment',
  settled: 'Settled elsewhere',
};

/** Money and invoices that wait for a person's decision. */
export const incidentsEn = {
  title: 'Waits for your decision',
  kinds,
  actions,
  outcomes,
  ask: 'Query SEQR now',
  onRequest: 'only on request',
  facts: {
    total: 'Order total',
    paid: 'Paid, according to SEQR',
    excess: 'Received too much',
    status: 'Status at SEQR',
    invoice: 'Invoice',
    reference: 'SEQR reference',
    owner: 'The reference belongs to',
    receiptOf: 'The receipt names',
    detail: 'Detail',
    since: 'Since',
    nextCheck: 'Next query',
    goodsUntil: 'Goods are kept until',
  },
  reference: 'SEQR reference of this payment',
  referenceHint: 'Ask SEQR’s support. A reference that belongs to another payment is refused.',
  note: 'Note (optional)',
  noteNeeded: 'How it was settled',
  back: 'Back',
  consequences: {
    record: (paid: string) => `Books ${paid}. The order becomes paid.`,
    recordMore: (paid: string, more: string) =>
      `Books ${paid}. The order becomes paid; ${more} is too much and stays listed until you refund it.`,
    recordLess: (paid: string, less: string) =>
      `Books ${paid} as payment in full. A line of its own lowers the order’s total by ${less}.`,
    recordUnseen: (total: string) =>
      `Books ${total}. The order becomes paid. First check at SEQR that this amount was paid for this invoice.`,
    reverse: 'Books the payment as refunded, because SEQR took it back. The order becomes refunded.',
    refund: (paid: string) =>
      `SEQR returns ${paid} to the payer. An unpaid order is cancelled and its goods are released.`,
    close:
      'Books nothing. An unpaid order is cancelled and its goods are released. A payment that SEQR reports later is handled as a late payment.',
    settle:
      'Books nothing. An unpaid order is cancelled and its goods are released. Choose this when you have dealt with the money outside the shop.',
    settleBooked: 'Changes nothing in the books. Choose this when you have dealt with the money outside the shop.',
  },
  problems: {
    note: 'Write how it was settled, in at most 500 characters. Nothing was changed.',
    reference: 'The reference must be 6 to 32 digits and must not belong to another payment. Nothing was changed.',
    overtaken: 'The facts have changed since you saw them. Nothing was changed; check them again.',
  },
  notes: {
    'incident-recorded': 'The payment is recorded.',
    'incident-refunded': 'The payment is recorded, and its refund is in progress.',
    'incident-closed': 'The order is closed.',
    'incident-settled': 'Marked as settled elsewhere.',
    'incident-too-late': 'The payment is recorded. The goods are gone, so it is being refunded.',
    'incident-already-paid': 'The payment is recorded. The order was paid already, so it is being refunded.',
    'incident-overtaken': 'This was already decided, or SEQR’s later answer ended it.',
    'incident-refused': 'The facts no longer allow that. Nothing was changed.',
    'asked-answered': 'SEQR has answered. What it says is below.',
    'asked-failed': 'SEQR gave no usable answer. Try again later.',
    'asked-too-soon': 'SEQR was queried within the last second. Try again.',
  },
  history: {
    incident: 'Held for a decision',
    'goods-released': (days: number) => `The goods were released after ${days === 1 ? 'a day' : `${days} days`}`,
  },
};

export type IncidentTexts = typeof incidentsEn;
