import type { Page } from 'playwright/test';
import { keysOf } from '../../lib/keys-of';
import { customer } from '../checkout-request';
import { beginningWith, oneOf, shopTexts } from './either-language';

const labels = {
  name: oneOf(shopTexts(({ checkout }) => checkout.name)),
  email: oneOf(shopTexts(({ checkout }) => checkout.email)),
  address: oneOf(shopTexts(({ checkout }) => checkout.street)),
  postalCode: oneOf(shopTexts(({ checkout }) => checkout.postalCode)),
  city: oneOf(shopTexts(({ checkout }) => checkout.city)),
};

const options = {
  Standard: shopTexts(({ checkout }) => checkout.deliveries.standard.name),
  Express: shopTexts(({ checkout }) => checkout.deliveries.express.name),
  SEQR: shopTexts(({ checkout }) => checkout.payments.seqr.name),
  Invoice: shopTexts(({ checkout }) => checkout.payments.invoice.name),
};

/** The checkout, in English or Swedish. */
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
    return this.page.getByRole('textbox', { name: labels[name] });
  }

  choose(option: keyof typeof options) {
    return this.page.getByRole('radio', { name: beginningWith(options[option]) }).check();
  }

  get submit() {
    const names = shopTexts(({ checkout }) => checkout.pay('')).concat(
      shopTexts(({ checkout }) => checkout.orderFor('')),
    );
    return this.page.getByRole('button', { name: beginningWith(names) });
  }

  /** The order's line with this product. */
  line(productName: string) {
    return this.page.getByRole('listitem').filter({ hasText: productName });
  }
}
