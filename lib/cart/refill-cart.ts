import type { Language } from '../i18n/languages';
import type { Cart, CartLine } from './cart-cookie';
import { changeCart } from './change-cart';

/** Adds an order's goods to the cart again, limited to the available quantities. */
export async function refillCart(cart: Cart, lines: readonly CartLine[], language: Language): Promise<Cart> {
  let filled = cart;
  for (const { slug, quantity } of lines) {
    filled = await addAvailable(filled, slug, quantity, language);
  }
  return filled;
}

async function addAvailable(cart: Cart, slug: string, quantity: number, language: Language): Promise<Cart> {
  const outcome = await changeCart(cart, { action: 'add', slug, quantity: String(quantity) }, language);
  if (outcome.ok) return outcome.cart;
  if (outcome.problem.code !== 'too-many' && outcome.problem.code !== 'line-limit') return cart;
  const all = await changeCart(cart, { action: 'set', slug, quantity: String(outcome.problem.available) }, language);
  return all.ok ? all.cart : cart;
}
