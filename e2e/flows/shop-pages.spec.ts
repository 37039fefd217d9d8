import type { Page } from 'playwright/test';
import { fillCart } from '../checkout-request';
import { expect, test } from '../fixtures';
import { nameOf } from '../goods';

// What each page of the shop must say, apart from the flows. `npm run page-bugs` refers to these tests by their titles.

const sections = {
  '/terms': [
    'Who you buy from',
    'Order and contract',
    'Prices',
    'Payment',
    'Delivery',
    'If something is wrong',
    'If we do not agree',
  ],
  '/returns': ['The 14 days', 'How to withdraw', 'Sending goods back', 'Your money', 'Exceptions'],
  '/privacy': [
    'Who is responsible',
    'What we store, why and for how long',
    'Who we share data with',
    'Cookies',
    'Your rights',
  ],
  '/contact': ['Email and telephone', 'Address', 'About an order'],
};

/** Opens a page and returns the visible text of its main part. */
async function read(page: Page, path: string): Promise<string> {
  await page.goto(path);
  // biome-ignore lint/performance/useDomNodeTextContent: the text of what is hidden does not count
  return (await page.getByRole('main').innerText()).replaceAll(/\s+/g, ' ');
}

async function readOffer(page: Page): Promise<object> {
  return JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '').offers;
}

for (const [path, titles] of Object.entries(sections)) {
  test(`${path} has all its sections`, async ({ page }) => {
    await page.goto(path);
    const found = page.getByRole('main').locator('section');
    expect(await found.getByRole('heading').allTextContents()).toEqual(titles);
    const lengths = await found.evaluateAll((all) => all.map((one) => one.querySelector('p')?.textContent.length ?? 0));
    expect(Math.min(...lengths)).toBeGreaterThan(5);
  });
}

test('the terms name the prices of delivery', async ({ page }) => {
  expect(await read(page, '/terms')).toContain('Delivery costs 49 kr (standard) or 99 kr (express).');
});

test('the footer leads to the pages about the shop', async ({ page }) => {
  await page.goto('/cart');
  const links = page.getByRole('contentinfo').getByRole('navigation').getByRole('link');
  const found = await links.evaluateAll((all) => all.map((link) => [link.textContent, link.getAttribute('href')]));
  expect(found).toEqual([
    ['Terms of purchase', '/terms'],
    ['Returns and withdrawal', '/returns'],
    ['Privacy and cookies', '/privacy'],
    ['Contact', '/contact'],
    ['Your orders', '/orders'],
  ]);
});

test('a phone shows the link to the cart', async ({ phone }) => {
  await phone.goto('/');
  expect(await phone.getByRole('banner').getByRole('link', { name: /^Cart/ }).isVisible()).toBe(true);
});

test('the language link leads to the same page', async ({ page }) => {
  for (const path of ['/', '/terms', '/cart', '/products/heather-honey', '/categories/pantry']) {
    await page.goto(path);
    const link = page.getByRole('banner').getByRole('link', { name: 'Svenska' });
    expect(await link.getAttribute('href'), path).toBe(path === '/' ? '/sv' : `/sv${path}`);
  }
});

test('each language has its own address, and pages of orders are not indexed', async ({
  page,
  goods,
  buyer,
  baseURL,
}) => {
  for (const [path, language] of [
    ['/terms', 'en'],
    ['/sv/terms', 'sv'],
  ] as const) {
    await page.goto(path);
    expect.soft(await page.locator('html').getAttribute('lang'), 'language of the page').toBe(language);
    const canonical = page.locator('link[rel="canonical"]');
    expect.soft(await canonical.getAttribute('href'), 'canonical address').toBe(`${baseURL}${path}`);
  }
  const { payUrl } = await buyer.order(await goods.any());
  await page.goto(payUrl);
  expect(await page.locator('meta[name="robots"]').getAttribute('content')).toBe('noindex, nofollow');
});

test('a product page names price, VAT, stock and delivery', async ({ page, goods }) => {
  const slug = await goods.add({ price: 112_00, vatRate: 12_00, stock: 3 });
  const text = await read(page, `/products/${slug}`);
  expect.soft(await page.getByRole('heading', { level: 1 }).textContent(), 'heading').toBe(nameOf(slug));
  expect.soft(text, 'shown price').toContain('112 kr');
  expect.soft(text, 'VAT rate').toContain('incl. 12% VAT');
  expect.soft(text, 'stock level').toContain('Only 3 left');
  const delivery = 'Standard 49 kr, two to four working days. Express 99 kr, the next working day.';
  expect.soft(text, 'delivery prices').toContain(delivery);
  const offer = { price: '112.00', priceCurrency: 'SEK', availability: 'https://schema.org/InStock' };
  expect.soft(await readOffer(page), 'structured data').toMatchObject(offer);
});

