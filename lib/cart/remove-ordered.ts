import { newUuid } from '../ids';
import { type Cart, type CartLine, emptyCart } from './cart-cookie';

export type OrderedCart = {
  readonly checkoutKey: string;
  readonly lines: readonly CartLine[];
  /** False when an earlier submission had placed the order already. */
  readonly created: boolean;
};

/**
 * What stays in the cart once an order is placed: what was added since, in another tab for example. A repeated submission
 * empties only the cart that it was made from, because the first one has taken its goods out already.
 */
export function removeOrdered(cart: Cart, order: OrderedCart): Cart {
  if (cart.checkoutKey === order.checkoutKey) return emptyCart();
  if (!order.created) return cart;
  const ordered = new Map(order.lines.map(({ slug, quantity }) => [slug, quantity]));
  const lines = cart.lines
    .map(({ slug, quantity }) => ({ slug, quantity: quantity - (ordered.get(slug) ?? 0) }))
    .filter(({ quantity }) => quantity > 0);
  return lines.length > 0 ? { checkoutKey: newUuid(), lines } : emptyCart();
}
