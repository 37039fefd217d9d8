import { readQr } from './payment-view-qr';
import { expect, test } from './payment-view-server';

const code = 'HTTP://SEQR.SE/R1402562843463';
const statusURL = '/status?order=7';

// Some of these tags are incomplete, which the script reports in the console.
test.use({ expectedErrors: [[/uncaught: seqrShop: /], { scope: 'test' }] });

test.describe('the tag', () => {
  const parameters = { invoiceQRCode: code, statusURL };

  for (const [what, change] of [
    ['with the id that WordPress gives it', (tag: string) => tag.replace('id="seqrShop"', 'id="seqrShop-js"')],
    ['with an id that the page chose', (tag: string) => tag.replace('id="seqrShop"', 'id="payment"')],
    ['without an id, as in SEQR’s last documentation', (tag: string) => tag.replace('id="seqrShop" ', '')],
    ['deferred', (tag: string) => tag.replace('id="seqrShop"', 'defer')],
    [
      'over several lines, as in SEQR’s last documentation',
      (tag: string) =>
        tag.replace('#!', '#!\n    mode=demo&amp;\n    ').replace('&amp;statusURL', '&amp;\n    statusURL'),
    ],
  ] as const) {
    test(`is found ${what}`, async ({ page, site }) => {
      await page.goto(site.servePage(`<main>${change(site.tag(parameters))}</main>`));
      await expect(page.locator('main > #seqr-container.seqr-status-issued')).toHaveCount(1);
      await expect(page.getByRole('button', { name: /QR code/ })).toBeVisible();
    });
  }

  test('is found beside a bundle that contains the script', async ({ page, site }) => {
    const bundle = `<script>document.head.append(Object.assign(document.createElement('script'), { textContent: \`\${await (await fetch('${site.script}')).text()}\` }))</script>`;
    const kept = site.tag(parameters).replace('<script', '<script type="text/plain"');
    await page.goto(site.servePage(`<main>${kept}</main>${bundle.replace('<script>', '<script type="module">')}`));
    await expect(page.locator('main > #seqr-container.seqr-status-issued')).toHaveCount(1);
  });

  test('reports missing parameters in the console', async ({ page, site }) => {
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.goto(site.servePage(`<main>${site.tag({})}</main>`));
    await expect(page.getByRole('status')).toHaveText(/can no longer be followed/);
    await expect.poll(() => errors).toEqual([expect.stringContaining('seqrShop.js#!invoiceQRCode=')]);
    await page.goto(
      `${site.servePage(`<div><template shadowrootmode="open">${site.tag(parameters)}</template></div>`)}?2`,
    );
    await expect.poll(() => errors).toEqual([expect.anything(), expect.stringContaining('id="seqrShop"')]);
  });
});

test.describe('a page from 2014', () => {
  const invoice = { title: 'Cinema', currency: 'SEK', items: [{ description: 'Ticket', amount: 16 }] };
  const sent = { resultCode: 0, invoiceReference: '1402562843463', invoiceQRCode: code };

  test('lets the script send its invoice to its own PHP pages', async ({ page, site }) => {
    site.sendInvoice = sent;
    const before = `<script>var calls = []; function paymentDone(s) { calls.push(s.status) }</script>`;
    const body = JSON.stringify({
      invoice,
      apiURL: '/shop/seqr-webshop-api',
      paidCallback: 'paymentDone',
      pollFreq: 500,
    });
    await page.goto(site.serve({}, { before, body }));
    await expect(page.getByRole('status')).toHaveText('Waiting for your payment');
    expect(await readQr(page.locator('#seqr-container'))).toBe(code);
    const notificationUrl = `${site.merchant}/shop/seqr-webshop-api/getPaymentStatus.php`;
    expect(site.invoices).toEqual([{ ...invoice, notificationUrl }]);
    expect(site.requests).toContain('/shop/seqr-webshop-api/getPaymentStatus.php');
    site.changeStatus({ status: 'PAID' });
    await expect(page.getByRole('status')).toHaveText('Paid. Thank you!');
    expect(await page.evaluate('calls')).toEqual(['PAID']);
  });

  test('uses the PHP pages on the script’s host without apiURL', async ({ page, site }) => {
    site.sendInvoice = sent;
    await page.goto(site.serve({}, { body: JSON.stringify({ invoice }) }));
    await expect(page.getByRole('status')).toHaveText('Waiting for your payment');
    expect(site.requests).toContain('/seqr-webshop-api/sendInvoice.php');
    expect(site.requests).toContain('/seqr-webshop-api/getPaymentStatus.php');
  });

  test('reports a refused invoice', async ({ page, site }) => {
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.goto(site.serve({}, { body: JSON.stringify({ invoice }) }));
    await expect(page.getByRole('status')).toHaveText(/can no longer be followed/);
    const refused = [expect.stringContaining('sendInvoice.php sent no invoice (90 SYSTEM_ERROR)')];
    await expect.poll(() => errors).toEqual(refused);
    expect(site.invoices).toHaveLength(1);
  });

  test('uses code that other pages do not load', async ({ page, site }) => {
    await page.goto(site.serve({ invoiceQRCode: code, statusURL }));
    await expect(page.getByRole('status')).not.toBeEmpty();
    expect(site.requests.filter((path) => path.includes('/js/'))).toEqual(['/seqr-webshop-plugin/js/seqrShop.js']);
  });
});
