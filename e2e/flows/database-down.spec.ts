import { getAdminTexts } from '../../lib/i18n/get-admin-texts';
import { getErrorPageTexts } from '../../lib/i18n/get-error-page-texts';
import { getShopTexts } from '../../lib/i18n/get-shop-texts';
import { type PostgresqlServer, startPostgresql } from '../../lib/testing/postgresql-server';
import { sendForm, signIn, signInByForm } from '../admin';
import { fillCart, placeOrder } from '../checkout-request';
import { startSecondServer } from '../environment/second-server';
import { test as base, expect } from '../fixtures';
import { isRunningShop, needsOwnServer } from '../shop-under-test';

const slug = 'linocut-westerly';
const en = getErrorPageTexts('en').unavailable;
const sv = getErrorPageTexts('sv').unavailable;

/** A shop with a PostgreSQL of its own, which the tests stop and start. */
const test = base.extend<object, { shop: { address: string; database: PostgresqlServer } }>({
  shop: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures out of this parameter.
    async ({}, use) => {
      const database = await startPostgresql();
      const variables = { DATABASE_URL: database.url, SESSION_SECRET: 'the secret of a shop whose database stops' };
      const server = await startSecondServer(variables, { seeded: true });
      await use({ address: `http://127.0.0.1:${server.port}`, database });
      await server.stop();
      await database.stop();
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  baseURL: async ({ shop }, use) => use(shop.address),
});
test.skip(isRunningShop, needsOwnServer);
test.describe.configure({ mode: 'serial' });
/** Next answers a prefetch of a page that it cannot render with 500. The page itself, when visited, answers 503. */
const failedPrefetch = /status of 500 .*\?_rsc=/;
test.use({
  expectedErrors: [[/503/, failedPrefetch, /Server Components render/, /React error #441/], { scope: 'test' }],
});

test('each page that is rendered per request explains itself with 503 while PostgreSQL is down, and recovers', async ({
  shop,
  request,
}) => {
  const { orderId } = await placeOrder(request, slug);
  await fillCart(request, slug);
  await signInByForm(request);
  const pages: [string, string][] = [
    ['/cart', en.title],
    ['/sv/cart', sv.title],
    ['/checkout', en.title],
    ['/orders', en.title],
    [`/orders/${orderId}`, en.title],
    [`/orders/${orderId}/pay`, en.title],
    [`/sv/orders/${orderId}/pay`, sv.title],
    [`/orders/${orderId}/receipt`, en.title],
    ...['', '/orders', '/orders/10001', '/products', `/products/${slug}`, '/periods', '/mail', '/seqr'].map(
      (path): [string, string] => [`/admin${path}`, en.title],
    ),
  ];
  for (const [path] of pages) expect((await request.get(path)).status(), path).toBe(200);
  // The catalogue has just been filled, so the first request still renders this page.
  await expect.poll(async () => (await request.get('/')).headers()['x-nextjs-cache']).toBe('HIT');

  await shop.database.halt();
  for (const [path, title] of pages) {
    const response = await request.get(path, { maxRedirects: 0 });
    expect(response.status(), path).toBe(503);
    const { 'retry-after': after, 'cache-control': cache, 'content-type': type, ...headers } = response.headers();
    expect([after, cache, type], path).toEqual(['10', 'no-store', 'text/html; charset=utf-8']);
    expect(headers['content-security-policy'], path).toContain("frame-ancestors 'none'");
    const html = await response.text();
    expect(html, path).toContain(`<h1>${title}</h1>`);
    expect(html, path).not.toContain('<script');
    expect(html.includes('before you pay again') || html.includes('innan du betalar igen'), path).toBe(
      !path.startsWith('/admin'),
    );
  }
  const json = { Accept: 'application/json' };
  for (const path of [`/api/orders/${orderId}/payment`, `/api/orders/${orderId}/payment/events`]) {
    const response = await request.get(path, { headers: json });
    expect([response.status(), (await response.json()).error], path).toEqual([503, 'unavailable']);
  }
  const form = { action: 'add', slug, name: 'Åsa', password: 'a wrong password' };
  for (const path of ['/api/cart', '/admin/session']) {
    expect((await request.post(path, { form, headers: json })).status(), path).toBe(503);
  }
  const swedish = await request.get('/admin', { headers: { 'Accept-Language': 'sv' } });
  expect(await swedish.text()).toContain(sv.title);
  const compressed = await request.get('/cart', { headers: { 'Accept-Encoding': 'gzip' } });
  expect(await compressed.text()).toContain(en.title);
  expect((await request.head('/cart')).status()).toBe(503);
  expect((await request.get('/orders/none')).status()).toBe(503);
  expect((await request.get('/')).status(), 'a prerendered page').toBe(200);

  await shop.database.resume();
  for (const [path] of pages) await expect.poll(async () => (await request.get(path)).status()).toBe(200);
});

test('an expired catalogue page is served unchanged while PostgreSQL is down', async ({ shop, request }) => {
  await signInByForm(request);
  const path = '/products/linocut-three-pines';
  const get = async () => {
    const response = await request.get(path);
    return [response.status(), (await response.text()).includes('Changed meanwhile')];
  };
  await expect.poll(async () => (await request.get(path)).headers()['x-nextjs-cache']).toBe('HIT');
  const names = { 'name-en': 'Changed meanwhile', 'name-sv': 'Ändrad under tiden' };
  const texts = { ...names, 'description-en': 'A print.', 'description-sv': 'Ett tryck.' };
  const image = '/products/birch-butter-knife.svg';
  const form = { version: '0', price: '777', stock: '5', shownStock: '5', image, published: 'on', ...texts };
  const saved = await sendForm(request, '/admin/products/linocut-three-pines/save', form);
  expect(saved.headers().location).toContain('note=saved');
  await shop.database.halt();
  // Within a second, the process notices that it cannot reach PostgreSQL.
  await expect.poll(get).toEqual([200, false]);
  expect(await get(), 'after a failed attempt to render it').toEqual([200, false]);
  await shop.database.resume();
  await expect.poll(get).toEqual([200, true]);
});

test('a page says so in the browser, and each way to try again works', async ({ shop, page }) => {
  const shopTexts = getShopTexts('sv');
  const t = getAdminTexts('en');
  await fillCart(page.request, slug);
  await page.goto('/sv');
  await shop.database.halt();
  await page.getByRole('link', { name: shopTexts.cart.title }).click();
  await expect(page.getByRole('heading', { name: sv.title })).toBeVisible();
  await expect(page).toHaveURL(/\/sv\/cart$/);
  await expect(page.getByText(sv.paying)).toBeVisible();
  await shop.database.resume();
  // The page tries again by itself.
  await expect(page.getByRole('heading', { name: shopTexts.cart.title })).toBeVisible();

  await shop.database.halt();
  await page.reload();
  await expect(page.getByRole('heading', { name: sv.title })).toBeVisible();
  await shop.database.resume();
  await page.getByRole('link', { name: getErrorPageTexts('sv').retry }).click();
  await expect(page.getByRole('heading', { name: shopTexts.cart.title })).toBeVisible();

  await signIn(page);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await shop.database.halt();
  await page.getByRole('link', { name: t.nav.orders }).click();
  await expect(page.getByRole('heading', { name: en.title })).toBeVisible();
  await expect(page.getByText(en.paying)).toHaveCount(0);
  await shop.database.resume();
  // The page may be faster than the click.
  const ordersTitle = page.getByRole('heading', { level: 1, name: t.orders.title });
  await page
    .getByRole('button', { name: getErrorPageTexts('en').retry })
    .or(ordersTitle)
    .click();
  await expect(page.getByRole('heading', { name: en.title })).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('without JavaScript, a waiting payment page resumes by itself', async ({ shop, browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: shop.address });
  const page = await context.newPage();
  const { payUrl } = await placeOrder(context.request, slug);
  await shop.database.halt();
  await page.goto(payUrl);
  await expect(page.getByText(en.again)).toBeVisible();
  await shop.database.resume();
  await expect(page.getByRole('heading', { name: en.title })).toHaveCount(0, { timeout: 30_000 });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await context.close();
});
