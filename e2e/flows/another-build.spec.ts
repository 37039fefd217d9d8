import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Page } from 'playwright/test';
import { pdfText } from '../../lib/testing/pdf-text';
import { buildPatched } from '../../scripts/chaos/sabotage';
import { root, runNode } from '../../scripts/shared/run.mjs';
import { freePort } from '../../scripts/shared/serve.mjs';
import { testVariables } from '../../scripts/shared/test-environment.mjs';
import { customer } from '../checkout-request';
import { copyTemplate, startArguments, waitUntilReady } from '../environment/second-server';
import { finnishFiles } from '../finnish/files.mjs';
import { ownMerchant as finnishMerchant } from '../finnish/merchant';
import { expect, test } from '../fixtures';
import { CheckoutPage } from '../pages/checkout-page';
import { adminPassword, isRunningShop, needsOwnServer } from '../shop-under-test';

// One build serves all tests: a copy of the project with German switched on, and with a Finnish merchant and catalogue.
const tree = join(root, '.data', 'another-build');
const germanOn = { file: 'lib/i18n/enabled-languages.js', replace: "['en', 'sv']", by: "['en', 'sv', 'de']" };

test.skip(isRunningShop, needsOwnServer);
test.describe.configure({ mode: 'serial', timeout: 600_000 });
// The payment view's gallery provokes server errors.
const expected = [/status of (404|503) .*\/payment-view\/status\//];
test.use({ expectedErrors: [expected, { scope: 'test' }] });
test.beforeAll(() => {
  test.setTimeout(600_000);
  return buildPatched(tree, [germanOn], finnishFiles);
});

/** Starts the build in `folder` with the patched copy's databases, as the demonstration's merchant. */
function start(folder: string, port: number, variables: Record<string, string> = {}) {
  const env = {
    ...process.env,
    ...testVariables('.data/unused', port),
    DATABASE_URL: `file:${join(tree, 'build.db')}`,
    SEQR_SANDBOX_DATABASE_URL: `file:${join(tree, 'sandbox.db')}`,
    ...variables,
  };
  return waitUntilReady(startArguments(port, folder), root, env, port);
}

/** Prepares databases with what the Finnish merchant's seed, run with `options`, adds. Returns a server's variables. */
async function finnishDatabases(name: string, ...options: string[]): Promise<Record<string, string>> {
  const folder = join(tree, name);
  copyTemplate('migrated', folder);
  const databases = {
    DATABASE_URL: `file:${join(folder, 'shop.db')}`,
    SEQR_SANDBOX_DATABASE_URL: `file:${join(folder, 'sandbox.db')}`,
  };
  await runNode(['--import', 'tsx', join(tree, 'scripts', 'seed.ts'), ...options], {
    env: { ...databases, MERCHANT: '', TSX_TSCONFIG_PATH: join(tree, 'tsconfig.json') },
  });
  return databases;
}

test.describe('during the switch', () => {
  test.use({ expectedErrors: [[/ERR_CONNECTION_(?:REFUSED|RESET)/], { scope: 'test' }] });

  test('a page that was opened before a new version loads its scripts and works', async ({ page }) => {
    const port = await freePort();
    const shop = `http://127.0.0.1:${port}`;
    const banner = page.getByRole('banner');
    const [cart, german] = [banner.getByRole('link', { name: /^Cart/ }), banner.getByRole('link', { name: 'Deutsch' })];
    const before = await start(root, port);
    await page.goto(`${shop}/products/juniper-trivet`);
    await expect(german).toHaveCount(0);
    await before.stop();

    const after = await start(tree, port);
    try {
      const folder = join(root, '.next', 'static');
      // The build before this one is dropped, if the project has been built twice.
      const dropped: string[] = JSON.parse(readFileSync(join(folder, 'previous.json'), 'utf8'));
      const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map((file) => file.replaceAll('\\', '/'))
        .filter((file) => /\.(?:js|css|woff2)$/.test(file) && !dropped.includes(file))
        .map((file) => `/_next/static/${file}`);
      expect(scripts.length).toBeGreaterThan(10);
      const statuses = await page.evaluate(
        (paths) => Promise.all(paths.map(async (path) => (await fetch(path)).status)),
        scripts,
      );
      expect(scripts.filter((_, n) => statuses[n] !== 200)).toEqual([]);
      await page.getByRole('button', { name: 'Add to cart' }).click();
      await expect(cart).toContainText('1');
      await cart.click();
      await expect(page).toHaveURL(`${shop}/cart`);
      await expect(german).toBeVisible();
    } finally {
      await after.stop();
    }
  });
});

test('one line of code adds German, and a purchase then works in German', async ({ page }) => {
  const port = await freePort();
  const shop = `http://127.0.0.1:${port}`;
  const server = await start(tree, port);
  try {
    await page.goto(shop);
    await page.getByRole('banner').getByRole('link', { name: 'Deutsch' }).click();
    await expect(page).toHaveURL(`${shop}/de`);
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await expect(page.locator('link[hreflang=de]')).toHaveAttribute('href', /\/de$/);
    expect(await (await page.request.get(`${shop}/sitemap.xml`)).text()).toContain('/de/terms<');

    // The catalogue has no German texts, so the product has its English name.
    await page.goto(`${shop}/de/products/juniper-trivet`);
    await page.getByRole('button', { name: 'In den Warenkorb' }).click();
    const cart = page.getByRole('banner').getByRole('link', { name: /^Warenkorb/ });
    await expect(cart).toContainText('1');
    await cart.click();
    await page.getByRole('link', { name: 'Zur Kasse' }).click();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill(customer.name);
    await page.getByRole('textbox', { name: 'E-Mail' }).fill(customer.email);
    await page.getByRole('textbox', { name: 'Straße und Hausnummer' }).fill(customer.address);
    await page.getByRole('textbox', { name: 'Postleitzahl' }).fill(customer.postalCode);
    await page.getByRole('textbox', { name: 'Ort' }).fill(customer.city);
    await page.getByRole('button', { name: '198 kr zahlungspflichtig bestellen' }).click();

    await expect(page).toHaveURL(/\/de\/orders\/[\w-]{22}\/pay$/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mit SEQR bezahlen');
    const orderPath = page.url().replace(/\/pay$/, '');
    const invoiceReference = findInvoice(orderPath.slice(-22));
    const paid = await page.request.post(`${shop}/sandbox/api/invoices/${invoiceReference}/pay`, {
      data: { pin: '1234' },
    });
    expect(paid.ok(), await paid.text()).toBe(true);

    await expect(page).toHaveURL(`${orderPath}/receipt`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vielen Dank. Ihre Bestellung ist bezahlt.');
    const pdf = await page.request.get(`${shop}/api/orders/${orderPath.split('/').at(-1)}/receipt.pdf`);
    expect(pdf.headers()['content-disposition']).toMatch(/quittung-T-\d+\.pdf/);
  } finally {
    await server.stop();
  }
});

test('another merchant sells another catalogue in euros with 25.5 % VAT, and no page names the demonstration’s shop', async ({
  page,
}) => {
  const { name, legalName, email, vatNumber, colours } = finnishMerchant;
  const port = await freePort();
  const shop = `http://127.0.0.1:${port}`;
  const server = await start(tree, port, { ...(await finnishDatabases('catalogue')), MERCHANT: '' });
  const open = async (path: string) => {
    await page.goto(`${shop}${path}`);
    await expectOnlyOwnName(page);
  };
  try {
    await open('/');
    await expect(page).toHaveTitle(`${name} – Tools for bark and stone`);
    await expect(page.getByRole('link', { name: `${name}, home page` })).toBeVisible();
    await expect(page.locator('meta[property="og:site_name"]')).toHaveAttribute('content', name);
    await expect(page.locator('meta[property="og:locale"]')).toHaveAttribute('content', 'en_FI');
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(rgb(colours.paper.light));
    expect(await (await page.request.get(`${shop}/no/such/page`)).text()).not.toContain('Tallbacka');
    await open('/payment-view');
    await open('/sv/terms');
    await expect(page.getByText('Vi levererar till Finland och Estland.')).toBeVisible();
    await expect(page.getByText('25,5')).toBeVisible();

    await open('/products/rye-chips');
    await page.getByRole('button', { name: 'Add to cart' }).click();
    await expect(page.getByText('Rye chips is in the cart.')).toBeAttached();
    await open('/products/puukko');
    await expect(page.getByText('incl. 25.5% VAT')).toBeVisible();
    await page.getByRole('button', { name: 'Add to cart' }).click();
    await expect(page.getByText('Puukko is in the cart.')).toBeAttached();
    await open('/checkout');
    await expect(page.getByLabel('Country').getByRole('option')).toHaveText(['Finland', 'Estonia']);
    await new CheckoutPage(page).fill({ postalCode: '33100', city: 'Tampere' });
    await page.getByRole('button', { name: 'Pay €102.75' }).click();
    await expect(page).toHaveURL(/\/pay$/);
    await expectOnlyOwnName(page);
    const orderPath = new URL(page.url()).pathname.replace(/\/pay$/, '');
    const reference = findInvoice(orderPath.slice(-22), 'catalogue/shop.db');

    // The payer's app shows the shop's name too.
    await open(`/R${reference}`);
    await expect(page.getByText(name).first()).toBeVisible();
    const paid = await page.request.post(`${shop}/sandbox/api/invoices/${reference}/pay`, { data: { pin: '1234' } });
    expect(paid.ok(), await paid.text()).toBe(true);
    await open(`${orderPath}/receipt`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you. Your order is paid.');
    // 95.38 of 102.75 at 25.5 % and 7.37 at 13.5 %, with delivery shared between them.
    const facts = [legalName, vatNumber, '€102.75', '25.5%', '€19.38', '13.5%', '€0.88'];
    for (const fact of facts) await expect(page.locator('main')).toContainText(fact);

    const pdf = await page.request.get(`${shop}/api/orders/${orderPath.slice(-22)}/receipt.pdf`);
    const printed = pdfText(await pdf.body()).join(' ');
    for (const fact of facts) expect(printed).toContain(fact);
    expect(printed).not.toMatch(/Tallbacka/i);

    const form = { name: 'Aino', password: adminPassword };
    await page.request.post(`${shop}/admin/session`, { form, maxRedirects: 0 });
    for (const path of ['/admin', '/admin/products', '/admin/products/puukko', '/admin/orders', '/admin/seqr'])
      await open(path);
    const sheet = await page.request.get(`${shop}/admin/orders/export?format=csv&language=en`);
    expect(await sheet.text()).toMatch(/25\.5%[\s\S]*19\.38/);
    await expect(async () => {
      await open('/admin/mail');
      await page.locator('main a[href^="/admin/mail/"]:not([href$="/preview"])').first().click({ timeout: 1000 });
    }).toPass();
    await expect(page).toHaveURL(/\/admin\/mail\/[\w-]+$/);
    await expect.poll(() => page.content()).toContain(`${legalName}, Koivukatu 5, 33100 Tampere`);
    expect(await page.content()).toContain(email);
    await expectOnlyOwnName(page);
  } finally {
    await server.stop();
  }
});

async function expectOnlyOwnName(page: Page): Promise<void> {
  expect(await page.content(), page.url()).not.toMatch(/Tallbacka|Falun|\bkr\b/i);
}

/** `#fffdf9` → `rgb(255, 253, 249)`. */
function rgb(colour: string): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return `rgb(${channels.join(', ')})`;
}

/** Returns the reference of the invoice that this order's payment waits for. */
function findInvoice(orderId: string, file = 'build.db'): string {
  const db = new Database(join(tree, file), { readonly: true });
  try {
    return (
      db.prepare<[string], string>('SELECT invoiceReference FROM Payment WHERE orderId = ?').pluck().get(orderId) ?? ''
    );
  } finally {
    db.close();
  }
}

test('a Finnish shop is filled by an import, sells, sends, takes goods back and closes its day', async ({ page }) => {
  const port = await freePort();
  const shop = `http://127.0.0.1:${port}`;
  const server = await start(tree, port, { ...(await finnishDatabases('day', '--empty')), MERCHANT: '' });
  const main = page.getByRole('main');
  const button = (name: string | RegExp) => main.getByRole('button', { name });
  try {
    const form = { name: 'Aino', password: adminPassword };
    await page.request.post(`${shop}/admin/session`, { form, maxRedirects: 0 });
    await page.goto(`${shop}/admin/products/categories`);
    for (const [language, name] of [
      ['en', 'Saunas'],
      ['sv', 'Bastu'],
    ])
      await page.locator(`#name-${language}`).fill(name ?? '');
    await button('Create the category').click();
    await expect(page.getByRole('status')).toBeVisible();

    const file = [
      'slug;category;price;currency;vat;stock;published;name_en;name_sv;description_en;description_sv',
      'ladle;saunas;49,90;EUR;25,5;3;yes;Löyly ladle;Badskopa;Alder.;Al.',
      'tar-drops;saunas;6,95;EUR;13,5;40;yes;Tar drops;Tjärdroppar;SUGAR, tar.;SOCKER, tjära.',
    ].join('\n');
    await page.goto(`${shop}/admin/products/import`);
    await main
      .locator('input[type=file]')
      .setInputFiles({ name: 'goods.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
    await button('Check the file').click();
    await button('Import 2 products').click();
    await expect(page.getByRole('status')).toContainText('New products: 2.');

    for (const [slug, name] of [
      ['ladle', 'Löyly ladle'],
      ['tar-drops', 'Tar drops'],
    ]) {
      await page.goto(`${shop}/products/${slug}`);
      await button('Add to cart').click();
      await expect(page.getByText(`${name} is in the cart.`)).toBeAttached();
    }
    await page.goto(`${shop}/checkout`);
    await new CheckoutPage(page).fill({ postalCode: '33100', city: 'Tampere' });
    await page.getByRole('button', { name: 'Pay €62.75' }).click();
    await expect(page).toHaveURL(/\/pay$/);
    const orderId = page.url().slice(-26, -4);
    const reference = findInvoice(orderId, 'day/shop.db');
    const paid = await page.request.post(`${shop}/sandbox/api/invoices/${reference}/pay`, { data: { pin: '1234' } });
    expect(paid.ok(), await paid.text()).toBe(true);
    await expect(page).toHaveURL(/\/receipt$/);
    const ersReference = /\d{25}/.exec((await main.textContent()) ?? '')?.[0] ?? 'none';

    await page.goto(`${shop}/admin/orders/10001`);
    await page.getByLabel('Carrier', { exact: true }).selectOption('Posti');
    await button('Mark as sent').click();
    await expect(page.getByRole('status')).toContainText('Marked as sent.');
    const label = await page.request.get(`${shop}/admin/orders/10001/label.pdf`);
    expect(pdfText(await label.body()).join(' ')).toContain('Tampere');

    await main.getByRole('link', { name: 'Refund' }).click();
    await main.getByRole('radio', { name: 'Items' }).check();
    await main.getByRole('textbox', { name: /ladle/ }).fill('1');
    await main.getByRole('checkbox', { name: /stock/ }).check();
    await main.getByLabel('Reason').fill('Came back');
    await button('Review refund').click();
    await button('Refund €49.90').click();
    await expect(page.getByRole('status')).toContainText('refunded');
    await page.goto(`${shop}/admin/products/ladle`);
    await expect(page.getByLabel('Stock')).toHaveValue('3');

    await page.goto(`${shop}/admin/periods`);
    await button('Close the shop’s day').click();
    await expect(page.getByText('Compared', { exact: true })).toBeVisible({ timeout: 30_000 });
    await page.getByText(/matched lines?$/).click();
    await expect(page.getByText(ersReference)).toBeVisible();
    await expect(page.getByRole('region', { name: /difference/ })).toHaveCount(0);

    await page.goto(`${shop}/admin/vat`);
    // The ladle's 49.90 is refunded in full, but the delivery's 5.90 is not, and it is split between both rates.
    for (const rate of ['25.5%', '13.5%']) await expect(main).toContainText(rate);
    await page.goto(`${shop}/admin/audit`);
    await expect(main).toContainText('Aino');
  } finally {
    await server.stop();
  }
});
