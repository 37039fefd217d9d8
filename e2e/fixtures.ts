import { type APIRequestContext, type BrowserContext, test as base, devices, expect, type Page } from 'playwright/test';

/** Plays the payer and SEQR's operator through the sandbox's control API. */
export class Sandbox {
  constructor(private readonly request: APIRequestContext) {}

  read(reference: string) {
    return this.call('get', `invoices/${reference}`);
  }

  scan(reference: string) {
    return this.call('post', `invoices/${reference}/scan`);
  }

  pay(reference: string, pin = '1234') {
    return this.call('post', `invoices/${reference}/pay`, { pin });
  }

  cancel(reference: string) {
    return this.call('post', `invoices/${reference}/cancel`);
  }

  /** Moves the time of one invoice only, so that tests beside this one do not notice. */
  advance(reference: string, seconds: number) {
    return this.call('post', 'clock', { advanceSeconds: seconds, invoiceReference: reference });
  }

  private async call(method: 'get' | 'post', path: string, data?: object): Promise<unknown> {
    const response = await this.request[method](`/sandbox/api/${path}`, data ? { data } : {});
    expect(response.ok(), `${method} ${path}: ${response.status()} ${await response.text()}`).toBe(true);
    return response.json();
  }
}

type Fixtures = {
  sandbox: Sandbox;
  /** A second browser, a phone in portrait. */
  phone: Page;
  /** Lines of a browser's console that a test brings about on purpose, such as the 404 that it asks for. */
  expectedErrors: RegExp[];
  watchErrors: (context: BrowserContext) => void;
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

  sandbox: async ({ request }, use) => {
    await use(new Sandbox(request));
  },

  phone: async ({ browser, watchErrors, baseURL }, use) => {
    const { userAgent, hasTouch, isMobile, deviceScaleFactor } = devices['Pixel 7'] ?? {};
    const context = await browser.newContext({
      baseURL: baseURL ?? '',
      userAgent: userAgent ?? '',
      hasTouch: hasTouch ?? true,
      isMobile: isMobile ?? true,
      deviceScaleFactor: deviceScaleFactor ?? 2,
      viewport: { width: 390, height: 844 },
    });
    watchErrors(context);
    await use(await context.newPage());
    await context.close();
  },
});

export { expect };
