/** The results of comparing SEQR's report with the shop's ledger. */
export const reconciliation = {
  scopes: { shop: 'the whole shop', terminal: 'this terminal' },
  states: {
    REQUESTED: 'Requested',
    MARKING: 'Being closed at SEQR',
    LOST: 'No response from SEQR',
    FAILED: 'Not closed',
    MARKED: 'Closed, waiting for the report',
    REPORT_REFUSED: 'Report rejected',
    REPORTED: 'Report received',
    RECONCILED: 'Compared',
  },
  outcomes: {
    MATCHED: 'Matched',
    AMOUNT_DIFFERS: 'Amount differs',
    ONLY_AT_SEQR: 'Only at SEQR',
    ONLY_WITH_US: 'Only in the shop',
  },
  explanations: {
    'by-amount': {
      what: 'Matched by amount: the refund was marked as done by hand, without SEQR’s reference.',
      todo: 'No action is needed.',
    },
    netted: {
      what: 'SEQR’s amount is the payment minus its refunds.',
      todo: 'Nothing is missing. Ask SEQR to report refunds as separate rows.',
    },
    'other-amount': {
      what: 'SEQR’s amount differs from the recorded amount.',
      todo: 'Ask SEQR which amount is correct, quoting the reference. If SEQR is right, refund or claim the difference.',
    },
    'listed-twice': {
      what: 'The report lists this reference more than once.',
      todo: 'Ask SEQR whether the money was transferred twice. If so, refund one of the two.',
    },
    'listed-before': {
      what: 'An earlier period’s report already lists this reference.',
      todo: 'Ask SEQR why it is reported again. Do not record it twice.',
    },
    'other-terminal': {
      what: 'This line belongs to another of the shop’s terminals, such as a till.',
      todo: 'Compare it with that terminal’s ledger, or close the periods of this terminal only.',
    },
    'other-currency': {
      what: 'SEQR reports a currency that differs from the ledger.',
      todo: 'Ask SEQR which currency was charged.',
    },
    held: {
      what: 'A payment of this order waits for your decision, so it is not recorded.',
      todo: 'Open the order and choose an action. Then compare again.',
    },
    'settled-elsewhere': {
      what: 'This payment is not recorded: someone settled it elsewhere or closed the order.',
      todo: 'The order’s history shows who decided and why. If the money has been dealt with, no action is needed.',
    },
    contradicted: {
      what: 'SEQR contradicts this recorded payment, and the order waits for your decision.',
      todo: 'Open the order and choose an action. Then compare again.',
    },
    'refund-in-doubt': {
      what: 'The shop requested a refund of this amount and got no response. This line is most likely that refund.',
      todo: 'Open the order and mark the refund as refunded, with this reference. Do not repeat it.',
    },
    'payment-in-doubt': {
      what: 'An order for this amount was cancelled or expired unpaid. This line is most likely its payment.',
      todo: 'Ask SEQR which invoice this reference belongs to. If it is that order’s, deliver the order or refund the payment.',
    },
    'unknown-refund': {
      what: 'The shop requested no refund of this amount.',
      todo: 'It may have been refunded directly at SEQR. Ask SEQR which payment it belongs to.',
    },
    'unknown-payment': {
      what: 'The shop has no payment with this reference.',
      todo: 'Ask SEQR for the invoice and the payer. Refund the payment if it belongs to no order.',
    },
    'lost-period': {
      what: 'SEQR’s response to an earlier closing was lost. This line most likely belongs to that period.',
      todo: 'Ask SEQR for that period’s ID and enter it on the period’s page. Its report will explain this line.',
    },
    'missing-payment': {
      what: 'SEQR confirmed this payment, but its report does not list it.',
      todo: 'Ask SEQR, quoting the reference. Treat the money as not received until SEQR responds.',
    },
    'missing-refund': {
      what: 'SEQR confirmed this refund, but its report does not list it.',
      todo: 'Ask SEQR whether the buyer received the money, quoting the reference. Do not refund again until SEQR responds.',
    },
  },
  reportProblems: {
    'not-whole': 'The report is not complete XML.',
    'no-report': 'The response is not a transaction report.',
    'other-shop': 'The report belongs to another shop.',
    'other-period': 'The report belongs to another period.',
    'other-terminal': 'The report belongs to another terminal.',
    'unknown-row': 'The report contains an unknown type of row.',
    'bad-amount': 'The report contains an invalid amount.',
    'bad-reference': 'The report contains an invalid reference.',
  },
  inRow: (row: string) => `(Row ${row}.)`,
  refusedAll:
    'The report was not used, and the ledger is unchanged. Request it again; if the problem remains, send it to SEQR.',
  crashed: 'The shop stopped before SEQR responded.',
  wrongId: 'According to SEQR, the ID that was entered belongs to another period.',
  noAnswer: 'SEQR’s response did not arrive.',
  unreachable: 'SEQR could not be reached.',
  busy: 'SEQR is overloaded or down.',
  notReady: 'The report is not ready yet. The shop requests it every three seconds.',
  credentials: 'SEQR does not accept the shop owner’s credentials (SEQR_RESELLER_ID, SEQR_RESELLER_PASSWORD).',
  otherRefusal: (code: string) => `SEQR refused the request: ${code}.`,
};

export type ReconciliationTexts = typeof reconciliation;
