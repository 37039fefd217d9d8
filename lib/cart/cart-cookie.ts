// This file has no imports, because it also runs in the browser (for the count in the header).

export interface CartLine {
  slug: string;
  quantity: number;
}

/**
 * `checkoutKey` is a UUID that changes whenever the cart changes, so repeated submissions of one cart place one order.
 */
export interface Cart {
  checkoutKey: string | null;
  lines: CartLine[];
}

export const CART_COOKIE = 'cart';
export const MAX_LINES = 50;
/** The cookie's limit per product; the shop's own limit is MAX_LINE_QUANTITY. */
export const MAX_QUANTITY = 999;

const MAX_LENGTH = 3900;
const MAX_AGE_SECONDS = 60 * 24 * 3600;
const KEY = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const LINE = /^([a-z0-9][a-z0-9-]{0,63})\.([1-9]\d{0,2})$/;

export function emptyCart(): Cart {
  return { checkoutKey: null, lines: [] };
}

/** Parses `<uuid>~<slug>.<quantity>~…`. Invalid content counts as an empty cart. */
export function parseCart(cookie: string | null | undefined): Cart {
  if (!cookie || cookie.length > MAX_LENGTH) return emptyCart();
  const [checkoutKey = '', ...parts] = cookie.split('~');
  if (!KEY.test(checkoutKey) || parts.length === 0 || parts.length > MAX_LINES) return emptyCart();
  const lines: CartLine[] = [];
  for (const part of parts) {
    const [, slug, quantity] = LINE.exec(part) ?? [];
    if (!slug || !quantity || lines.some((line) => line.slug === slug)) return emptyCart();
    lines.push({ slug, quantity: Number(quantity) });
  }
  return { checkoutKey, lines };
}

/** Formats a cart for `parseCart`. A cookie may contain all these characters without escapes. */
export function formatCart(cart: Cart): string {
  if (cart.lines.length === 0 || cart.checkoutKey === null) return '';
  return [cart.checkoutKey, ...cart.lines.map(({ slug, quantity }) => `${slug}.${quantity}`)].join('~');
}

/** The cookie that stores the cart, or deletes it if the cart is empty. Deliberately readable by scripts. */
export function cartCookie(cart: Cart, { secure }: { secure: boolean }) {
  const value = formatCart(cart);
  const maxAge = value ? MAX_AGE_SECONDS : 0;
  return { name: CART_COOKIE, value, path: '/', maxAge, sameSite: 'lax', secure } as const;
}

/** The cart's cookie as a `Set-Cookie` header. */
export function cartCookieHeader(cart: Cart, options: { secure: boolean }): string {
  const { name, value, path, maxAge, secure } = cartCookie(cart, options);
  return `${name}=${value}; Path=${path}; Max-Age=${maxAge}; SameSite=Lax${secure ? '; Secure' : ''}`;
}

/** The total number of units. */
export function countItems(cart: Cart): number {
  return cart.lines.reduce((count, { quantity }) => count + quantity, 0);
}
