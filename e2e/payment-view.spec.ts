import { readQr } from './payment-view-qr';
import { expect, test } from './payment-view-server';

const code = 'HTTP://SEQR.SE/R1402562843463';
const statusURL = '/status?order=7';
const log = `<script>var calls = [], shop = { paid: s => calls.push('success ' + s.status), changed: s => calls.push(s.status) }</script>`;
const callbacks = { successCallback: 'shop.paid', statusCallback: 'shop.changed' };
const calls = 'calls.join(", ")';

// These tests provoke errors, which the browser logs to its console.
const provoked = [/status of (404|500)/, /ERR_/, /uncaught: (own failure|seqrShop: no (function nowhere|invoice))/];
test.use({ expectedErrors: [provoked, { scope: 'test' }] });

test('the tag is replaced in place and the code can be scanned', async ({ page, site }) => {
  await page.goto(site.serve({ invoiceQRCode: code, statusURL }, { before: '<p>before</p>', after: '<p>after</p>' }));
  await expect(page.getByRole('button', { name: /QR code/ })).toBeVisible();
  await expect(page.locator('script')).toHaveCount(0);
  await expect(page.locator('main > #seqr-container.seqr-desktop.seqr-status-issued')).toHaveCount(1);
  expect(await readQr(page.locator('#seqr-container'))).toBe(code);
  await page.getByRole('button', { name: /QR code/ }).click();
  await expect(page.getByText(code)).toBeVisible();
});

test('the container has a class for every status, even for those of other systems', async ({ page, site }) => {
  // `pending` and `on-hold` are WooCommerce's own order states.
  for (const [status, name] of [
    ['pending', 'seqr-status-pending'],
    ['ISSUED', 'seqr-status-pending seqr-status-issued'],
    ['on-hold', 'seqr-status-pending seqr-status-issued seqr-status-on-hold'],
    ['CANCELED', 'seqr-status-pending seqr-status-issued seqr-status-on-hold seqr-status-canceled'],
  ] as const) {
    site.behaviour = { status };
    if (status === 'pending') await page.goto(site.serve({ invoiceQRCode: code, statusURL, pollFreq: '250' }));
    await expect(page.locator('#seqr-container')).toHaveClass(`seqr-desktop ${name}`);
  }
});

test('no stream is opened if the answer has none', async ({ page, site }) => {
  await page.goto(site.serve({ invoiceQRCode: code, statusURL, pollFreq: '250' }));
  await expect.poll(() => site.queryCount).toBeGreaterThan(3);
  expect(site.requests.filter((path) => path.endsWith('/events'))).toEqual([]);
});

test('polling follows a payment to its end', async ({ page, site }) => {
  await page.goto(site.serve({ invoiceQRCode: code, statusURL, pollFreq: '250', ...callbacks }, { before: log }));
  const status = page.getByRole('status');
  await expect(status).toHaveText('Waiting for your payment');
  site.changeStatus({ status: 'ISSUED', scanned: true });
  await expect(status).toHaveText('Now confirm on your phone');
  site.changeStatus({ status: 'RESERVED' });
  await expect(status).toHaveText('The amount is reserved');
  site.changeStatus({ status: 'PAID', ersReference: '2015102910184861801032678' });
  await expect(status).toHaveText('Paid. Thank you!');
  await expect(page.locator('#seqr-container.seqr-status-paid')).toHaveCount(1);
  expect(await page.evaluate(calls)).toBe('ISSUED, RESERVED, PAID, success PAID');
  const countBefore = site.queryCount;
  await expect.poll(() => page.evaluate(calls), { intervals: [700] }).toContain('success');
  expect(site.queryCount).toBe(countBefore);
});

