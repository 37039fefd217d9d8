import type { Page } from 'playwright/test';
import { type AdminTexts, getAdminTexts } from '../lib/i18n/get-admin-texts';
import type { FullLanguage } from '../lib/i18n/languages';
import { formatMoney, money } from '../lib/money';
import { signInByForm } from './admin';
import { findViolations } from './axe';
import { test as base, expect, phoneDevice } from './fixtures';

const desktop = { name: 'desktop, English', options: { language: 'en', locale: 'en-SE' } } as const;
const phone = { name: 'phone, Swedish', options: { language: 'sv', locale: 'sv-SE', ...phoneDevice } } as const;

/** For tests of how pages look. Texts do not depend on the device, so two combinations are enough. */
export const variants = [desktop, phone] as const;

/**
 * The variants in which a flow runs: on `device`, and with `PROJECTS=all` on both devices. One device is enough to test what a
 * flow does, and takes half the time. admin-looks.spec.ts opens every page on both.
 */
export function variantsOf(device: 'desktop' | 'phone'): readonly (typeof variants)[number][] {
  if (process.env.PROJECTS === 'all') return variants;
  return [device === 'desktop' ? desktop : phone];
}

type Fixtures = {
  language: FullLanguage;
  /** The back office's texts in that language. */
  t: AdminTexts;
  /** Formats kronor in that language. */
  kronor: (sum: number) => string;
  /** The browser's page, signed in as Åsa. */
  office: Page;
  /** Makes the session of `office` expire now. */
  expireSession: () => Promise<void>;
};

export const test = base.extend<Fixtures>({
  language: ['en', { option: true }],

  t: async ({ language }, use) => {
    await use(getAdminTexts(language));
  },

  kronor: async ({ language }, use) => {
    await use((sum) => formatMoney(money(Math.round(sum * 100), 'SEK'), language));
  },

  office: async ({ page }, use) => {
    await signInByForm(page.request, 'Åsa');
    await use(page);
  },

  expireSession: async ({ context, testApi }, use) => {
    await use(async () => {
      const session = (await context.cookies()).find(({ name }) => name === 'admin-session');
      await testApi.call('post', 'sessions/expire', { cookie: session?.value });
    });
  },
});

export { expect };

/**
 * Expects no horizontal scrolling. Compares with the screen, because a phone widens its window for an overflowing page.
 */
export async function expectToFit(page: Page): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, page.url()).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
}

/** Expects no violation that axe finds. */
export async function expectAccessible(page: Page): Promise<void> {
  expect.soft(await findViolations(page), page.url()).toEqual([]);
}
