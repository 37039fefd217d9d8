import type { Page } from 'playwright/test';
import { en } from '../../lib/payment-view/texts/en';
import { sv } from '../../lib/payment-view/texts/sv';
import { readQr } from '../payment-view-qr';
import { oneOf, shopTexts } from './either-language';

/** The page with SEQR's payment view, on a computer or a phone, in English or Swedish. */
export class PaymentPage {
  constructor(private readonly page: Page) {}

  get view() {
    return this.page.locator('#seqr-container');
  }

  /** On a phone, hidden until `showCode`. */
  get code() {
    return this.view.getByRole('img', { name: oneOf([en.code, sv.code]) }).first();
  }

  /** Waits for the code. On a phone, the view shows a button that opens the app, and the code only on request. */
  async showCode(): Promise<void> {
    const onRequest = this.view.getByText(oneOf([en.showCode, sv.showCode]));
    await onRequest.or(this.code).first().waitFor();
    if (await onRequest.isVisible()) await onRequest.click();
    await this.code.waitFor();
  }

  /** Reads the code off the screen as a phone's camera does. */
  async scan(): Promise<string> {
    await this.showCode();
    const text = await readQr(this.view);
    if (!text) throw new Error('There is no QR code that can be read');
    return text;
  }

  get tryAgain() {
    return this.page.getByRole('button', { name: oneOf(shopTexts(({ pay }) => pay.again)) });
  }

  /** The order's id, from the address. */
  get orderId(): string {
    return /\/orders\/([\w-]{22})\//.exec(this.page.url())?.[1] ?? '';
  }
}
