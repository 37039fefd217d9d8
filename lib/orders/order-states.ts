// The state machine of orders and payment attempts, with what each step means for stock, money and mails. The functions
// here are pure and total. All code that changes a state calls them first, and changes it by compare-and-swap in
// lib/orders/settle-order.ts, lib/orders/settle-refunded-order.ts and lib/payments/move-payment.ts.

/**
 * PENDING → PAID | CANCELED | EXPIRED; PAID → PARTIALLY_REFUNDED → REFUNDED, or directly PAID → REFUNDED. A closed
 * order whose late payment is honoured becomes PAID.
 */
export const orderStates = ['PENDING', 'PAID', 'PARTIALLY_REFUNDED', 'REFUNDED', 'CANCELED', 'EXPIRED'] as const;
export type OrderState = (typeof orderStates)[number];

export const paymentMethods = ['seqr', 'invoice'] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

/**
 * What can happen to an order. Both paid events mean that the total has arrived: either the stock is still reserved or
 * available (`paid`), or it was resold (`paid-stock-gone`).
 */
export const orderEvents = [
  'paid',
  'paid-stock-gone',
  'cancelled',
  'timed-out',
  'partly-refunded',
  'fully-refunded',
] as const;
export type OrderEvent = (typeof orderEvents)[number];

/** The new state and its consequences. `to` may equal the old state. */
export type OrderStep = {
  readonly to: OrderState;
  /** `sell` the reserved units, `release` them, or reserve and sell them again (`retake`). */
  readonly stock: 'keep' | 'sell' | 'release' | 'retake';
  /** Whether the money that just arrived is kept or refunded. */
  readonly money: 'keep' | 'refund';
  readonly mail: 'receipt' | 'cancelled' | 'expired' | null;
};

const step = (to: OrderState, change: Partial<OrderStep> = {}): OrderStep => ({
  to,
  stock: 'keep',
  money: 'keep',
  mail: null,
  ...change,
});
const sold = step('PAID', { stock: 'sell', mail: 'receipt' });
const refund = (state: OrderState) => step(state, { money: 'refund' });

/** The state never changes; money is refunded. */
const final = (state: OrderState): Record<OrderEvent, OrderStep> => ({
  paid: refund(state),
  'paid-stock-gone': refund(state),
  cancelled: step(state),
  'timed-out': step(state),
  'partly-refunded': step(state),
  'fully-refunded': step(state),
});
/** Late money is still money: the order is fulfilled if the stock is available. */
const closed = (state: OrderState) => ({
  ...final(state),
  paid: step('PAID', { stock: 'retake', mail: 'receipt' }),
});

const orderSteps: Record<OrderState, Record<OrderEvent, OrderStep>> = {
  PENDING: {
    paid: sold,
    // The order's own units are reserved, so they cannot be sold to others.
    'paid-stock-gone': sold,
    cancelled: step('CANCELED', { stock: 'release', mail: 'cancelled' }),
    'timed-out': step('EXPIRED', { stock: 'release', mail: 'expired' }),
    'partly-refunded': step('PENDING'),
    'fully-refunded': step('PENDING'),
  },
  PAID: {
    ...final('PAID'),
    'partly-refunded': step('PARTIALLY_REFUNDED'),
    'fully-refunded': step('REFUNDED'),
  },
  PARTIALLY_REFUNDED: { ...final('PARTIALLY_REFUNDED'), 'fully-refunded': step('REFUNDED') },
  REFUNDED: final('REFUNDED'),
  CANCELED: closed('CANCELED'),
  EXPIRED: closed('EXPIRED'),
};

export function orderStep(from: OrderState, event: OrderEvent): OrderStep {
  return orderSteps[from][event];
}

/** The states of a payment attempt. After PAID, only refunds follow. UNKNOWN: no usable answer to sendInvoice. */
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

// UNKNOWN and the closed states can still become PAID: late money is booked.
const paymentMoves: Record<PaymentState, readonly PaymentState[]> = {
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
  return paymentMoves[from].includes(to);
}

const openStates: readonly PaymentState[] = ['CREATED', 'ISSUED', 'PENDING_ISSUER_ACKNOWLEDGE', 'RESERVED'];

/** True while the attempt is open: it is watched once issued, and no other attempt may be opened. */
export function isOpen(state: PaymentState): boolean {
  return openStates.includes(state);
}

/**
 * Only PAID brings money: the order is settled as `paid`, SEQR gets the receipt document, and any other open attempt is
 * cancelled. After a failed attempt, the order waits for the next one.
 */
export function bringsMoney(to: PaymentState): boolean {
  return to === 'PAID';
}

/** True if SEQR contradicts its earlier answer. The payment stays booked and needs manual action. */
export function contradicts(booked: PaymentState, reported: PaymentState): boolean {
  return booked === 'PAID' && !isOpen(reported) && reported !== 'PAID';
}

/** Maps SEQR's status to ours. Null for an unknown status: the payment stays open and is shown to the merchant. */
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
