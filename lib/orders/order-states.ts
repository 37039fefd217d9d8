// The one state machine of the shop: what orders and payment attempts may become, and what each step means for stock,
// money and mail. Pure and total: every question has an answer here, and whoever writes a state asks it first. The
// writes themselves are compare-and-swaps, in lib/orders/settle-order.ts and lib/payments/move-payment.ts.

/** An order's life: PENDING → PAID → PARTIALLY_REFUNDED → REFUNDED, or PENDING → CANCELED | EXPIRED. */
export const orderStates = ['PENDING', 'PAID', 'PARTIALLY_REFUNDED', 'REFUNDED', 'CANCELED', 'EXPIRED'] as const;
export type OrderState = (typeof orderStates)[number];

export const paymentMethods = ['seqr', 'invoice'] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

/**
 * What can happen to an order. Its whole sum comes, while its goods are still to be had or are sold to others; it is
 * given up by a person or for want of time; a refund leaves some of the money, or none.
 */
export const orderEvents = [
  'paid',
  'paid-goods-gone',
  'given-up',
  'time-up',
  'refunded-in-part',
  'refunded-in-full',
] as const;
export type OrderEvent = (typeof orderEvents)[number];

/** What a step asks for besides the new state. `to` may be the old one. */
export type OrderStep = {
  readonly to: OrderState;
  /** `sell` what is reserved, `release` it, or reserve anew and sell at once (`retake`). */
  readonly stock: 'keep' | 'sell' | 'release' | 'retake';
  /** The money that has just come stays, or goes back at once. */
  readonly money: 'keep' | 'send-back';
  readonly mail: 'receipt' | null;
};

const step = (to: OrderState, change: Partial<OrderStep> = {}): OrderStep => ({
  to,
  stock: 'keep',
  money: 'keep',
  mail: null,
  ...change,
});
const sold = step('PAID', { stock: 'sell', mail: 'receipt' });
const sendBack = (state: OrderState) => step(state, { money: 'send-back' });

/** Stays as it is, whatever comes; money goes back. */
const settled = (state: OrderState): Record<OrderEvent, OrderStep> => ({
  paid: sendBack(state),
  'paid-goods-gone': sendBack(state),
  'given-up': step(state),
  'time-up': step(state),
  'refunded-in-part': step(state),
  'refunded-in-full': step(state),
});
/** Money that arrives late is still money: it is honoured where the goods are there. */
const givenUp = (state: OrderState) => ({
  ...settled(state),
  paid: step('PAID', { stock: 'retake', mail: 'receipt' }),
});

const orderSteps: Record<OrderState, Record<OrderEvent, OrderStep>> = {
  PENDING: {
    paid: sold,
    // Its own goods are held for it, so others cannot have them.
    'paid-goods-gone': sold,
    'given-up': step('CANCELED', { stock: 'release' }),
    'time-up': step('EXPIRED', { stock: 'release' }),
    'refunded-in-part': step('PENDING'),
    'refunded-in-full': step('PENDING'),
  },
  PAID: {
    ...settled('PAID'),
    'refunded-in-part': step('PARTIALLY_REFUNDED'),
    'refunded-in-full': step('REFUNDED'),
  },
  PARTIALLY_REFUNDED: { ...settled('PARTIALLY_REFUNDED'), 'refunded-in-full': step('REFUNDED') },
  REFUNDED: settled('REFUNDED'),
  CANCELED: givenUp('CANCELED'),
  EXPIRED: givenUp('EXPIRED'),
};

export function orderStep(from: OrderState, event: OrderEvent): OrderStep {
  return orderSteps[from][event];
}

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

// UNKNOWN and the closed states lead to PAID only: late money is booked.
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

/** Money may still come by itself: the attempt is watched, and no other may be opened. */
export function isOpen(state: PaymentState): boolean {
  return openStates.includes(state);
}

/**
 * What an attempt's step means. Only one brings money: the order hears that it is `paid`, SEQR gets the receipt document,
 * and another attempt that is open by now is withdrawn. The order of an attempt that came to nothing waits for the next.
 */
export function bringsMoney(to: PaymentState): boolean {
  return to === 'PAID';
}

/** SEQR contradicts what it said before: the payment stays booked, and a person has to look. */
export function contradicts(booked: PaymentState, reported: PaymentState): boolean {
  return booked === 'PAID' && !isOpen(reported) && reported !== 'PAID';
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