test('a stream reports immediately, and success only once', async ({ page, site }) => {
  site.hasStream = true;
  await page.goto(site.serve({ invoiceQRCode: code, statusURL, ...callbacks }, { before: log }));
  await expect.poll(() => site.streams.size).toBe(1);
  await expect(page.getByRole('status')).toHaveText('Waiting for your payment');
  const countBefore = site.queryCount;
  site.changeStatus({ status: 'PAID' });
  site.changeStatus({ status: 'PAID' });
  await expect(page.getByRole('status')).toHaveText('Paid. Thank you!');
  await expect.poll(() => site.streams.size).toBe(0);
  expect(await page.evaluate(calls)).toBe('ISSUED, PAID, success PAID');
  expect(site.queryCount).toBe(countBefore);
});

test('shows and reports a payment that ends as CANCELED, FAILED or EXPIRED', async ({ page, site }) => {
  const own = { canceledCallback: 'ended', failedCallback: 'ended', expiredCallback: 'ended' };
  const before = `${log}<script>function ended(s) { calls.push('ended ' + s.status) }</script>`;
  for (const [word, words] of [
    ['CANCELED', 'The payment was canceled. Nothing was charged.'],
    ['FAILED', 'The payment failed'],
    ['EXPIRED', 'The time to pay has expired'],
  ] as const) {
    site.behaviour = { status: word };
    await page.goto(`${site.serve({ invoiceQRCode: code, statusURL, ...callbacks, ...own }, { before })}?${word}`);
    await expect(page.getByRole('status')).toHaveText(words);
    await expect(page.getByRole('button', { name: /QR code/ })).toBeHidden();
    await expect(page.locator(`#seqr-container.seqr-status-${word.toLowerCase()}`)).toHaveCount(1);
    expect(await page.evaluate(calls)).toBe(`${word}, ended ${word}`);
  }
});

test('successURL comes after the callback, and Back leads to the shop', async ({ page, site }) => {
  await page.goto(site.serve({}));
  site.behaviour = { status: 'PAID' };
  const before = `<script>function paid() { sessionStorage.told = 'yes' }</script>`;
  await page.goto(
    `${site.serve({ invoiceQRCode: code, statusURL, successCallback: 'paid', successURL: '/thanks' }, { before })}?here`,
  );
  await page.waitForURL('**/thanks');
  expect(await page.evaluate('sessionStorage.told')).toBe('yes');
  await page.goBack();
  await expect(page).toHaveURL(`${site.merchant}/pay`);
});

test('counts down to expiresAt, and then asks the server', async ({ page, site }) => {
  site.behaviour = { status: 'ISSUED', expiresAt: new Date(Date.now() + 3000).toISOString() };
  await page.goto(site.serve({ invoiceQRCode: code, statusURL, pollFreq: '250' }));
  await expect(page.getByRole('timer')).toHaveText(/^0:0[123] left to pay$/);
  await expect(page.getByRole('timer')).toHaveText('0:00 left to pay');
  site.changeStatus({ status: 'EXPIRED' });
  await expect(page.getByRole('status')).toHaveText('The time to pay has expired');
  await expect(page.getByRole('timer')).toBeHidden();
});

for (const [where, parameters] of [
  ['on the page’s origin', { statusURL }],
  ['on another origin', { invoiceId: '1402562843463' }],
] as const) {
  test(`the countdown is right on a device whose clock is wrong, with the status ${where}`, async ({ page, site }) => {
    await page.clock.setFixedTime(Date.now() + 3_600_000);
    site.behaviour = { status: 'ISSUED', expiresAt: new Date(Date.now() + 90_000).toISOString() };
    await page.goto(site.serve({ invoiceQRCode: code, ...parameters }));
    await expect(page.getByRole('timer')).toHaveText(/^1:(2[6-9]|3[01]) left to pay$/);
  });
}

test('shows no countdown above one hour', async ({ page, site }) => {
  const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
  site.behaviour = { status: 'ISSUED', expiresAt: inMinutes(61) };
  await page.goto(site.serve({ invoiceQRCode: code, statusURL, pollFreq: '250' }));
  await expect(page.getByRole('status')).toHaveText('Waiting for your payment');
  await expect(page.getByRole('timer')).toHaveText('');
  site.changeStatus({ status: 'ISSUED', expiresAt: inMinutes(59.5) });
  await expect(page.getByRole('timer')).toHaveText(/^59:\d\d left to pay$/);
});

