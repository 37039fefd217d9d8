import type { OrderState, PaymentMethod } from './order-states';

type Order = {
  readonly state: string;
  readonly paymentMethod: string;
  readonly deliveredAt: Date | null;
  readonly awaitsReview: boolean;
};

const isIn = (state: string, states: readonly OrderState[]) => (states as readonly string[]).includes(state);

// What a merchant may do to an order follows from its state; pages offer it and use-cases check it by the same rule.

export function canCancel({ state }: Order): boolean {
  return state === 'PENDING';
}

/** Pieces may be taken out while nobody has paid anything. */
export function canChange({ state, transferred }: Order & { readonly transferred: number }): boolean {
  return state === 'PENDING' && transferred === 0;
}

/** A large order by bank transfer: the merchant decides whether its goods are held. */
export function canAccept({ state, awaitsReview }: Order): boolean {
  return state === 'PENDING' && awaitsReview;
}

export function canDeliver({ state, deliveredAt }: Order): boolean {
  return deliveredAt === null && isIn(state, ['PAID', 'PARTIALLY_REFUNDED']);
}

/**
 * Money that arrives late, or twice, is still money: only a refunded order takes none. An order that awaits review holds
 * no stock to sell, so it is accepted or cancelled first.
 */
export function canReceiveTransfer({ state, paymentMethod, awaitsReview }: Order): boolean {
  return (
    !awaitsReview &&
    paymentMethod === ('invoice' satisfies PaymentMethod) &&
    !isIn(state, ['PARTIALLY_REFUNDED', 'REFUNDED'])
  );
}
