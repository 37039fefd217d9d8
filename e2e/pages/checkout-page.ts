import type { Page } from 'playwright/test';
import { keysOf } from '../../lib/keys-of';
import { customer } from '../checkout-request';

const labels = {
  name: 'Name',
  email: 'Email',
  address: 'Street and number',
  postalCode: 'Postal code',
  city: 'City',
} as const;

export class CheckoutPage {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto('/checkout');
  }

  async fill(change: Partial<typeof customer> = {}): Promise<void> {
    for (const name of keysOf(labels)) {
      await this.field(name).fill({ ...customer, ...change }[name]);
    }
  }

  field(name: keyof typeof labels) {
    return this.page.getByRole('textbox', { name: labels[name], exact: true });
  }

  choose(option: 'Standard' | 'Express' | 'SEQR' | 'Invoice') {
    return this.page.getByRole('radio', { name: new RegExp(`^${option}`) }).check();
  }

  get submit() {
    return this.page.getByRole('button', { name: /^(Pay|Place the order for) / });
  }

  /** The order's line with this product. */
  line(productName: string) {
    return this.page.getByRole('listitem').filter({ hasText: productName });
  }
}
