/**
 * The life of a closing, each step written down before the next begins:
 * REQUESTED → MARKING → MARKED → REPORTED → RECONCILED. Besides: LOST, the answer to markTransactionPeriod did not
 * come, so that the period may be closed under an id that we do not know; FAILED, SEQR did not close it; REPORT_REFUSED,
 * the report is not one that can be trusted. docs/closing-the-day.md says what follows from each.
 */
export const periodStates = [
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

/** Whose transactions: the whole shop's with all its terminals, or those of the shop's own terminal. */
export const scopes = ['shop', 'terminal'] as const;
export type Scope = (typeof scopes)[number];

export function isScope(text: string): text is Scope {
  return (scopes as readonly string[]).includes(text);
}

export const reportIds: Record<Scope, string> = {
  shop: 'Reconciliation/STD_RECON_003.xml',
  terminal: 'Reconciliation/STD_RECON_007.xml',
};
