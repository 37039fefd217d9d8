import type { OrderState, PaymentMethod } from './order-states';

type Order = {
  readonly state: string;
  readonly paymentMethod: string;
  readonly deliveredAt: Date | null;
  readonly awaitsReview: boolean;
};

const isIn = (state: string, states: readonly OrderState[]) => (states as readonly string[]).includes(state);

/** A held payment is decided first: see incident-actions.ts. */
type Held = { readonly isHeld: boolean };

// What a merchant may do to an order follows from its state; pages offer it and use-cases check it by the same rule.

export function canCancel({ state, isHeld }: Order & Held): boolean {
  return state === 'PENDING' && !isHeld;
}

/** Pieces may be taken out while nobody has paid anything. */
export function canChange({ state, transferred, isHeld }: Order & Held & { readonly transferred: number }): boolean {
  return state === 'PENDING' && transferred === 0 && !isHeld;
}

/** A large order by bank transfer: the merchant decides whether its goods are held. */
export function canAccept({ state, awaitsReview }: Order): boolean {
  return state === 'PENDING' && awaitsReview;
}

export function canDeliver({ state, deliveredAt }: Order): boolean {
  return deliveredAt === null && isIn(state, ['PAID', 'PARTIALLY_REFUNDED']);
}

/**
 * Money that arrives late, or twice, or after a refund, is still money: it is booked, and listed as too much. An order
 * that awaits review holds no stock to sell, so it is accepted or cancelled first.
 */
export function canReceiveTransfer({ state, paymentMethod, awaitsReview }: Order): boolean {
  return paymentMethod === ('invoice' satisfies PaymentMethod) && !(awaitsReview && state === 'PENDING');
}
