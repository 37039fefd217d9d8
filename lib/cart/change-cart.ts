import { getProduct } from '../catalogue/get-product';
import { config } from '../config';
import type { Language } from '../i18n/languages';
import { type Cart, type CartLine, countItems, MAX_LINES, MAX_QUANTITY } from './cart-cookie';
import { newCheckoutKey } from './checkout-key';

export type CartChange = { action: 'add' | 'set'; slug: string; quantity: string } | { action: 'remove'; slug: string };

export type CartProblem =
  | { code: 'unknown'; slug: string }
  | { code: 'bad-quantity'; slug: string }
  | { code: 'sold-out'; slug: string }
  | { code: 'too-many'; slug: string; available: number }
  | { code: 'line-limit'; slug: string; available: number }
  | { code: 'order-limit'; slug: string; available: number }
  | { code: 'full'; slug: string };

export type CartOutcome = { ok: true; cart: Cart } | { ok: false; problem: CartProblem };

/** `'2'` → 2. Null unless the text is a whole number from 1 to 999 in plain digits. */
export function parseQuantity(text: string): number | null {
  return /^[1-9]\d{0,2}$/.test(text.trim()) ? Number(text) : null;
}

/**
 * The cart after one change, or the problem for which the change is refused. Stock is only checked here; checkout
 * reserves it.
 */
export async function changeCart(cart: Cart, change: CartChange, language: Language): Promise<CartOutcome> {
  const { slug } = change;
  if (change.action === 'remove') return accept(cart.lines.filter((line) => line.slug !== slug));

  const quantity = parseQuantity(change.quantity);
  if (quantity === null) return refuse({ code: 'bad-quantity', slug });
  const product = await getProduct(language, slug);
  if (!product) return refuse({ code: 'unknown', slug });
  if (product.stock <= 0) return refuse({ code: 'sold-out', slug });

  const before = cart.lines.find((line) => line.slug === slug);
  const wanted = quantity + (change.action === 'add' ? (before?.quantity ?? 0) : 0);
  const { orderQuantity, ...limits } = config().orderLimits;
  const lineQuantity = Math.min(limits.lineQuantity, MAX_QUANTITY);
  if (wanted > product.stock && product.stock <= lineQuantity) {
    return refuse({ code: 'too-many', slug, available: product.stock });
  }
  if (wanted > lineQuantity) return refuse({ code: 'line-limit', slug, available: lineQuantity });
  const others = countItems(cart) - (before?.quantity ?? 0);
  if (others + wanted > orderQuantity) return refuse({ code: 'order-limit', slug, available: orderQuantity });
  if (!before && cart.lines.length >= MAX_LINES) return refuse({ code: 'full', slug });

  const line = { slug, quantity: wanted };
  return accept(before ? cart.lines.map((old) => (old === before ? line : old)) : [...cart.lines, line]);
}

function accept(lines: CartLine[]): CartOutcome {
  return { ok: true, cart: { checkoutKey: lines.length > 0 ? newCheckoutKey() : null, lines } };
}

function refuse(problem: CartProblem): CartOutcome {
  return { ok: false, problem };
}