test('reports server errors and recovers', async ({ page, site }) => {
  site.behaviour = 'error';
  await page.goto(site.serve({ invoiceQRCode: code, statusURL, pollFreq: '250' }));
  await expect(page.getByRole('status')).toHaveText('No connection. Still trying');
  await expect(page.getByRole('button', { name: /QR code/ })).toBeVisible();
  site.behaviour = { status: 'PAID' };
  await expect(page.getByRole('status')).toHaveText('Paid. Thank you!');
});

test('queries the status immediately when the network is back', async ({ page, context, site }) => {
  await page.goto(site.serve({ invoiceQRCode: code, statusURL, pollFreq: '60000' }));
  await expect(page.getByRole('status')).toHaveText('Waiting for your payment');
  await context.setOffline(true);
  await expect(page.getByRole('status')).toHaveText('No connection. Still trying');
  site.behaviour = { status: 'PAID' };
  await context.setOffline(false);
  await expect(page.getByRole('status')).toHaveText('Paid. Thank you!');
});

test('queries an unknown invoice only once', async ({ page, site }) => {
  site.behaviour = 'missing';
  await page.goto(site.serve({ invoiceQRCode: code, statusURL, pollFreq: '250' }));
  await expect(page.getByRole('status')).toHaveText(/can no longer be followed/);
  await page.waitForLoadState('networkidle');
  expect(site.queryCount).toBe(1);
});

test('with only invoiceId, the view asks the script’s own host, which has the code', async ({ page, site }) => {
  site.behaviour = { status: 'ISSUED', invoiceQRCode: code };
  await page.goto(site.serve({ invoiceId: '1402562843463' }));
  await expect(page.getByRole('button', { name: /QR code/ })).toBeVisible();
  expect(site.requests).toContain('/seqr-webshop-api/invoices/1402562843463');
  expect(await readQr(page.locator('#seqr-container'))).toBe(code);
});

test('with only invoiceQRCode, the view asks the script’s own host about the reference in the code', async ({
  page,
  site,
}) => {
  site.behaviour = { status: 'PAID' };
  await page.goto(site.serve({ invoiceQRCode: code, ...callbacks }, { before: log }));
  await expect(page.getByRole('status')).toHaveText('Paid. Thank you!');
  expect(site.requests).toContain('/seqr-webshop-api/invoices/1402562843463');
  expect(await page.evaluate(calls)).toBe('PAID, success PAID');
});

test('with neither a code nor an address, the view says that the payment cannot be followed', async ({
  page,
  site,
}) => {
  await page.goto(site.serve({ layout: 'small' }));
  await expect(page.getByRole('status')).toHaveText(/can no longer be followed/);
  expect(site.queryCount).toBe(0);
});

test('with a status address that has no code, the view asks SEQR’s side for the code', async ({ page, site }) => {
  site.behaviour = { status: 'ISSUED', invoiceQRCode: code };
  await page.goto(site.serve({ invoiceId: '1402562843463', statusURL: '/status/reserved' }));
  await expect(page.getByRole('status')).toHaveText('The amount is reserved');
  await expect(page.getByRole('button', { name: /QR code/ })).toBeVisible();
});

test('loads Swedish only when needed', async ({ page, site }) => {
  await page.goto(site.serve({ invoiceQRCode: code, statusURL }));
  await expect(page.getByRole('status')).not.toBeEmpty();
  expect(site.requests.filter((path) => path.endsWith('.json'))).toEqual([]);
  await page.goto(`${site.serve({ invoiceQRCode: code, statusURL, language: 'sv' })}?sv`);
  await expect(page.getByText('Skanna och betala med SEQR')).toBeVisible();
  await expect(page.getByRole('status')).toHaveText('Väntar på din betalning');
});

