/**
 * The states of a closing; each is stored before the next step starts: REQUESTED → MARKING → MARKED → REPORTED →
 * RECONCILED. LOST: the answer to markTransactionPeriod was lost, so the period may be closed under an unknown id.
 * FAILED: SEQR did not close the period. REPORT_REFUSED: the report is invalid. docs/closing-the-day.md describes what
 * to do in each state.
 */
const periodStates = [
  'REQUESTED',
  'MARKING',
  'LOST',
  'FAILED',
  'MARKED',
  'REPORT_REFUSED',
  'REPORTED',
  'RECONCILED',
] as const;
export type PeriodState = (typeof periodStates)[number];

/** The states in which a person can enter the period's id: SEQR may have closed the period, and no report is accepted. */
export const statesThatAcceptId: PeriodState[] = ['LOST', 'MARKED', 'REPORT_REFUSED'];

/** A report is late after this many requests (at least five minutes); it is then requested only every five minutes. */
export const LATE_REPORT_ATTEMPTS = 100;

/** The failure of a closing whose entered id SEQR gave to another closing. */
export const WRONG_ID = 'wrong-id';

/** The scope of a write that gives a closing this period id, because no other closing may have it. */
export function periodIdScope(transactionPeriodId: string): string {
  return `period id ${transactionPeriodId}`;
}

/** `shop`: all terminals of the reseller; `terminal`: only the terminal that this shop uses. */
const scopes = ['shop', 'terminal'] as const;
export type Scope = (typeof scopes)[number];

export function isScope(text: string): text is Scope {
  return scopes.some((scope) => scope === text);
}

export const reportIds: Record<Scope, string> = {
  shop: 'Reconciliation/STD_RECON_003.xml',
  terminal: 'Reconciliation/STD_RECON_007.xml',
};
