import type { PaymentState } from '../orders/order-states';

// The one table of what may follow what. UNKNOWN and the closed states lead to PAID only: money that arrives late is
// still money, and is booked.
const transitions: Record<PaymentState, readonly PaymentState[]> = {
  CREATED: ['ISSUED', 'FAILED', 'UNKNOWN'],
  ISSUED: ['PENDING_ISSUER_ACKNOWLEDGE', 'RESERVED', 'PAID', 'CANCELED', 'FAILED', 'EXPIRED'],
  PENDING_ISSUER_ACKNOWLEDGE: ['ISSUED', 'RESERVED', 'PAID', 'CANCELED', 'FAILED', 'EXPIRED'],
  RESERVED: ['PAID', 'CANCELED', 'FAILED', 'EXPIRED'],
  PAID: [],
  CANCELED: ['PAID'],
  FAILED: ['PAID'],
  EXPIRED: ['PAID'],
  UNKNOWN: ['PAID'],
};

export function canMove(from: PaymentState, to: PaymentState): boolean {
  return transitions[from].includes(to);
}

/** SEQR's word for a status → ours; null for one that we do not know, which stays open and is shown to the merchant. */
export function stateOfStatus(status: string): PaymentState | null {
  switch (status) {
    case 'ISSUED':
    case 'PENDING_ISSUER_ACKNOWLEDGE':
    case 'RESERVED':
    case 'PAID':
    case 'CANCELED':
    case 'FAILED':
    case 'EXPIRED':
      return status;
    default:
      return null;
  }
}
