import { type APIRequestContext, type BrowserContext, test as base, expect, type Page } from 'playwright/test';
import { getAdminTexts } from '../../lib/i18n/get-admin-texts';
import { getShopTexts } from '../../lib/i18n/get-shop-texts';
import { sendForm } from '../admin';
import { customer, placeOrder } from '../checkout-request';
import { type SecondServer, startSecondServer } from '../environment/second-server';
import { CheckoutPage } from '../pages/checkout-page';
import { PayerApp } from '../pages/payer-app';
import { adminHandlers, adminPages } from '../route-tree';
import { isRunningShop, needsOwnServer } from '../shop-under-test';

// Needs its own server, because DEMO=on opens the back office.
const SEQR_SANDBOX_KEY = 'the key of this test only';

const test = base.extend<object, { server: SecondServer }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright requires an object pattern.
    async ({}, use) => {
      const server = await startSecondServer({ DEMO: 'on', SEQR_SANDBOX_KEY }, { seeded: true });
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ server }, use) => {
    await use(`http://127.0.0.1:${server.port}`);
  },
});
test.describe.configure({ mode: 'default' });
test.skip(isRunningShop, needsOwnServer);

const { tours, mails, payHere } = getShopTexts('en').demo;
const t = getAdminTexts('en');

/** Reads the number of the order on the page. */
async function numberOn(page: Page): Promise<string> {
  const [number = ''] = /T-\d+/.exec((await page.locator('main').textContent()) ?? '') ?? [];
  expect(number).not.toBe('');
  return number;
}

test('a visitor takes the tours: pays without a phone, reads the mail, opens the refund page as the merchant', async ({
  page,
}) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: tours.what })).toBeVisible();
  const tour = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: tours.screen.title }) });
  await tour.getByRole('button', { name: tours.start }).click();
  await new CheckoutPage(page).submit.click();
  const opening = page.waitForEvent('popup');
  await page.getByRole('link', { name: payHere }).click();
  await new PayerApp(await opening).pay();
  await page.waitForURL(/\/receipt$/);
  const number = await numberOn(page);
  await page.getByRole('link', { name: mails.link }).click();
  await expect(page.getByRole('heading', { name: mails.title })).toBeVisible();
  await expect(async () => {
    await page.reload();
    await expect(page.locator('iframe').first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  await page.goto('/admin');
  await page.getByRole('link', { name: number }).click();
  await page.getByRole('link', { name: t.order.refund, exact: true }).click();
  await expect(page.getByRole('heading', { name: t.refund.title(number) })).toBeVisible();
  await page.goto('/admin/people');
  await expect(page.getByRole('heading', { name: t.visitor.closedTitle })).toBeVisible();
});

type Visitor = { readonly request: APIRequestContext; readonly context: BrowserContext };

async function buy({ request }: Visitor, slug: string, quantity: number, name: string) {
  const items = [{ slug, quantity }];
  const { orderId, invoiceReference } = await placeOrder(request, slug, { items, customer: { ...customer, name } });
  const paid = await request.post(`/sandbox/api/invoices/${invoiceReference}/pay`, {
    data: { pin: '1234' },
    headers: { 'X-Sandbox-Key': SEQR_SANDBOX_KEY },
  });
  expect(paid.ok(), await paid.text()).toBe(true);
  const receipt = () => request.get(`/orders/${orderId}/receipt`).then((response) => response.text());
  await expect.poll(receipt, { timeout: 20_000 }).toMatch(/\d{20,}/);
  const text = await receipt();
  const [number = ''] = /T-\d+/.exec(text) ?? [];
  const [ersReference = ''] = /\b20\d{20,30}\b/.exec(text) ?? [];
  return { orderId, number: number.slice(2), secrets: [name, number, orderId, invoiceReference, ersReference] };
}

test('two concurrent visitors see none of each other’s data on any back-office route', async ({ browser, baseURL }) => {
  const open = async (): Promise<Visitor> => {
    const context = await browser.newContext(baseURL === undefined ? {} : { baseURL });
    return { context, request: context.request };
  };
  const [anna, bo] = [await open(), await open()];
  const own = await buy(anna, 'stoneware-mug-morgon', 1, 'Anna Visible');
  const other = await buy(bo, 'soup-bread-and-quiet', 3, 'Bo Invisible');
  const sum = '867.00'; // three at 289.00, without delivery
  expect(
    other.secrets.every((secret) => secret.length > 4),
    String(other.secrets),
  ).toBe(true);

  const addressesOf = (pattern: string) =>
    [own, other].map(({ number }) =>
      pattern.replace('[number]', number).replace('[slug]', 'heather-honey').replace('[id]', '1'),
    );
  for (const pattern of adminPages()) {
    for (const address of addressesOf(pattern)) {
      const response = await anna.request.get(address);
      await expectNothingOf(other.secrets, sum, response.text(), address);
      expect(response.status(), address).toBeLessThan(500);
    }
  }
  for (const { pattern, methods } of adminHandlers()) {
    for (const address of addressesOf(pattern)) {
      if (pattern.startsWith('/admin/session') || pattern.endsWith('/refunds')) continue;
      const form = { key: crypto.randomUUID(), scope: 'shop', name: 'x', amount: '1' };
      const response = await anna.request.fetch(address, {
        method: methods[0] ?? 'GET',
        maxRedirects: 0,
        ...(methods[0] === 'GET' ? {} : { form }),
      });
      await expectNothingOf(other.secrets, sum, response.text(), address);
      const isOpen = pattern === '/admin/language' || pattern === '/admin/orders/[number]/cancel';
      if (!isOpen) expect([401, 403], `${address} ${response.status()}`).toContain(response.status());
    }
  }
  expect((await anna.request.get(`/admin/orders/${other.number}`)).status()).toBe(404);
  expect((await anna.request.get(`/admin/orders/${own.number}`)).status()).toBe(200);
  const refund = await sendForm(anna.request, `/admin/orders/${other.number}/refunds`, { mode: 'all' });
  expect(refund.status()).toBe(404);
  const mailOfBo = await (await bo.request.get('/admin/mail')).text();
  const [, id = 'none'] = /\/admin\/mail\/([\w-]{22})/.exec(mailOfBo) ?? [];
  expect((await anna.request.get(`/admin/mail/${id}`)).status()).toBe(404);
  await Promise.all([anna.context.close(), bo.context.close()]);
});

async function expectNothingOf(secrets: readonly string[], sum: string, body: Promise<string>, address: string) {
  const text = await body;
  // A page may repeat the other order's number if its own address contains it.
  const named = secrets.filter(
    (secret) => text.includes(secret) && !(secret.startsWith('T-') && address.includes(secret.slice(2))),
  );
  expect(named, address).toEqual([]);
  expect(text.includes(sum), address).toBe(false);
}
