import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { buildPatched } from '../../scripts/chaos/sabotage';
import { root } from '../../scripts/shared/run.mjs';
import { freePort } from '../../scripts/shared/serve.mjs';
import { nextBin } from '../../scripts/shared/steps.mjs';
import { testVariables } from '../../scripts/shared/test-environment.mjs';
import { customer } from '../checkout-request';
import { waitUntilStarted } from '../environment/second-server';
import { expect, test } from '../fixtures';

const tree = join(root, '.data', 'german');
const germanOn = { file: 'lib/i18n/enabled-languages.js', replace: "['en', 'sv']", by: "['en', 'sv', 'de']" };

test.describe.configure({ mode: 'serial', timeout: 600_000 });
test.beforeAll(() => {
  test.setTimeout(600_000);
  return buildPatched(tree, [germanOn]);
});

/** Starts the build in `folder` with the patched copy's databases. */
function start(folder: string, port: number) {
  const env = {
    ...process.env,
    ...testVariables('.data/unused', port),
    DATABASE_URL: `file:${join(tree, 'build.db')}`,
    SEQR_SANDBOX_DATABASE_URL: `file:${join(tree, 'sandbox.db')}`,
  };
  return waitUntilStarted([join(root, nextBin), 'start', folder, '-p', String(port), '-H', '127.0.0.1'], root, env);
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
      const files = readdirSync(join(root, '.next', 'static'), { recursive: true, encoding: 'utf8' });
      const scripts = files.filter((file) => /\.(?:js|css|woff2)$/.test(file)).map((file) => `/_next/static/${file}`);
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

/** Returns the reference of the invoice that this order's payment waits for. */
function findInvoice(orderId: string): string {
  const db = new Database(join(tree, 'build.db'), { readonly: true });
  try {
    return (
      db.prepare<[string], string>('SELECT invoiceReference FROM Payment WHERE orderId = ?').pluck().get(orderId) ?? ''
    );
  } finally {
    db.close();
  }
}
