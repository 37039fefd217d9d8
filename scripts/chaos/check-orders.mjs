// The invariants, order by order: what SEQR holds, what the shop holds, what the buyer was told. An oracle of its own –
// it shares no code with the shop, or they could agree on a mistake.
import { timeOf } from './books.mjs';

/** I5. Attempts and orders move along these and no other lines. */
const moves = {
  CREATED: ['ISSUED', 'FAILED', 'UNKNOWN'],
  ISSUED: ['PENDING_ISSUER_ACKNOWLEDGE', 'RESERVED', 'PAID', 'CANCELED', 'FAILED', 'EXPIRED'],
  PENDING_ISSUER_ACKNOWLEDGE: ['ISSUED', 'RESERVED', 'PAID', 'CANCELED', 'FAILED', 'EXPIRED'],
  RESERVED: ['PAID', 'CANCELED', 'FAILED', 'EXPIRED'],
  UNKNOWN: ['PAID'],
  CANCELED: ['PAID'],
  FAILED: ['PAID'],
  EXPIRED: ['PAID'],
  PAID: [],
};
const openStates = ['CREATED', 'ISSUED', 'PENDING_ISSUER_ACKNOWLEDGE', 'RESERVED'];
export const sum = (list, value) => list.reduce((total, item) => total + value(item), 0);
/** What SEQR keeps of an invoice for the shop: the payment less what went back. */
export const keptAtSeqr = ({ bookings }) =>
  sum(
    bookings.filter(({ bookedAt }) => bookedAt !== null),
    ({ amount }) => amount,
  );

/** `isReversed` tells the payments that the run itself took back at SEQR after the shop knew of them. */
export function checkOrder(order, { isReversed, promiseMs, outages }) {
  const findings = [];
  const find = (kind, text) => findings.push({ kind, order: `T-${order.number}`, text });
  const paid = order.attempts.filter(({ state }) => state === 'PAID');
  for (const attempt of order.attempts) checkAttempt(attempt, { find, isReversed, promiseMs, outages });

  const open = order.attempts.filter(({ state }) => openStates.includes(state));
  if (open.length > 1) find('doubled', `${open.length} open attempts`);
  if (open.length > 0 || order.state === 'PENDING') find('rest', `is ${order.state} with ${open.length} open attempts`);
  checkMoney(order, paid, find);
  if (order.state === 'PAID' && paid.length === 0) find('lost', 'is PAID without a paid attempt');
  const isPaidOrder = ['PAID', 'PARTIALLY_REFUNDED', 'REFUNDED'].includes(order.state);
  const receipts = order.mails.filter(({ kind }) => kind === 'receipt').length;
  if (isPaidOrder && receipts !== 1) find(receipts > 1 ? 'doubled' : 'lost', `${receipts} receipts were mailed`);
  if (!isPaidOrder && receipts > 0) find('words', 'a receipt was mailed for an order that is not paid');
  return findings;
}

function checkAttempt(attempt, { find, isReversed, promiseMs, outages }) {
  const { state, invoice, events, amount, currency, ersReference } = attempt;
  checkEvents(events, state, find);
  if (!invoice) return state === 'PAID' && find('lost', `attempt ${attempt.attempt} is PAID without an invoice`);
  const reversed = isReversed(invoice.reference);
  if (invoice.status === 'PAID' && state !== 'PAID') find('lost', `SEQR says PAID, the shop ${state}`);
  if (state === 'PAID' && invoice.status !== 'PAID' && !reversed)
    find('words', `the shop says PAID, SEQR ${invoice.status}`);
  if (invoice.closedBy === 'REVERSAL' && !reversed && !wasAway(invoice, outages)) {
    find('lost', `SEQR took the payment back for the shop’s silence; ${tellQuestions(attempt)}`);
  }
  if (state !== 'PAID') return undefined;
  if (ersReference !== invoice.ersReference) find('lost', 'its ersReference is not SEQR’s');
  if (amount !== invoice.paid || currency !== invoice.currency) find('lost', `paid ${invoice.paid}, booked ${amount}`);
  if (!invoice.hasReceiptDocument && !reversed) find('lost', 'SEQR has no receipt document');
  if (lateBy(attempt, outages) > promiseMs) find('lost', `was known only after ${lateBy(attempt, outages)} ms`);
  return undefined;
}

