import { parseCart } from '../cart/cart-cookie';

export const customerFields = ['name', 'email', 'address', 'postalCode', 'city', 'country'] as const;

/**
 * Converts a submitted HTML checkout form to the JSON shape. The items come from the cart cookie, because a form
 * without JavaScript cannot send them. A form without a checkout key gets the cookie's.
 */
export function readCheckoutForm(form: URLSearchParams, cartCookie: string | undefined): Record<string, unknown> {
  const cart = parseCart(cartCookie);
  // The page shows one total per delivery; the selected delivery tells which one the buyer saw.
  const shownTotal = form.get(`shownTotal.${form.get('delivery')}`) ?? form.get('shownTotal');
  return {
    items: cart.lines,
    customer: Object.fromEntries(customerFields.map((name) => [name, form.get(name) ?? ''])),
    delivery: form.get('delivery') ?? undefined,
    paymentMethod: form.get('paymentMethod') ?? undefined,
    checkoutKey: form.get('checkoutKey') || cart.checkoutKey,
    language: form.get('language') ?? undefined,
    ...(shownTotal ? { shownTotal: Number(shownTotal) } : {}),
  };
}
