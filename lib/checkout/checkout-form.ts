import { parseCart } from '../cart/cart-cookie';

const customerFields = ['name', 'email', 'address', 'postalCode', 'city', 'country'] as const;

/**
 * The checkout that a plain HTML form sent, in the shape of the JSON one: its items and its key are those of the cart
 * cookie, since a form without JavaScript has no other way to say them.
 */
export function readCheckoutForm(form: URLSearchParams, cartCookie: string | undefined): Record<string, unknown> {
  const cart = parseCart(cartCookie);
  // The page shows a total for each delivery; which of them the buyer saw follows from the choice.
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
