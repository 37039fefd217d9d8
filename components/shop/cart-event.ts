import { CART_COOKIE, type Cart, cartCookieHeader, countItems, parseCart } from '@/lib/cart/cart-cookie';

const EVENT = 'cart-changed';

/** Notifies the page that the cart cookie has changed. */
export function announceCart(): void {
  window.dispatchEvent(new Event(EVENT));
}

/** Calls `listener` when the cart changed here, or may have changed in another tab. */
export function onCartChange(listener: () => void): () => void {
  const targets = [
    [window, EVENT],
    [window, 'pageshow'],
    [document, 'visibilitychange'],
  ] as const;
  for (const [target, type] of targets) target.addEventListener(type, listener);
  return () => {
    for (const [target, type] of targets) target.removeEventListener(type, listener);
  };
}

/** The number of items in this browser's cart. */
export function readCartCount(): number {
  return countItems(readCart());
}

/** This browser's cart, with what other tabs have added. */
export function readCart(): Cart {
  const cookie = document.cookie.split('; ').find((part) => part.startsWith(`${CART_COOKIE}=`));
  return parseCart(cookie?.slice(CART_COOKIE.length + 1));
}

/** Replaces this browser's cart, and notifies the page. Safari deletes a cookie after seven days if a script set it. */
export function writeCart(cart: Cart): void {
  // biome-ignore lint/suspicious/noDocumentCookie: Safari has the Cookie Store API only since version 18.4.
  document.cookie = cartCookieHeader(cart, { secure: location.protocol === 'https:' });
  announceCart();
}
