import { randomUUID } from 'node:crypto';
import type { APIRequestContext } from 'playwright/test';
import { getAdminTexts } from '../../lib/i18n/get-admin-texts';
import { drawPicture } from '../../lib/testing/pictures';
import { sendForm, signIn, signInByForm } from '../admin';
import { placeOrder } from '../checkout-request';
import { startTwoProcesses, type TwoProcesses } from '../environment/two-processes';
import { test as base, expect } from '../fixtures';
import { PaymentPage } from '../pages/payment-page';
import { ReceiptPage } from '../pages/receipt-page';
import { Sandbox } from '../sandbox';
import { isRunningShop, needsOwnServer } from '../shop-under-test';

const slug = 'linocut-westerly';
/** Within this time, every process shows a change of the catalogue. */
const SHOWN_MS = 2_000;
/** Without an event, a page queries the payment's status after 10 s. */
const BEFORE_A_LOOK_MS = 7_000;

const test = base.extend<{ all: APIRequestContext }, { shop: TwoProcesses }>({
  shop: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures out of this parameter.
    async ({}, use) => {
      const shop = await startTwoProcesses();
      await use(shop);
      await shop.stop();
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  all: async ({ playwright, shop }, use) => {
    const request = await playwright.request.newContext({ baseURL: shop.all });
    await use(request);
    await request.dispose();
  },
});
test.skip(isRunningShop, needsOwnServer);
test.describe.configure({ mode: 'serial', timeout: 300_000 });

test('a page on one process learns of a payment when the notification reaches the other process', async ({
  shop,
  all,
  page,
}) => {
  const { orderId, invoiceReference } = await placeOrder(all, slug);
  const stream = page.waitForResponse(/payment\/events$/);
  await page.goto(`${shop.web}/orders/${orderId}/pay`);
  await expect(new PaymentPage(page).code).toBeVisible();
  await stream;
  await new Sandbox(all).pay(invoiceReference);
  await expect(new ReceiptPage(page).thanks).toBeVisible({ timeout: BEFORE_A_LOOK_MS });
  expect(page.url()).toContain(shop.web);
});

test('a price changed on one process is shown by the other within two seconds', async ({ shop, browser, request }) => {
  const address = `${shop.web}/products/${slug}`;
  const read = async () => {
    const response = await request.get(address);
    return { text: await response.text(), cache: response.headers()['x-nextjs-cache'] };
  };
  await expect.poll(async () => (await read()).cache).toBe('HIT');
  const office = await browser.newContext({ baseURL: shop.all });
  const page = await office.newPage();
  await signIn(page);
  await page.goto(`/admin/products/${slug}`);
  const t = getAdminTexts('en');
  await page.getByLabel(t.products.price('SEK')).fill('1234,50');
  await page.getByRole('button', { name: t.products.save }).click();
  await expect(page.getByRole('status')).toContainText(t.notes.saved);
  await office.close();
  await expect
    .poll(async () => (await read()).text, { timeout: SHOWN_MS, intervals: [50] })
    .toMatch(/1[\s,.]?234[.,]50/);

  await shop.execute(`UPDATE "ProductText" SET "name" = 'Westerly by psql' WHERE "productSlug" = $1`, [slug]);
  await expect.poll(async () => (await read()).text, { timeout: SHOWN_MS, intervals: [50] }).toContain('by psql');
  await expect.poll(async () => (await read()).cache).toBe('HIT');
});

test('a picture uploaded on one process is shown and served by the other within two seconds', async ({
  shop,
  all,
  request,
}) => {
  const address = `${shop.web}/products/${slug}`;
  const read = async () => (await request.get(address)).text();
  await expect.poll(async () => (await request.get(address)).headers()['x-nextjs-cache']).toBe('HIT');
  await signInByForm(all);
  const buffer = await drawPicture(900, 600).jpeg().toBuffer();
  const multipart = { key: randomUUID(), file: { name: 'a.jpg', mimeType: 'image/jpeg', buffer } };
  const added = await all.post(`/admin/pictures/${slug}/add`, { multipart, maxRedirects: 0 });
  expect(added.headers().location).toContain('note=picture-added');
  await expect.poll(read, { timeout: SHOWN_MS, intervals: [50] }).toMatch(/\/media\/[0-9a-f]{32}-900x600-800\.webp/);
  const [path = ''] = /\/media\/[0-9a-f]{32}-900x600-800\.webp/.exec(await read()) ?? [];
  const picture = await request.get(shop.web + path);
  expect([picture.status(), picture.headers()['content-type']]).toEqual([200, 'image/webp']);
});

test('a person removed on one process is signed out of the other immediately', async ({ shop, all, playwright }) => {
  const person = { name: 'Bo', password: 'heron at the lake' };
  await signInByForm(all);
  await sendForm(all, '/admin/people/add', person);
  const staff = await playwright.request.newContext({ baseURL: shop.web });
  const signedIn = await staff.post('/admin/session', { form: person, maxRedirects: 0 });
  expect(signedIn.headers().location).toBe('/admin');
  expect((await staff.get('/admin/audit/export')).status()).toBe(200);
  await sendForm(all, '/admin/people/remove', person);
  expect((await staff.get('/admin/audit/export')).status()).toBe(401);
  await staff.dispose();
});