for (const [locale, words] of [
  ['nb-NO', 'Venter på betalingen din'],
  ['ja-JP', 'Waiting for your payment'],
] as const) {
  test.describe(`in a browser that speaks ${locale}`, () => {
    test.use({ locale });
    test(`the view says “${words}”`, async ({ page, site }) => {
      await page.goto(site.serve({ invoiceQRCode: code, statusURL }));
      await expect(page.getByRole('status')).toHaveText(words);
    });
  });
}

test('shows several views in sequence, and survives removing a loading tag', async ({ page, site }) => {
  site.hasStream = true;
  await page.goto(site.servePage(`<main></main>`));
  const insert = (keep: boolean) =>
    page.evaluate(
      ([src, kept]) => {
        const script = document.createElement('script');
        script.id = 'seqrShop';
        script.src = String(src);
        document.querySelector('main')?.append(script);
        if (!kept) script.remove();
      },
      [`${site.script}#!invoiceQRCode=${encodeURIComponent(code)}&statusURL=/status`, keep] as const,
    );
  for (let round = 0; round < 3; round++) {
    await insert(false);
    await insert(true);
    await expect(page.locator('#seqr-container')).toHaveCount(1);
    await expect.poll(() => site.streams.size).toBe(1);
    await page.evaluate(() => document.querySelector('main')?.replaceChildren());
    await expect.poll(() => site.streams.size).toBe(0);
  }
  const countBefore = site.queryCount;
  await insert(false);
  await page.waitForLoadState('networkidle');
  expect(site.queryCount).toBe(countBefore);
});

test('a callback that throws or is missing breaks nothing', async ({ page, site }) => {
  site.behaviour = { status: 'PAID' };
  const before = `<script>function bad() { throw new Error('own failure') }</script>`;
  const parameters = {
    invoiceQRCode: code,
    statusURL,
    statusCallback: 'bad',
    successCallback: 'nowhere',
    successURL: '/thanks',
  };
  await page.goto(site.serve(parameters, { before }));
  await page.waitForURL('**/thanks');
});

test.describe('on a phone', () => {
  const userAgent = 'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36';
  test.use({ userAgent, viewport: { width: 390, height: 844 }, hasTouch: true });

  test('shows one button that opens the app, and the code for another phone', async ({ page, site }) => {
    await page.goto(site.serve({ invoiceQRCode: code, statusURL }));
    await expect(page.getByRole('link', { name: 'Pay with SEQR' })).toHaveAttribute(
      'href',
      'SEQR://SEQR.SE/R1402562843463',
    );
    await expect(page.locator('#seqr-container.seqr-mobile')).toHaveCount(1);
    await expect(page.getByRole('button', { name: /QR code/ })).toBeHidden();
    await page.getByText('Pay from another phone').click();
    expect(await readQr(page.locator('#seqr-container'))).toBe(code);
  });

  test('in demo mode the button opens the test version of the app', async ({ page, site }) => {
    await page.goto(site.serve({ invoiceQRCode: code, statusURL, mode: 'demo' }));
    await expect(page.getByRole('link', { name: 'Pay with SEQR' })).toHaveAttribute(
      'href',
      'SEQR-DEMO://SEQR.SE/R1402562843463',
    );
  });

  test('opens a sandbox’s code as a plain address, and queries immediately on return', async ({ page, site }) => {
    const invoiceQRCode = `${site.merchant.toUpperCase()}/R1402562843463`;
    await page.goto(site.serve({ invoiceQRCode, statusURL, pollFreq: '60000' }));
    await expect(page.getByRole('status')).toHaveText('Waiting for your payment');
    await page.getByRole('link', { name: 'Pay with SEQR' }).click();
    await expect(page).toHaveURL(/R1402562843463$/);
    site.behaviour = { status: 'PAID' };
    await page.goBack();
    await expect(page.getByRole('status')).toHaveText('Paid. Thank you!');
  });
});
