import { whatIf } from './what-if';

const operations: Readonly<Record<string, string>> = {
  sendInvoice:
    'The shop asks SEQR to issue an invoice. The response has its reference, and the address for the QR code.',
  getPaymentStatus: 'The shop asks SEQR about the invoice. Only this response decides whether the order is paid.',
  updateInvoice: 'The shop replaces the rows and the amount of the unpaid invoice.',
  cancelInvoice: 'The shop withdraws the invoice, so that it can no longer be paid.',
  refundPayment: 'The shop refunds money to the payer. It never repeats this call on its own.',
  submitPaymentReceipt: 'The shop sends the receipt to SEQR, where the payer’s app shows it.',
};

/** What this shop shows about an order's messages and steps while it is a demonstration. */
export const behindTheScenes = {
  title: 'Behind the scenes',
  /** The link on the pages of an order. */
  link: 'Look behind the scenes',
  linkHint: 'See this order’s messages to SEQR and its steps as they happen. Opens in a new tab.',
  heading: (number: string) => `Behind the scenes of order ${number}`,
  intro:
    'Everything that the shop and SEQR did about this order, oldest first. New entries appear by themselves. SEQR is played by the sandbox in this server.',
  back: 'Back to the order',
  incomplete: 'The sandbox did not respond, so SEQR’s part is missing. Reload the page.',
  parties: {
    shop: 'Shop',
    shopToSeqr: 'Shop → SEQR',
    seqrToShop: 'SEQR → Shop',
    payer: 'Payer and SEQR',
  },
  whatIf,
  rows: 'Rows written',
  docs: 'Docs',
  code: 'Code',
  request: 'Request',
  response: 'Response',
  noResponse: 'The response never arrived: a fault of the sandbox withheld it.',
  milliseconds: (count: number) => `${count} ms`,
  times: (count: number) => `× ${count}`,
  operations,
  otherOperation: 'The shop calls SEQR.',
  notification: 'SEQR notifies the shop',
  notificationText:
    'Something about the invoice has changed. The notification is unsigned, so it only makes the shop ask SEQR.',
  notificationFailed: 'The shop did not respond. SEQR sends the notification again later.',
  payer: {
    scanned: {
      title: 'The payer opened the invoice',
      text: 'The payer scanned the code or followed the link to the app.',
    },
    refused: { title: 'The payment was refused', text: 'Nothing was charged. The invoice can still be paid.' },
    paid: {
      title: 'The payer paid',
      text: 'The money has left the payer’s account. If the shop does not ask within 20 seconds, SEQR reverses it.',
    },
    failed: { title: 'The payment failed', text: 'Nothing was charged, and the invoice can no longer be paid.' },
    'canceled-by-payer': {
      title: 'The payer cancelled',
      text: 'Nothing was charged, and the invoice can no longer be paid.',
    },
    expired: { title: 'The invoice expired', text: 'Nobody paid in time, so the invoice can no longer be paid.' },
    reversed: {
      title: 'SEQR reversed the payment',
      text: 'The payer has the money back, and the invoice is cancelled.',
    },
  },
  ordered: 'The order is placed',
  orderedText: 'One transaction reserves the stock and writes the order with its first payment attempt.',
  attempt: (number: number) => `Payment attempt ${number} begins`,
  attemptText: 'The attempt is written before SEQR is called, so that a crash cannot lose it.',
  payment: (attempt: number, from: string, to: string) => `Payment attempt ${attempt}: ${from} → ${to}`,
  paymentText: 'The state machine allows this step. State and history are written in one transaction.',
  order: (to: string) => `Order: ${to}`,
  orderText: 'The order follows its payment. Its reserved stock is sold or released in the same transaction.',
  event: (kind: string) => `Order event: ${kind}`,
  eventText: 'An entry in the order’s history, which the database refuses to change or delete.',
  queued: (effect: string) => `Queued: ${effect}`,
  queuedText: 'The effect is queued in the transaction that causes it, so it happens even after a crash.',
  done: (effect: string) => `Done: ${effect}`,
  doneText: 'The worker took the effect from the outbox and completed it.',
  failing: (effect: string) => `Not done yet: ${effect}`,
  failingText: 'The effect failed at least once. The worker tries again until it succeeds or can no longer succeed.',
};

export type BehindTheScenesTexts = typeof behindTheScenes;
