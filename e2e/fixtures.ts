import { type BrowserContext, test as base, devices, expect, type Page } from 'playwright/test';
import { openBooksDatabase } from '../lib/testing/books-database';
import { testDatabase } from '../scripts/shared/test-environment.mjs';
import { Books } from './books';
import { type PlacedOrder, placeOrder } from './checkout-request';
import { Goods } from './goods';
import { Sandbox } from './sandbox';

type Fixtures = {
  books: Books;
  /** Orders one unit and pays; `change` replaces fields of the checkout. Resolves once it is booked. */
  buy: (slug: string, change?: object) => Promise<PlacedOrder & { number: number }>;
  goods: Goods;
  /** Makes an order expire now. */
  expireOrder: (orderId: string) => void;
  /** Stops the shop from polling an order's payment for most of a minute. */
  pausePolling: (orderId: string) => void;
  sandbox: Sandbox;
  /** A page in a separate browser context, which is a phone in portrait. */
  phone: Page;
  /** Console messages that a test expects, such as the 404 it requests. */
  expectedErrors: RegExp[];
  watchErrors: (context: BrowserContext) => void;
};

const pixel = devices['Pixel 7'];

/** A phone in portrait. */
export const phoneDevice = {
  userAgent: pixel?.userAgent ?? '',
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: pixel?.deviceScaleFactor ?? 2,
  viewport: { width: 390, height: 844 },
};

export const test = base.extend<Fixtures>({
  expectedErrors: [[], { option: true }],

  watchErrors: [
    async ({ context, expectedErrors }, use) => {
      const errors: string[] = [];
      const note = (text: string) => {
        if (!expectedErrors.some((expected) => expected.test(text))) errors.push(text);
      };
      const watch = (watched: BrowserContext) => {
        watched.on('weberror', (error) => note(`uncaught: ${error.error().message}`));
        watched.on('console', (message) => {
          if (message.type() === 'error') note(`${message.text()} (${message.location().url})`);
        });
      };
      watch(context);
      await use(watch);
      expect(errors, 'errors in the browser').toEqual([]);
    },
    { auto: true },
  ],

  books: async ({ baseURL }, use) => {
    const books = new Books(shopDatabase(baseURL));
    await use(books);
    books.close();
  },

  buy: async ({ request, sandbox, books }, use) => {
    await use(async (slug, change) => {
      const order = await placeOrder(request, slug, change);
      await sandbox.pay(order.invoiceReference);
      await expect.poll(() => books.order(order.orderId).state).toBe('PAID');
      return { ...order, number: books.order(order.orderId).number };
    });
  },

  goods: async ({ baseURL }, use) => {
    const goods = new Goods(shopDatabase(baseURL));
    await use(goods);
    goods.close();
  },

  expireOrder: async ({ baseURL }, use) => {
    await use((orderId) => {
      const database = openBooksDatabase(shopDatabase(baseURL));
      const past = new Date(Date.now() - 1000).toISOString();
      database.rows('UPDATE "Order" SET "expiresAt" = ? WHERE id = ?', past, orderId);
      const payment = 'UPDATE "Payment" SET "expiresAt" = ?, "nextCheckAt" = ? WHERE "openOrderId" = ?';
      database.rows(payment, past, past, orderId);
      database.close();
    });
  },

  pausePolling: async ({ baseURL }, use) => {
    await use((orderId) => {
      const database = openBooksDatabase(shopDatabase(baseURL));
      const later = new Date(Date.now() + 50_000).toISOString();
      database.rows('UPDATE "Payment" SET "nextCheckAt" = ? WHERE "openOrderId" = ?', later, orderId);
      database.close();
    });
  },

  sandbox: async ({ request }, use) => {
    await use(new Sandbox(request));
  },

  phone: async ({ browser, watchErrors, baseURL }, use) => {
    const context = await browser.newContext({ baseURL: baseURL ?? '', ...phoneDevice });
    watchErrors(context);
    await use(await context.newPage());
    await context.close();
  },
});

/** Returns the URL of the database of the server that playwright.config.ts starts. */
function shopDatabase(baseURL: string | undefined): string {
  return testDatabase(Number(new URL(baseURL ?? '').port));
}

export { expect };
