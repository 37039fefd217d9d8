import type { Page } from 'playwright/test';
import { beginningWith, oneOf, payerAppTexts } from './either-language';

/** The payer app on a phone, in English or Swedish. */
export class PayerApp {
  constructor(private readonly phone: Page) {}

  /** Opens a QR code's content. */
  async open(code: string): Promise<void> {
    await this.phone.goto(code);
  }

  async pay(pin = '1234'): Promise<void> {
    await this.phone.getByRole('link', { name: beginningWith(payerAppTexts((texts) => texts.pay(''))) }).click();
    const sheet = this.phone.getByRole('dialog', { name: oneOf(payerAppTexts(({ pinTitle }) => pinTitle)) });
    for (const digit of pin) await sheet.getByRole('button', { name: digit, exact: true }).click();
    await sheet.getByRole('button', { name: oneOf(payerAppTexts(({ confirm }) => confirm)) }).click();
  }

  async cancel(): Promise<void> {
    const name = oneOf(payerAppTexts(({ cancelPurchase }) => cancelPurchase));
    await this.phone.getByRole('button', { name }).click();
  }

  get paid() {
    return this.phone.getByRole('heading', { name: oneOf(payerAppTexts(({ paid }) => paid)) });
  }

  get canceled() {
    return this.phone.getByRole('heading', { name: oneOf(payerAppTexts(({ canceled }) => canceled)) });
  }
}
