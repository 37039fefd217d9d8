import type { Page } from 'playwright/test';
import { oneOf, shopTexts } from './either-language';

/** The receipt, in English or Swedish. */
export class ReceiptPage {
  constructor(private readonly page: Page) {}

  get thanks() {
    return this.page.getByRole('heading', { level: 1, name: oneOf(shopTexts(({ receipt }) => receipt.thanks)) });
  }

  /** The value next to a label, such as `SEQR reference`. */
  fact(label: string) {
    return this.page.getByRole('term').filter({ hasText: label }).locator('xpath=following-sibling::dd[1]');
  }
}
