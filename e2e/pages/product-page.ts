import { expect, type Page } from 'playwright/test';
import { beginningWith, oneOf, shopTexts } from './either-language';

/** A product, in English or Swedish. */
export class ProductPage {
  constructor(private readonly page: Page) {}

  /** Adds the product and waits for the cart's count, which changes both with a script and with a plain form. */
  async add(quantity: number): Promise<void> {
    await this.page
      .getByRole('spinbutton', { name: oneOf(shopTexts(({ product }) => product.quantity)) })
      .fill(String(quantity));
    await this.page.getByRole('button', { name: oneOf(shopTexts(({ product }) => product.add)) }).click();
    await expect(this.cartLink).toContainText(String(quantity));
  }

  get cartLink() {
    return this.page
      .getByRole('banner')
      .getByRole('link', { name: beginningWith(shopTexts(({ cart }) => cart.title)) });
  }
}
