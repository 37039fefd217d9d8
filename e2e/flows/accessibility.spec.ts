import type { Page } from 'playwright/test';
import { findViolations } from '../axe';
import { fillCart } from '../checkout-request';
import { expect, test } from '../fixtures';
import { PaymentPage } from '../pages/payment-page';
import { ReceiptPage } from '../pages/receipt-page';

/** Returns the violations of WCAG 2.2 up to AA, with their elements. */
async function violations(page: Page) {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const violations = await findViolations(page, { tags });
  return violations.map(({ id, impact, nodes }) => ({ id, impact, at: nodes.map(({ html }) => html.slice(0, 160)) }));
}

for (const path of [
  '/',
  '/sv',
  '/categories/pantry',
  '/products/heather-honey',
  '/terms',
  '/orders',
  '/cart',
  '/checkout',
]) {
  test(`${path} is accessible`, async ({ page }) => {
    await page.goto(path);
    expect(await violations(page)).toEqual([]);
  });
}

test('cart, checkout, payment and receipt are accessible', async ({ page, goods, buyer, sandbox }) => {
  await fillCart(page.request, 'heather-honey', 2);
  await page.goto('/cart');
  expect(await violations(page)).toEqual([]);
  await page.goto('/checkout');
  expect(await violations(page)).toEqual([]);

  const { payUrl, invoiceReference } = await buyer.order(await goods.any());
  await page.goto(payUrl);
  await expect(new PaymentPage(page).code).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.goto('/orders');
  expect(await violations(page)).toEqual([]);

  await page.goto(payUrl);
  await sandbox.pay(invoiceReference);
  await expect(new ReceiptPage(page).thanks).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test.describe('with problems', () => {
  test.use({ expectedErrors: [[/status of 400/], { scope: 'test' }] });

  test('a refused checkout and a cancelled payment are accessible', async ({ page, goods, buyer, sandbox }) => {
    await fillCart(page.request, await goods.any());
    await page.goto('/checkout');
    await page.getByRole('button', { name: /^Pay / }).click();
    await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
    expect(await violations(page)).toEqual([]);

    const { payUrl, invoiceReference } = await buyer.order(await goods.any());
    await page.goto(payUrl);
    await sandbox.cancel(invoiceReference);
    await expect(new PaymentPage(page).tryAgain).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
});

test('the payer app is accessible', async ({ phone, goods, buyer }) => {
  const { invoiceReference } = await buyer.order(await goods.any());
  await phone.goto('/sandbox/app');
  expect(await violations(phone)).toEqual([]);
  await phone.goto(`/R${invoiceReference}`);
  expect(await violations(phone)).toEqual([]);
});
