import type { OrderState, PaymentMethod } from './order-states';

type Order = {
  readonly state: OrderState;
  readonly paymentMethod: PaymentMethod;
  readonly deliveredAt: Date | null;
  readonly awaitsReview: boolean;
};

/** A held payment must be resolved before the order is cancelled or changed; see incident-actions.ts. */
type Held = { readonly isHeld: boolean };

// The order's state decides what a merchant may do. Pages and use cases share these rules.

export function canCancel({ state, isHeld }: Order & Held): boolean {
  return state === 'PENDING' && !isHeld;
}

/** Quantities may be reduced while nothing has been paid. */
export function canChange({ state, transferred, isHeld }: Order & Held & { readonly transferred: number }): boolean {
  return state === 'PENDING' && transferred === 0 && !isHeld;
}

/** A large bank-transfer order reserves no stock until the merchant accepts it. */
export function canAccept({ state, awaitsReview }: Order): boolean {
  return state === 'PENDING' && awaitsReview;
}

/** Papers for the parcel can be printed as soon as the order is paid, and again later. */
export function canPack({ state }: Pick<Order, 'state'>): boolean {
  return state === 'PAID' || state === 'PARTIALLY_REFUNDED';
}

export function canDeliver({ state, deliveredAt }: Order): boolean {
  return deliveredAt === null && canPack({ state });
}

/** Whether “sent” can be undone, also after a refund. */
export function canUndoDelivery({ deliveredAt }: Pick<Order, 'deliveredAt'>): boolean {
  return deliveredAt !== null;
}

/**
 * Late, duplicate or excess money is still booked, and listed as excess. An order that awaits review has no reserved
 * stock, so it must be accepted or cancelled first.
 */
export function canReceiveTransfer({ state, paymentMethod, awaitsReview }: Order): boolean {
  return paymentMethod === 'invoice' && !(awaitsReview && state === 'PENDING');
}