/** What SEQR heard from the shop in its 20 seconds: an answer that was spoiled on its way may have told the shop nothing. */
function tellQuestions({ invoice, questions }) {
  const heard = questions()
    .map(({ at, note }) => ({ seconds: (timeOf(at) - timeOf(invoice.paidAt)) / 1000, note }))
    .filter(({ seconds }) => seconds >= 0 && seconds <= 20)
    .map(({ seconds, note }) => `after ${seconds.toFixed(1)} s${note ? ` (${note})` : ''}`)
    .join(', ');
  return `asked ${heard || 'not at all'}`;
}

/** Down for most of SEQR's 20 seconds: then a reversal is SEQR's right. */
function wasAway(invoice, outages) {
  const [from, to] = [timeOf(invoice.paidAt), timeOf(invoice.paidAt) + 20_000];
  const away = sum(outages, (outage) => Math.max(0, Math.min(outage.to, to) - Math.max(outage.from, from)));
  return away > 10_000;
}

/** Milliseconds from the payment, or from the end of an outage in between, until the shop knew. */
export function lateBy({ invoice, paidAt }, outages) {
  if (!invoice?.paidAt || !paidAt) return 0;
  const known = timeOf(paidAt);
  const back = outages.filter(({ from, to }) => to <= known && to > timeOf(invoice.paidAt) && from < known);
  return Math.max(0, known - Math.max(timeOf(invoice.paidAt), ...back.map(({ to }) => to)));
}

function checkEvents(events, state, find) {
  let at = 'CREATED';
  for (const { fromState, toState } of events.slice(1)) {
    if (fromState !== at || !moves[fromState]?.includes(toState))
      find('doubled', `its history goes ${at}, ${fromState} → ${toState}`);
    at = toState;
  }
  if (at !== state) find('lost', `its history ends in ${at}, its state is ${state}`);
}

function checkMoney(order, paid, find) {
  const promised = (states) =>
    sum(
      order.refunds.filter((refund) => states.includes(refund.state)),
      ({ amount }) => amount,
    );
  if (promised(['REQUESTED', 'DONE', 'UNKNOWN']) > sum(paid, ({ amount }) => amount))
    find('doubled', 'more is refunded than was paid');
  for (const attempt of order.attempts) {
    const back = sum(
      attempt.bookings.filter(({ kind }) => kind === 'REFUND'),
      ({ amount }) => -amount,
    );
    const own = order.refunds.filter(({ paymentId }) => paymentId === attempt.id);
    const done = sum(
      own.filter(({ state }) => state === 'DONE'),
      ({ amount }) => amount,
    );
    const unknown = sum(
      own.filter(({ state }) => state === 'UNKNOWN'),
      ({ amount }) => amount,
    );
    if (back < done || back > done + unknown)
      find('doubled', `SEQR paid ${back} back, the shop ${done} (and ${unknown} in doubt)`);
  }
  const unsent = order.refunds.filter(({ source, state }) => source === 'shop' && state === 'REQUESTED');
  if (unsent.length > 0) find('rest', 'a refund that the shop owes is neither done nor shown to a person');
  const kept = sum(paid, ({ amount }) => amount) - promised(['DONE', 'UNKNOWN']);
  const expected = order.state === 'PAID' ? order.total : null;
  if (expected !== null && kept !== expected && promised(['UNKNOWN']) === 0)
    find('doubled', `is PAID and keeps ${kept} of ${expected}`);
  if (['CANCELED', 'EXPIRED'].includes(order.state) && kept > 0 && !isShown(order)) {
    find('lost', `is ${order.state} and keeps ${kept}`);
  }
}

/** A refund that SEQR refused or that came to nothing stands in the back office's list. */
const isShown = ({ refunds }) => refunds.some(({ state }) => state === 'REFUSED');
