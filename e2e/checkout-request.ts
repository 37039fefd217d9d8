import { randomUUID } from 'node:crypto';
import { type APIRequestContext, expect } from 'playwright/test';
import { mark } from './evidence';

export const customer = {
  name: 'Åsa Öström',
  email: 'asa@example.com',
  address: 'Backvägen 3',
  postalCode: '791 71',
  city: 'Falun',
  country: 'SE',
};

export type PlacedOrder = {
  orderId: string;
  payUrl: string;
  invoiceReference: string;
  invoiceQRCode: string;
  statusUrl: string;
};

/** Returns the data of a valid checkout request, with a new key. */
export function checkoutOf(slug: string, quantity = 1) {
  return {
    items: [{ slug, quantity }],
    customer,
    delivery: 'standard',
    paymentMethod: 'seqr',
    checkoutKey: randomUUID(),
  };
}

/** Orders one unit for the visitor of `request`. */
export async function placeOrder(request: APIRequestContext, slug: string, change = {}): Promise<PlacedOrder> {
  const response = await request.post('/api/checkout', { data: { ...checkoutOf(slug), ...change } });
  expect(response.status(), await response.text()).toBe(201);
  const order: PlacedOrder = await response.json();
  mark(order.orderId, order.invoiceReference);
  return order;
}

/** Adds a product to the cart of the visitor of `request`. */
export async function fillCart(request: APIRequestContext, slug: string, quantity = 1): Promise<void> {
  const form = { action: 'add', slug, quantity };
  const response = await request.post('/api/cart', { form, headers: { Accept: 'application/json' } });
  expect(response.status(), await response.text()).toBe(200);
}
