import type { Page } from 'playwright/test';

/** The payer app on a phone, in English. */
export class PayerApp {
  constructor(private readonly phone: Page) {}

  /** Opens a QR code's content. */
  async open(code: string): Promise<void> {
    await this.phone.goto(code);
  }

  async pay(pin = '1234'): Promise<void> {
    await this.phone.getByRole('link', { name: /^Pay / }).click();
    const sheet = this.phone.getByRole('dialog', { name: 'Enter your PIN' });
    for (const digit of pin) await sheet.getByRole('button', { name: digit, exact: true }).click();
    await sheet.getByRole('button', { name: 'Confirm payment' }).click();
  }

  async cancel(): Promise<void> {
    await this.phone.getByRole('button', { name: 'Cancel the purchase' }).click();
  }

  get paid() {
    return this.phone.getByRole('heading', { name: 'Paid' });
  }

  get canceled() {
    return this.phone.getByRole('heading', { name: 'Cancelled' });
  }
}
