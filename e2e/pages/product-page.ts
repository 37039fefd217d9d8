import { expect, type Page } from 'playwright/test';

export class ProductPage {
  constructor(private readonly page: Page) {}

  /** The count beside the cart tells that it arrived, whether the form was sent by script or by the browser itself. */
  async add(quantity: number): Promise<void> {
    await this.page.getByRole('spinbutton', { name: 'Quantity' }).fill(String(quantity));
    await this.page.getByRole('button', { name: 'Add to cart' }).click();
    await expect(this.cartLink).toContainText(String(quantity));
  }

  get cartLink() {
    return this.page.getByRole('banner').getByRole('link', { name: /^Cart/ });
  }
}
