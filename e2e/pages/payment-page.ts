import type { Page } from 'playwright/test';
import { readQr } from '../payment-view-qr';

/** The page with SEQR's payment view, on a computer. */
export class PaymentPage {
  constructor(private readonly page: Page) {}

  get view() {
    return this.page.locator('#seqr-container');
  }

  get code() {
    return this.view.getByRole('img', { name: 'QR code for the SEQR app' }).first();
  }

  /** Reads the code off the screen as a phone's camera does. */
  async scan(): Promise<string> {
    await this.code.waitFor();
    const text = await readQr(this.view);
    if (!text) throw new Error('There is no QR code that can be read');
    return text;
  }

  get tryAgain() {
    return this.page.getByRole('button', { name: 'Get a new code' });
  }

  /** The order's id, from the address. */
  get orderId(): string {
    return /\/orders\/([\w-]{22})\//.exec(this.page.url())?.[1] ?? '';
  }
}
