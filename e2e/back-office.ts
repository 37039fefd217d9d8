import type { Page } from 'playwright/test';
import { type AdminTexts, adminTexts } from '../components/admin/texts/texts';
import type { Language } from '../lib/i18n/languages';
import { formatMoney, money } from '../lib/money';
import { signInByForm } from './admin';
import { test as base, expect, phoneDevice } from './fixtures';

/**
 * What a flow of the back office is gone through on: each device and each language once. The texts of a page do not
 * depend on the device, so that the other two pairs would show nothing more.
 */
export const ways = [
  { name: 'desktop, English', options: { language: 'en', locale: 'en-SE' } },
  { name: 'phone, Swedish', options: { language: 'sv', locale: 'sv-SE', ...phoneDevice } },
] as const;

type Fixtures = {
  language: Language;
  /** What the back office says in that language. */
  t: AdminTexts;
  /** Kronor as a page in that language shows them. */
  kronor: (sum: number) => string;
  /** The browser's page, signed in as Åsa. */
  office: Page;
};

export const test = base.extend<Fixtures>({
  language: ['en', { option: true }],

  t: async ({ language }, use) => {
    await use(adminTexts(language));
  },

  kronor: async ({ language }, use) => {
    await use((sum) => formatMoney(money(Math.round(sum * 100), 'SEK'), language));
  },

  office: async ({ page }, use) => {
    await signInByForm(page.request, 'Åsa');
    await use(page);
  },
});

export { expect };

/**
 * A page that reaches beyond the screen's edge has to be moved sideways to be read. Held against the screen itself: a
 * phone makes its window wider for such a page.
 */
export async function expectToFit(page: Page): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, page.url()).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
}
