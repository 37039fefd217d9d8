import { type APIRequestContext, expect } from 'playwright/test';
import { type PlacedOrder, placeOrder } from './checkout-request';
import type { Sandbox } from './sandbox';

/** Orders and pays without the pages, as the visitor whose cookies `request` has. */
export class Buyer {
  constructor(
    private readonly request: APIRequestContext,
    private readonly sandbox: Sandbox,
  ) {}

  /** Orders one unit. `change` replaces fields of the checkout request. */
  order(slug: string, change: object = {}): Promise<PlacedOrder> {
    return placeOrder(this.request, slug, change);
  }

  /** Orders, pays, and waits until the shop has booked the payment. */
  async buy(slug: string, change: object = {}): Promise<PlacedOrder> {
    const order = await this.order(slug, change);
    await this.sandbox.pay(order.invoiceReference);
    const status = async () => (await (await this.request.get(order.statusUrl)).json()).status;
    await expect.poll(status).toBe('PAID');
    return order;
  }
}
