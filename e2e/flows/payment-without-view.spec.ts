import { getShopTexts } from '../../lib/i18n/get-shop-texts';
import { expect, test } from '../fixtures';
import { PaymentPage } from '../pages/payment-page';
import { ReceiptPage } from '../pages/receipt-page';

// These pages query the payment's status every ten seconds. The fake clock skips the wait.
const A_LOOK_MS = 10_500;

test.describe('a payment page whose view does not load', () => {
  test.use({ expectedErrors: [[/ERR_FAILED/, /seqrShopRare/], { scope: 'test' }] });

  test('leads to the receipt once the payment is paid', async ({ page, goods, buyer, sandbox, books }) => {
    const { payUrl, orderId, invoiceReference } = await buyer.order(await goods.add());
    await page.clock.install();
    await page.route('**/seqrShop.js*', (route) => route.abort());
    await page.goto(payUrl);
    await expect(page.getByRole('heading', { name: getShopTexts('en').pay.title })).toBeVisible();
    await sandbox.pay(invoiceReference);
    await expect.poll(async () => (await books.order(orderId)).state).toBe('PAID');
    await page.clock.fastForward(A_LOOK_MS);
    await expect(new ReceiptPage(page).thanks).toBeVisible();
  });

  test('shows the code and a link, and the view once its script loads', async ({ page, goods, buyer }) => {
    const { payUrl } = await buyer.order(await goods.add());
    await page.clock.install();
    await page.route('**/seqrShop.js*', (route) => route.abort(), { times: 1 });
    await page.goto(payUrl);
    const link = page.getByRole('link', { name: getShopTexts('en').pay.codeLink });
    await expect(link).toHaveAttribute('href', /^HTTP:\/\//i);
    await expect(page.getByRole('img', { name: getShopTexts('en').pay.codeAlt })).toBeVisible();
    await page.clock.fastForward(1_500);
    await expect(new PaymentPage(page).code).toBeVisible();
    await expect(link).toHaveCount(0);
  });

  test('keeps the code while an older browser cannot load the second file', async ({ page, goods, buyer }) => {
    const { payUrl } = await buyer.order(await goods.add());
    await page.clock.install();
    await page.addInitScript(() => {
      CSS.supports = () => false;
    });
    let requests = 0;
    await page.route('**/seqrShopRare.mjs', (route) => {
      requests += 1;
      return route.abort();
    });
    await page.goto(payUrl);
    const code = page.getByRole('img', { name: getShopTexts('en').pay.codeAlt });
    await expect.poll(() => requests).toBe(1);
    await expect(async () => {
      await page.clock.fastForward(A_LOOK_MS);
      await expect(code).toBeVisible({ timeout: 1_000 });
    }).toPass();
    const loaded = page.waitForResponse('**/seqrShop.js');
    await page.clock.fastForward(1_500);
    await loaded;
    await expect(code).toBeVisible();
    await page.unroute('**/seqrShopRare.mjs');
    await expect(async () => {
      await page.clock.fastForward(A_LOOK_MS);
      await expect(code).toHaveCount(0, { timeout: 1_000 });
    }).toPass();
    // For such browsers the view is a link to the app.
    await expect(page.getByRole('main').getByRole('link', { name: 'Pay with SEQR' })).toBeVisible();
  });
});

test.describe('a page that slept', () => {
  test.use({ expectedErrors: [[/ERR_FAILED/], { scope: 'test' }] });
  test('shows the code of the attempt that another tab has requested meanwhile', async ({
    page,
    goods,
    buyer,
    sandbox,
    books,
  }) => {
    const { payUrl, orderId, invoiceReference } = await buyer.order(await goods.add());
    await page.clock.install();
    await page.route('**/api/orders/**', (route) => route.abort());
    await page.goto(payUrl);
    const { code } = new PaymentPage(page);
    await expect(code).toBeVisible();
    const before = await code.innerHTML();
    await sandbox.cancel(invoiceReference);
    await expect.poll(async () => (await books.payments(orderId)).at(-1)?.state).toBe('CANCELED');
    expect((await page.request.post(`/api/orders/${orderId}/payment`)).ok()).toBe(true);
    await page.unroute('**/api/orders/**');
    // The clock stands still, so only waking up makes the page ask.
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await expect.poll(() => code.innerHTML()).not.toBe(before);
  });
});

test('the page of a closed attempt shows the new code after another tab has requested it', async ({
  page,
  context,
  goods,
  buyer,
  sandbox,
  books,
}) => {
  const { payUrl, orderId, invoiceReference } = await buyer.order(await goods.add());
  await sandbox.cancel(invoiceReference);
  await page.clock.install();
  await page.goto(payUrl);
  await expect(new PaymentPage(page).tryAgain).toBeVisible();
  const other = await context.newPage();
  await other.goto(payUrl);
  await new PaymentPage(other).tryAgain.click();
  await expect(new PaymentPage(other).code).toBeVisible();
  expect((await books.order(orderId)).state).toBe('PENDING');
  await page.clock.fastForward(A_LOOK_MS);
  await expect(new PaymentPage(page).code).toBeVisible();
});

test('a receipt page that was opened too early shows the payment once it is booked', async ({
  page,
  goods,
  buyer,
  sandbox,
  pausePolling,
}) => {
  const { orderId, invoiceReference } = await buyer.order(await goods.add());
  await page.clock.install();
  await page.goto(`/orders/${orderId}/receipt`);
  await expect(page.getByRole('heading', { name: getShopTexts('en').receipt.unpaidTitle })).toBeVisible();
  await pausePolling(orderId);
  await sandbox.pay(invoiceReference);
  await expect(async () => {
    await page.clock.fastForward(A_LOOK_MS);
    await expect(new ReceiptPage(page).thanks).toBeVisible({ timeout: 1_000 });
  }).toPass();
});
