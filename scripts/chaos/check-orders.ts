// Checks the invariants order by order, by comparing the shop's data with SEQR's. These checks share no code with the
// shop, so the two cannot share a mistake.
import { type Attempt, type InvoiceRow, type Order, timeOf } from './books';
import type { Find, Finding, IsReversed, Span } from './finding';
import { overlapMs } from './stalls';

type Terms = {
  readonly isReversed: IsReversed;
  readonly promiseMs: number;
  readonly outages: readonly Span[];
  /** Whether the machine's processors were exhausted in that time. */
  readonly isStarved: (span: Span) => boolean;
};

/** The allowed state transitions of attempts and orders. */
const moves: Readonly<Record<string, readonly string[]>> = {
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
export const sum = <Item>(list: readonly Item[], value: (item: Item) => number) =>
  list.reduce((total, item) => total + value(item), 0);

/** Returns the findings about one order. */
export function checkOrder(order: Order, terms: Terms): Finding[] {
  const findings: Finding[] = [];
  const find: Find = (kind, text) => findings.push({ kind, order: `T-${order.number}`, text });
  const paid = order.attempts.filter(({ state }) => state === 'PAID');
  for (const attempt of order.attempts) checkAttempt(attempt, find, terms);

  const open = order.attempts.filter(({ state }) => openStates.includes(state));
  if (open.length > 1) find('doubled', `${open.length} open attempts`);
  if (open.length > 0 || order.state === 'PENDING') find('rest', `is ${order.state} with ${open.length} open attempts`);
  checkMoney(order, paid, find, terms.isReversed);
  checkIncidents(order, find);
  if (order.state === 'PAID' && paid.length === 0) find('lost', 'is PAID without a paid attempt');
  const isPaidOrder = ['PAID', 'PARTIALLY_REFUNDED', 'REFUNDED'].includes(order.state);
  const receipts = order.mails.filter(({ kind }) => kind === 'receipt').length;
  if (isPaidOrder && receipts !== 1) find(receipts > 1 ? 'doubled' : 'lost', `${receipts} receipts were mailed`);
  if (!isPaidOrder && receipts > 0) find('words', 'a receipt was mailed for an order that is not paid');
  return findings;
}

function checkAttempt(attempt: Attempt, find: Find, { isReversed, promiseMs, outages, isStarved }: Terms): void {
  const { state, invoice, events, amount, currency, ersReference } = attempt;
  checkEvents(events, state, find);
  if (!invoice) {
    if (state === 'PAID') find('lost', `attempt ${attempt.attempt} is PAID without an invoice`);
    return;
  }
  const reversed = isReversed(invoice.reference);
  if (invoice.status === 'PAID' && state !== 'PAID' && !isSettledElsewhere(attempt))
    find('lost', `SEQR says PAID, the shop ${state}`);
  if (state === 'PAID' && invoice.status !== 'PAID' && !reversed)
    find('words', `the shop says PAID, SEQR ${invoice.status}`);
  if (invoice.closedBy === 'REVERSAL' && !reversed && !wasAway(invoice, outages)) {
    const kind = isStarved(confirmationSpan(invoice)) ? 'starved' : 'lost';
    find(kind, `SEQR reversed the payment because the shop did not confirm it; ${formatQueries(attempt, invoice)}`);
  }
  if (state !== 'PAID') return;
  if (ersReference !== invoice.ersReference) find('lost', 'its ersReference is not SEQR’s');
  if (amount !== invoice.paid || currency !== invoice.currency) find('lost', `paid ${invoice.paid}, booked ${amount}`);
  if (!invoice.hasReceiptDocument && !reversed) find('lost', 'SEQR has no receipt document');
  if (lateBy(attempt, outages) > promiseMs) find('lost', `was known only after ${lateBy(attempt, outages)} ms`);
}

/** Whether a person settled the money outside the shop, or closed the incident about a reference that SEQR repeated. */
export const isSettledElsewhere = ({ state, incidents }: Attempt) =>
  state !== 'PAID' &&
  incidents.some(
    ({ kind, outcome }) => outcome === 'settled' || (outcome === 'closed' && kind === 'duplicate-reference'),
  );

/** Checks that each incident ended exactly once, although two merchants decided on it concurrently. */
function checkIncidents({ incidents, endings }: Order, find: Find): void {
  const open = incidents.filter(({ endedAt }) => endedAt === null);
  if (open.length > 0) find('rest', `its incidents are still open: ${open.map(({ kind }) => kind).join(', ')}`);
  const ended = incidents.length - open.length;
  if (endings !== ended) find('doubled', `${ended} incidents ended, its history says ${endings}`);
}

/**
 * Lists the shop's queries to SEQR in the 20 seconds after the payment, each with its fault, because a corrupted answer
 * may have told the shop nothing.
 */
function formatQueries({ questions }: Attempt, { paidAt }: InvoiceRow): string {
  if (paidAt === null) return 'SEQR has no time of the payment';
  const queries = questions()
    .map(({ at, note }) => ({ seconds: (timeOf(at) - timeOf(paidAt)) / 1000, note }))
    .filter(({ seconds }) => seconds >= 0 && seconds <= 20)
    .map(({ seconds, note }) => `after ${seconds.toFixed(1)} s${note ? ` (${note})` : ''}`)
    .join(', ');
  return `asked ${queries || 'not at all'}`;
}

/**
 * Whether SEQR, the shop's database or the shop's background work was down for most of the 20 seconds in which SEQR
 * waits. SEQR may then reverse the payment.
 */
function wasAway(invoice: InvoiceRow, outages: readonly Span[]): boolean {
  if (invoice.paidAt === null) return false;
  const { from, to } = confirmationSpan(invoice);
  return overlapMs(outages, from, to) > 10_000;
}

/** The 20 seconds in which SEQR waits until the shop confirms the payment. */
function confirmationSpan({ paidAt }: InvoiceRow): Span {
  const from = paidAt === null ? 0 : timeOf(paidAt);
  return { from, to: from + 20_000 };
}

/** Returns the milliseconds from the payment, or from the end of an outage, until the shop had recorded the payment. */
export function lateBy({ invoice, paidAt, incidents }: Attempt, outages: readonly Span[]): number {
  if (!invoice?.paidAt || !paidAt) return 0;
  const paid = timeOf(invoice.paidAt);
  // The shop knows of a held payment before it books the payment.
  const held = incidents.map(({ openedAt }) => timeOf(openedAt)).filter((at) => at >= paid);
  const knownAt = Math.min(timeOf(paidAt), ...held);
  const back = outages.filter(({ from, to }) => to <= knownAt && to > paid && from < knownAt);
  return Math.max(0, knownAt - Math.max(paid, ...back.map(({ to }) => to)));
}

function checkEvents(events: Attempt['events'], state: string, find: Find): void {
  let at = 'CREATED';
  for (const { fromState, toState } of events.slice(1)) {
    if (fromState !== at || !moves[fromState]?.includes(toState))
      find('doubled', `its history goes ${at}, ${fromState} → ${toState}`);
    at = toState;
  }
  if (at !== state) find('lost', `its history ends in ${at}, its state is ${state}`);
}

function checkMoney(order: Order, paid: readonly Attempt[], find: Find, isReversed: IsReversed): void {
  const promised = (states: readonly string[]) =>
    sum(
      order.refunds.filter((refund) => states.includes(refund.state)),
      ({ amount }) => amount,
    );
  if (promised(['REQUESTED', 'DONE', 'UNKNOWN']) > sum(paid, ({ amount }) => amount))
    find('doubled', 'more is refunded than was paid');
  for (const attempt of order.attempts) {
    const back = sum(
      attempt.bookings.filter(({ kind }) => kind === 'REFUND' || kind === 'REVERSAL'),
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
    // SEQR's reversal is booked as a refund if a merchant recorded it.
    const isExplained = isReversed(attempt.invoiceReference) && back >= done;
    if ((back < done || back > done + unknown) && !isExplained)
      find('doubled', `SEQR paid ${back} back, the shop ${done} (and ${unknown} in doubt)`);
  }
  const unsent = order.refunds.filter(({ source, state }) => source === 'shop' && state === 'REQUESTED');
  if (unsent.length > 0) find('rest', 'a refund that the shop owes is neither done nor shown to a person');
  const kept = sum(paid, ({ amount }) => amount) - promised(['DONE', 'UNKNOWN']);
  const excess = order.incidents.filter(({ kind, outcome }) => kind === 'excess' && outcome === 'settled');
  const settled = sum(excess, ({ amount }) => amount ?? 0);
  const expected = order.state === 'PAID' ? order.total + settled : null;
  if (expected !== null && kept !== expected && promised(['UNKNOWN']) === 0)
    find('doubled', `is PAID and keeps ${kept} of ${expected}`);
  if (['CANCELED', 'EXPIRED'].includes(order.state) && kept > settled && !isShown(order)) {
    find('lost', `is ${order.state} and keeps ${kept}`);
  }
}

/** Whether the back office lists the order because of a refused refund. */
const isShown = ({ refunds }: Order) => refunds.some(({ state }) => state === 'REFUSED');
