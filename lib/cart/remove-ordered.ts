import { type Cart, type CartLine, emptyCart } from './cart-cookie';
import { newCheckoutKey } from './checkout-key';

export type OrderedCart = {
  readonly checkoutKey: string;
  readonly lines: readonly CartLine[];
  /** False if an earlier submission had already placed the order. */
  readonly created: boolean;
};

/**
 * Removes an order's goods from the cart, and keeps what was added since, for example in another tab. A repeated
 * submission only empties the cart it was made from, because the first one has already removed the goods.
 */
export function removeOrdered(cart: Cart, order: OrderedCart): Cart {
  if (cart.checkoutKey === order.checkoutKey) return emptyCart();
  if (!order.created) return cart;
  const ordered = new Map(order.lines.map(({ slug, quantity }) => [slug, quantity]));
  const lines = cart.lines
    .map(({ slug, quantity }) => ({ slug, quantity: quantity - (ordered.get(slug) ?? 0) }))
    .filter(({ quantity }) => quantity > 0);
  return lines.length > 0 ? { checkoutKey: newCheckoutKey(), lines } : emptyCart();
}
