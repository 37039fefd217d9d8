import { expect, test } from './fixtures';
import { readQr } from './payment-view-qr';

const views = 'seqr-payment-view';
/** Returns the number of callbacks that the component added to window. */
const callbacks = () => Object.keys(window).filter((name) => /^seqr_/.test(name)).length;

test('the view navigates to the receipt with the client router, and Back does not return to it', async ({
  page,
  goods,
  buyer,
  sandbox,
}) => {
  const { payUrl, invoiceReference, invoiceQRCode } = await buyer.order(await goods.any());
  await page.goto('/');
  await page.goto(payUrl);
  await expect(page.locator(views)).toHaveCount(1);
  expect(await readQr(page.locator('.seqr-tile'))).toBe(invoiceQRCode);
  await page.evaluate('window.sameDocument = true');

  await sandbox.pay(invoiceReference);
  await expect(page).toHaveURL(/\/receipt$/);
  expect(await page.evaluate('window.sameDocument')).toBe(true);
  await expect(page.locator(views)).toHaveCount(0);
  await expect.poll(() => page.evaluate(callbacks)).toBe(0);
  await page.goBack();
  await expect(page).toHaveURL('/');
});

test('a cancelled payment refreshes the page', async ({ page, goods, buyer, sandbox }) => {
  const { payUrl, invoiceReference } = await buyer.order(await goods.any());
  await page.goto(payUrl);
  await expect(page.locator('.seqr-ready')).toBeVisible();
  await sandbox.cancel(invoiceReference);
  await expect(page.getByRole('button', { name: 'Get a new code' })).toBeVisible();
  await expect(page.locator(views)).toHaveCount(0);
  await expect.poll(() => page.evaluate(callbacks)).toBe(0);
});

test('the view causes no layout shift, and appears again after navigating away and back', async ({
  page,
  goods,
  buyer,
}) => {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) shifts.push(entry.value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const { payUrl } = await buyer.order(await goods.any());
  await page.goto(payUrl);
  await expect(page.locator('.seqr-ready')).toBeVisible();
  expect(await page.evaluate('shifts')).toEqual([]);
  await page.goto('/terms');
  await page.goBack();
  await expect(page.locator('.seqr-ready')).toBeVisible();
  await expect(page.locator(views)).toHaveCount(1);
});
