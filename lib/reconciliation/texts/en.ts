import type { ReportProblem } from '../parse-report';
import type { PeriodState, Scope } from '../period-states';
import type { Explanation, Outcome } from '../reconcile';

type Told = { readonly what: string; readonly todo: string };

/** What the closing of a day says in English, the language that the others are checked against. */
export const en = {
  scopes: { shop: 'the whole shop', terminal: 'this terminal' } satisfies Record<Scope, string>,
  states: {
    REQUESTED: 'Asked for',
    MARKING: 'Being closed at SEQR',
    LOST: 'No answer from SEQR',
    FAILED: 'Not closed',
    MARKED: 'Closed, waiting for the report',
    REPORT_REFUSED: 'Report refused',
    REPORTED: 'Report received',
    RECONCILED: 'Compared',
  } satisfies Record<PeriodState, string>,
  outcomes: {
    MATCHED: 'Matched',
    AMOUNT_DIFFERS: 'Amount differs',
    ONLY_AT_SEQR: 'Only at SEQR',
    ONLY_WITH_US: 'Only with us',
  } satisfies Record<Outcome, string>,
  explanations: {
    'by-amount': {
      what: 'Matched by its sum: the refund was marked as done by hand, without SEQR’s reference.',
      todo: 'Nothing.',
    },
    netted: {
      what: 'SEQR’s sum is the payment less its refunds.',
      todo: 'Nothing is missing. Tell SEQR that refunds should be rows of their own.',
    },
    'other-amount': {
      what: 'SEQR moved another sum than we booked.',
      todo: 'Ask SEQR with the reference which sum is right. Was it theirs, refund or claim the difference.',
    },
    'listed-twice': {
      what: 'The report names this reference more than once.',
      todo: 'Ask SEQR whether the money moved twice. If so, refund one of the two.',
    },
    'listed-before': {
      what: 'An earlier period’s report has this reference already.',
      todo: 'Ask SEQR why it is reported again; do not book it twice.',
    },
    'other-terminal': {
      what: 'It belongs to another terminal of the shop, such as a till.',
      todo: 'Compare it with that terminal’s books, or close the periods of this terminal alone.',
    },
    'other-currency': {
      what: 'SEQR reports it in another currency than the one our books have.',
      todo: 'Ask SEQR which currency was charged.',
    },
    'refund-in-doubt': {
      what: 'We asked for a refund of this sum and got no answer. So this is most likely it: it was made.',
      todo: 'Open the order and record the refund as done, with this reference. Do not repeat it.',
    },
    'payment-in-doubt': {
      what: 'An order of this sum was given up unpaid. This is most likely its payment.',
      todo: 'Ask SEQR for the invoice of this reference. If it is that order’s: deliver, or refund it.',
    },
    'unknown-refund': {
      what: 'We asked for no refund of this sum.',
      todo: 'Somebody may have refunded it at SEQR directly. Ask SEQR which payment it belongs to.',
    },
    'unknown-payment': {
      what: 'We have no payment with this reference.',
      todo: 'Ask SEQR for the invoice and the payer. Nobody of ours will deliver it: refund it if no order fits.',
    },
    'lost-period': {
      what: 'A closing whose answer was lost lies before this one. It is most likely in that period.',
      todo: 'Ask SEQR for that period’s id and enter it there; its report explains this.',
    },
    'missing-payment': {
      what: 'SEQR confirmed this payment to us, and its report does not have it.',
      todo: 'Ask SEQR with the reference. Until they answer, count on not having the money.',
    },
    'missing-refund': {
      what: 'SEQR confirmed this refund to us, and its report does not have it.',
      todo: 'Ask SEQR with the reference whether the buyer got the money. Do not refund again before.',
    },
  } satisfies Record<Explanation, Told>,
  reportProblems: {
    'not-whole': 'The report is not whole XML: it was cut off, or is something else.',
    'no-report': 'What came is not a report of transactions.',
    'other-shop': 'The report is of another shop.',
    'other-period': 'The report is of another period.',
    'other-terminal': 'The report is of another terminal.',
    'unknown-row': 'The report has a row that we do not understand.',
    'bad-amount': 'The report has an amount that is none.',
    'bad-reference': 'The report has a reference that is none.',
  } satisfies Record<ReportProblem['code'], string>,
  inRow: (row: string) => `(Row ${row}.)`,
  refusedAll:
    'Nothing of it was used, and the books are as they were. Ask for it again; if it stays so, send it to SEQR.',
  crashed: 'The shop stopped between the question and SEQR’s answer.',
  noAnswer: 'SEQR’s answer did not arrive.',
  unreachable: 'SEQR could not be reached.',
  busy: 'SEQR is overloaded or down.',
  notReady: 'The report is not ready yet; it is asked for every three seconds.',
  credentials: 'SEQR does not accept the shop owner’s credentials (SEQR_RESELLER_ID, SEQR_RESELLER_PASSWORD).',
  otherRefusal: (code: string) => `SEQR refused it: ${code}.`,
};

export type ReconciliationTexts = typeof en;