test('a sold-out product says so and has no button', async ({ page, goods }) => {
  const slug = await goods.add();
  await goods.change(slug, { stock: 0 });
  const text = await read(page, `/products/${slug}`);
  expect.soft(text).toContain('Sold out');
  expect.soft(await page.getByRole('button', { name: 'Add to cart' }).count(), 'buttons').toBe(0);
  expect.soft(await readOffer(page)).toMatchObject({ availability: 'https://schema.org/OutOfStock' });
});

test('the cart shows the price of each unit and the price of all items', async ({ page, goods }) => {
  const slug = await goods.add({ price: 112_00 });
  await fillCart(page.request, slug, 2);
  const text = await read(page, '/cart');
  expect.soft(text, 'unit price').toContain(`${nameOf(slug)} 224 kr 112 kr each`);
  expect.soft(text, 'sum of items').toContain('Items 224 kr');
  expect.soft(text, 'cheapest delivery').toContain('Delivery from 49 kr, chosen at checkout.');
});

test('the checkout shows delivery, total, VAT and the terms', async ({ page, goods }) => {
  const slug = await goods.add({ price: 112_00, vatRate: 12_00 });
  await fillCart(page.request, slug, 2);
  const text = await read(page, '/checkout');
  expect.soft(text, 'standard delivery').toContain('Standard Two to four working days 49 kr');
  expect.soft(text, 'express delivery').toContain('Express The next working day 99 kr');
  expect.soft(text, 'sums of the checkout').toContain('Items 224 kr Delivery, standard 49 kr Total 273 kr');
  expect.soft(text, 'VAT at the checkout').toContain('of which 12% VAT 29.25 kr');
  expect.soft(text, 'country').toContain('Country');
  const terms = page.getByRole('main').getByRole('link', { name: 'terms of purchase' });
  expect.soft(await terms.getAttribute('href'), 'link to the terms').toBe('/terms');
});

test('the payment page shows sum, lines, VAT and how to pay', async ({ page, goods, buyer }) => {
  const slug = await goods.add({ price: 112_00, vatRate: 12_00 });
  const { payUrl } = await buyer.order(slug);
  const text = await read(page, payUrl);
  expect.soft(text, 'sum to pay').toContain('To pay 161 kr');
  expect.soft(text, 'lines').toContain(`1 × ${nameOf(slug)} 112 kr 1 × Standard delivery 49 kr`);
  expect.soft(text, 'VAT to pay').toContain('of which 12% VAT 17.25 kr');
  expect.soft(text, 'steps to pay').toContain('Check the amount and confirm with your PIN.');
  expect.soft(text, 'time').toMatch(/Your items are reserved until \d\d:\d\d\./);
});

test('the receipt shows reference, lines, VAT and steps', async ({ page, goods, buyer, books }) => {
  const slug = await goods.add({ price: 112_00, vatRate: 12_00 });
  const { orderId } = await buyer.buy(slug);
  const { number } = await books.order(orderId);
  const [payment] = await books.payments(orderId);
  const text = await read(page, `/orders/${orderId}/receipt`);
  expect.soft(text, 'reference on the receipt').toContain(`SEQR reference ${payment?.ersReference}`);
  expect.soft(text, 'number').toContain(`Order T-${number}`);
  expect.soft(text, 'line of the receipt').toContain(`${nameOf(slug)} 1 112 kr 12% 112 kr`);
  expect.soft(text, 'total').toContain('Total 161 kr');
  expect.soft(text, 'VAT on the receipt').toContain('12% 143.75 kr 17.25 kr');
  expect.soft(text, 'steps of the order').toMatch(/Order placed .* Payment received/);
});

test('Your orders lists every order of this browser', async ({ page, goods, buyer }) => {
  const slugs = [await goods.add(), await goods.add()];
  for (const slug of slugs) await buyer.order(slug);
  const text = await read(page, '/orders');
  for (const slug of slugs) expect.soft(text, 'each order').toContain(nameOf(slug));
  expect.soft(await page.getByRole('link', { name: 'Continue to payment' }).count(), 'links to pay').toBe(2);
  expect.soft(text, 'total').toContain('149 kr · 1 item');
});
