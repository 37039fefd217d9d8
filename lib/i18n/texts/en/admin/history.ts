import { type StateTexts, states } from './states';

/** For each kind of effect: the text once it is done, and the text until then. */
const effects: Record<string, readonly [string, string]> = {
  'answer-acknowledgment': [
    'SEQR was informed that the payer need not wait.',
    'SEQR could not be informed yet that the payer need not wait.',
  ],
  'submit-receipt': ['The receipt was submitted to SEQR.', 'The receipt could not be submitted to SEQR yet.'],
  'cancel-invoice': [
    'An invoice that must no longer be paid was cancelled.',
    'An invoice that must no longer be paid is not cancelled yet.',
  ],
  'change-order': ['The change of the order is complete.', 'SEQR has not confirmed the change yet.'],
  'refund-held-payment': ['The refund was requested.', 'The refund could not be requested yet.'],
  'refund-late-payment': ['A late payment was handled.', 'A late payment is not refunded yet.'],
  'mail-receipt': ['The receipt was emailed.', 'The receipt was not emailed.'],
  'mail-transfer': ['The payment instructions were emailed.', 'The payment instructions were not emailed.'],
  'mail-sent': [
    'The buyer was informed by email that the order is sent.',
    'The buyer was not informed by email that the order is sent.',
  ],
  'mail-cancelled': [
    'The buyer was informed by email that the order is cancelled.',
    'The buyer was not informed by email that the order is cancelled.',
  ],
  'mail-expired': [
    'The buyer was informed by email that the order has expired.',
    'The buyer was not informed by email that the order has expired.',
  ],
  'mail-new-order': [
    'The shop was informed of the order by email.',
    'The shop was not informed of the order by email.',
  ],
  'mail-attention': [
    'The shop was informed by email that a refund needs a decision.',
    'The shop was not informed by email that a refund needs a decision.',
  ],
  'mail-refund': [
    'The buyer was informed of the refund by email.',
    'The buyer was not informed of the refund by email.',
  ],
};

/** The entries of an order's history. */
export const history = {
  ordered: 'The order was placed.',
  closed: { CANCELED: 'The order was cancelled.', EXPIRED: 'The order expired.' },
  payment: (to: keyof StateTexts['payment'], attempt: number, how: string) =>
    to === 'CREATED' ? `Payment attempt ${attempt} was started.` : `Attempt ${attempt}: ${states.payment[to]}, ${how}.`,
  by: (name: string) => `by ${name}`,
  byShop: 'automatically',
  bySeqr: 'according to SEQR',
  accepted: 'The order was accepted',
  'cancel-requested': 'Cancellation was requested',
  delivered: 'Marked as sent',
  creditNote: (number: string) => `credit note ${number}`,
  returned: (n: number) => (n === 1 ? '1 item back in stock' : `${n} items back in stock`),
  undelivered: '“Sent” was undone',
  'receipt-resent': 'Receipt resend requested',
  'change-requested': (from: string, to: string) => `Change from ${from} to ${to} requested`,
  'change-dropped': (from: string, to: string) => `Change from ${from} to ${to} not made`,
  changed: (from: string, to: string) => `Changed from ${from} to ${to}`,
  'transfer-received': (amount: string) => `Bank transfer of ${amount} recorded`,
  'refund-requested': (amount: string) => `Refund of ${amount} was requested`,
  'refund-done': (amount: string) => `${amount} was refunded`,
  'refund-refused': (amount: string) => `Refund of ${amount} was not carried out`,
  'refund-unknown': (amount: string) => `The outcome of the refund of ${amount} is unknown`,
  refundCauses: {
    LATE: 'The order was already closed or paid when the payment arrived.',
    MISMATCH: 'The payment did not match the order.',
  },
  confirmedByHand: 'confirmed',
  noMailServer: 'No mail server is configured (SMTP_URL). The email is stored under Mail.',
  effects,
};

export type HistoryTexts = typeof history;
