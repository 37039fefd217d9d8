import {
  type BrowserContext,
  test as base,
  devices,
  expect,
  type Page,
  type PlaywrightWorkerArgs,
} from 'playwright/test';
import { Books } from './books';
import { Buyer } from './buyer';
import { Evidence, markPages } from './evidence';
import { Goods } from './goods';
import { Mailbox } from './mailbox';
import { Sandbox } from './sandbox';
import { needsTestApi, testApiKey } from './shop-under-test';
import { TestApi } from './test-api';

type Fixtures = {
  /** Skips the test if the shop's key is not known. */
  testApi: TestApi;
  /** What the shop has stored. */
  books: Books;
  /** Orders and pays without the pages, as the visitor of the test's browser. */
  buyer: Buyer;
  /** The mails of an order or to an address. */
  mailbox: Mailbox;
  /** Products that only this test uses; they are removed after it. */
  goods: Goods;
  /** Makes an order expire now. */
  expireOrder: (orderId: string) => Promise<void>;
  /** Stops the shop from polling an order's payment for most of a minute. */
  pausePolling: (orderId: string) => Promise<void>;
  sandbox: Sandbox;
  /** A page in a separate browser context that emulates a phone in portrait. */
  phone: Page;
  /** Console messages that a test expects, such as the one for a 404 that it provokes. */
  expectedErrors: RegExp[];
  /** Attaches SEQR's messages and the server's log lines to a test that fails. */
  evidence: Evidence;
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

/**
 * Frames that show mails allow no scripts. Chromium logs this when Playwright runs one of its own in such a frame, for a
 * trace or to find an element. A blocked script of a mail causes the same message, so it would not fail the test.
 */
const blockedScript = /^Blocked script execution in 'about:srcdoc'/;

function openTestApi({ request }: PlaywrightWorkerArgs['playwright'], baseURL = '') {
  return request.newContext({ baseURL, extraHTTPHeaders: { Authorization: `Bearer ${testApiKey}` } });
}

export const test = base.extend<Fixtures>({
  expectedErrors: [[], { option: true }],

  evidence: [
    async ({ playwright, baseURL }, use, info) => {
      const evidence = new Evidence(baseURL ?? '');
      await use(evidence);
      if (info.status === info.expectedStatus) return;
      const request = await playwright.request.newContext({ baseURL: baseURL ?? '' });
      await evidence.attach(request, info);
      await request.dispose();
    },
    { auto: true },
  ],

  watchErrors: [
    // Ends before `evidence`, which must know whether the browser had errors.
    async ({ context, expectedErrors, evidence: _ }, use) => {
      const errors: string[] = [];
      const note = (text: string) => {
        if (![...expectedErrors, blockedScript].some((expected) => expected.test(text))) errors.push(text);
      };
      const watch = (watched: BrowserContext) => {
        markPages(watched);
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

  testApi: async ({ playwright, baseURL }, use, info) => {
    info.skip(testApiKey === '', needsTestApi);
    const request = await openTestApi(playwright, baseURL);
    await use(new TestApi(request));
    await request.dispose();
  },

  books: async ({ testApi }, use) => {
    await use(new Books(testApi));
  },

  mailbox: async ({ testApi }, use) => {
    await use(new Mailbox(testApi));
  },

  buyer: async ({ context, sandbox }, use) => {
    await use(new Buyer(context.request, sandbox));
  },

  // Does not depend on `testApi`, because `goods.any()` needs no key.
  goods: async ({ playwright, baseURL, browser }, use) => {
    const request = await openTestApi(playwright, baseURL);
    const goods = new Goods(new TestApi(request));
    await use(goods);
    // Otherwise an open page could prefetch a product that has just been removed, and report a 404.
    for (const context of browser.contexts()) for (const page of context.pages()) await page.close();
    await goods.remove();
    await request.dispose();
  },

  expireOrder: async ({ testApi }, use) => {
    await use(async (orderId) => {
      await testApi.call('post', `orders/${orderId}/expire`);
    });
  },

  pausePolling: async ({ testApi }, use) => {
    await use(async (orderId) => {
      await testApi.call('post', `orders/${orderId}/pause-polling`);
    });
  },

  sandbox: async ({ request }, use) => {
    await use(new Sandbox(request));
  },

  phone: async ({ browser, watchErrors, sandbox, baseURL }, use) => {
    const context = await browser.newContext({ baseURL: baseURL ?? '', ...phoneDevice });
    watchErrors(context);
    const payer = await sandbox.payer();
    if (payer) await context.addCookies([{ name: 'sandbox_payer', value: payer, url: baseURL ?? '' }]);
    await use(await context.newPage());
    await context.close();
  },
});

export { expect };
