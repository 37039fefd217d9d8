import type { Page } from 'playwright/test';

export class ReceiptPage {
  constructor(private readonly page: Page) {}

  get thanks() {
    return this.page.getByRole('heading', { level: 1, name: 'Thank you. Your order is paid.' });
  }

  /** The value next to a label, such as `SEQR reference`. */
  fact(label: string) {
    return this.page.getByRole('term').filter({ hasText: label }).locator('xpath=following-sibling::dd[1]');
  }
}
