/**
 * REQUESTED → DONE | REFUSED | UNKNOWN, and UNKNOWN → DONE | REFUSED by manual decision. A REFUSED refund whose request
 * was never sent may be REQUESTED again.
 */
const refundStates = ['REQUESTED', 'DONE', 'REFUSED', 'UNKNOWN'] as const;
export type RefundState = (typeof refundStates)[number];

/** The failure of a REFUSED refund that never reached SEQR; retrying it cannot refund twice. */
export const NOT_SENT = 'unreachable';
