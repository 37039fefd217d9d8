import { expect } from 'playwright/test';
import type { TestApi } from './test-api';

type Mail = {
  kind: string;
  orderId: string | null;
  recipient: string;
  subject: string;
  text: string;
  createdAt: string;
  sentAt: string | null;
  failure: string | null;
};

/** Kinds of mails about an order that go to the shop. */
const toShop = ['new-order', 'attention', 'no-invoice'];

/** Reads the mails that the shop has written. `of` is an order's id, for the mails to its buyer, or an address. */
export class Mailbox {
  constructor(private readonly api: TestApi) {}

  /** Returns the mails, oldest first. */
  async list(of: string): Promise<Mail[]> {
    const query = new URLSearchParams(of.includes('@') ? { recipient: of } : { orderId: of });
    const { mails } = await this.api.call<{ mails: Mail[] }>('get', `mails?${query}`);
    return mails.filter(({ kind }) => of.includes('@') || !toShop.includes(kind)).reverse();
  }

  /** Returns the kinds of the mails, such as `receipt`, oldest first. */
  async kinds(of: string): Promise<string[]> {
    return (await this.list(of)).map(({ kind }) => kind);
  }

  /** Waits until there is a mail of this kind, and returns the newest one. */
  async wait(of: string, kind: string): Promise<Mail> {
    await expect.poll(() => this.kinds(of), `the mails of ${of}`).toContain(kind);
    const mail = (await this.list(of)).findLast((one) => one.kind === kind);
    if (!mail) throw new Error(`There is no mail “${kind}”.`);
    return mail;
  }
}
