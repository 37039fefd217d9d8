import type { Language } from '../i18n/languages';
import type { Cart, CartLine } from './cart-cookie';
import { changeCart } from './change-cart';

/** The cart with an order's goods laid into it again, as far as they are to be had: at most what there is of each. */
export async function refillCart(cart: Cart, lines: readonly CartLine[], language: Language): Promise<Cart> {
  let filled = cart;
  for (const { slug, quantity } of lines) {
    filled = await addWhatThereIs(filled, slug, quantity, language);
  }
  return filled;
}

async function addWhatThereIs(cart: Cart, slug: string, quantity: number, language: Language): Promise<Cart> {
  const outcome = await changeCart(cart, { action: 'add', slug, quantity: String(quantity) }, language);
  if (outcome.ok) return outcome.cart;
  if (outcome.problem.code !== 'too-many' && outcome.problem.code !== 'line-limit') return cart;
  const all = await changeCart(cart, { action: 'set', slug, quantity: String(outcome.problem.available) }, language);
  return all.ok ? all.cart : cart;
}
