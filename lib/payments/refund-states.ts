/**
 * A refund's life: REQUESTED → DONE | REFUSED | UNKNOWN, and UNKNOWN → DONE | REFUSED by a person who asked SEQR. A
 * REFUSED one whose request never left the house may be REQUESTED again.
 */
export const refundStates = ['REQUESTED', 'DONE', 'REFUSED', 'UNKNOWN'] as const;
export type RefundState = (typeof refundStates)[number];

/** Why a refund is REFUSED although SEQR never heard of it: to ask again cannot do it twice. */
export const NOT_SENT = 'unreachable';
