// Read by the server and by the browser (for the count in the header), so it imports nothing.

export interface CartLine {
  slug: string;
  quantity: number;
}

/** `checkoutKey` is a UUID that is new after every change, so that a cart makes one order however often it is sent in. */
export interface Cart {
  checkoutKey: string | null;
  lines: CartLine[];
}

export const CART_COOKIE = 'cart';
export const MAX_LINES = 50;
/** What the cookie can hold of one product; the shop's own limit is MAX_LINE_QUANTITY. */
export const MAX_QUANTITY = 999;

const MAX_LENGTH = 3900;
const MAX_AGE_SECONDS = 60 * 24 * 3600;
const KEY = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const LINE = /^([a-z0-9][a-z0-9-]{0,63})\.([1-9]\d{0,2})$/;

export function emptyCart(): Cart {
  return { checkoutKey: null, lines: [] };
}

/** Reads `<uuid>~<slug>.<quantity>~…`. The cookie is the browser's own: whatever else it holds is an empty cart. */
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

/** All characters are legal in a cookie as they are. */
export function formatCart(cart: Cart): string {
  if (cart.lines.length === 0 || cart.checkoutKey === null) return '';
  return [cart.checkoutKey, ...cart.lines.map(({ slug, quantity }) => `${slug}.${quantity}`)].join('~');
}

/** The cookie that stores the cart, or removes it when it is empty. Readable by script on purpose. */
export function cartCookie(cart: Cart, { secure }: { secure: boolean }) {
  const value = formatCart(cart);
  const maxAge = value ? MAX_AGE_SECONDS : 0;
  return { name: CART_COOKIE, value, path: '/', maxAge, sameSite: 'lax', secure } as const;
}

/** The same as a `Set-Cookie` header. */
export function cartCookieHeader(cart: Cart, options: { secure: boolean }): string {
  const { name, value, path, maxAge, secure } = cartCookie(cart, options);
  return `${name}=${value}; Path=${path}; Max-Age=${maxAge}; SameSite=Lax${secure ? '; Secure' : ''}`;
}

/** How many things lie in it. */
export function countItems(cart: Cart): number {
  return cart.lines.reduce((count, { quantity }) => count + quantity, 0);
}
