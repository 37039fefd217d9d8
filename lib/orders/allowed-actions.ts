import type { OrderState, PaymentMethod } from './order-states';

type Order = { readonly state: string; readonly paymentMethod: string; readonly deliveredAt: Date | null };

const isIn = (state: string, states: readonly OrderState[]) => (states as readonly string[]).includes(state);

// What a merchant may do to an order follows from its state; pages offer it and use-cases check it by the same rule.

export function canCancel({ state }: Order): boolean {
  return state === 'PENDING';
}

/** Pieces may be taken out while nobody has paid anything. */
export function canChange({ state, transferred }: Order & { readonly transferred: number }): boolean {
  return state === 'PENDING' && transferred === 0;
}

export function canDeliver({ state, deliveredAt }: Order): boolean {
  return deliveredAt === null && isIn(state, ['PAID', 'PARTIALLY_REFUNDED']);
}

/** Money that arrives late, or twice, is still money: only a refunded order takes none. */
export function canReceiveTransfer({ state, paymentMethod }: Order): boolean {
  return paymentMethod === ('invoice' satisfies PaymentMethod) && !isIn(state, ['PARTIALLY_REFUNDED', 'REFUNDED']);
}
