import { CART_COOKIE, countItems, parseCart } from '@/lib/cart/cart-cookie';

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
  const cookie = document.cookie.split('; ').find((part) => part.startsWith(`${CART_COOKIE}=`));
  return countItems(parseCart(cookie?.slice(CART_COOKIE.length + 1)));
}
