/** An order's life: PENDING → PAID → PARTIALLY_REFUNDED → REFUNDED, or PENDING → CANCELED | EXPIRED. */
export const orderStates = ['PENDING', 'PAID', 'PARTIALLY_REFUNDED', 'REFUNDED', 'CANCELED', 'EXPIRED'] as const;
export type OrderState = (typeof orderStates)[number];

export const paymentMethods = ['seqr', 'invoice'] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

/** A payment attempt's life; from PAID only refunds follow. UNKNOWN: the answer to sendInvoice was lost. */
export const paymentStates = [
  'CREATED',
  'ISSUED',
  'PENDING_ISSUER_ACKNOWLEDGE',
  'RESERVED',
  'PAID',
  'CANCELED',
  'FAILED',
  'EXPIRED',
  'UNKNOWN',
] as const;
export type PaymentState = (typeof paymentStates)[number];

const openStates: readonly PaymentState[] = ['CREATED', 'ISSUED', 'PENDING_ISSUER_ACKNOWLEDGE', 'RESERVED'];

/** Money may still come by itself: the attempt is watched, and no other may be opened. */
export function isOpen(state: PaymentState): boolean {
  return openStates.includes(state);
}
