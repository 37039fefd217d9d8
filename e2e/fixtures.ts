import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type BrowserContext, test as base, devices, expect, type Page } from 'playwright/test';
import { Books } from './books';
import { type PlacedOrder, placeOrder } from './checkout-request';
import { testFolder } from './environment/variables.mjs';
import { Goods } from './goods';
import { Sandbox } from './sandbox';

type Fixtures = {
  books: Books;
  /** Orders one piece, or what `change` says, and pays it; the shop has booked it then. */
  buy: (slug: string, change?: object) => Promise<PlacedOrder & { number: number }>;
  goods: Goods;
  /** Lets the time that an order is held for its buyer be over. */
  letTimeRunOut: (orderId: string) => void;
  /** Keeps the shop from asking about an order's payment by itself, for most of a minute. */
  lookAway: (orderId: string) => void;
  sandbox: Sandbox;
  /** A second browser, a phone in portrait. */
  phone: Page;
  /** Lines of a browser's console that a test brings about on purpose, such as the 404 that it asks for. */
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

  letTimeRunOut: async ({ baseURL }, use) => {
    await use((orderId) => {
      const file = new Database(shopDatabase(baseURL), { fileMustExist: true, timeout: 10_000 });
      const past = new Date(Date.now() - 1000).toISOString();
      file.prepare('UPDATE "Order" SET expiresAt = ? WHERE id = ?').run(past, orderId);
      file.prepare('UPDATE Payment SET expiresAt = ?, nextCheckAt = ? WHERE openOrderId = ?').run(past, past, orderId);
      file.close();
    });
  },

  lookAway: async ({ baseURL }, use) => {
    await use((orderId) => {
      const file = new Database(shopDatabase(baseURL), { fileMustExist: true, timeout: 10_000 });
      const later = new Date(Date.now() + 50_000).toISOString();
      file.prepare('UPDATE Payment SET nextCheckAt = ? WHERE openOrderId = ?').run(later, orderId);
      file.close();
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

/** The database of the server that playwright.config.ts starts. */
function shopDatabase(baseURL: string | undefined): string {
  return join(import.meta.dirname, '..', testFolder(new URL(baseURL ?? '').port), 'shop.db');
}

export { expect };
