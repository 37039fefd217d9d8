import { expect, test } from '@playwright/test';
import { pay, placeOrder, readCode, sandbox } from './shop';

test('a buyer who cancelled in the app pays with a new code', async ({ page }) => {
  const { payUrl, invoiceReference } = await placeOrder(page.request);
  await page.goto(payUrl);
  await sandbox(page.request, `invoices/${invoiceReference}/cancel`);
  await page.getByRole('button', { name: 'Get a new code' }).click();
  const code = await readCode(page);
  expect(code).not.toContain(invoiceReference);
  await pay(page.request, code.split('/R').at(-1) ?? '');
  await expect(page.getByRole('heading', { name: 'Thank you. Your order is paid.' })).toBeVisible();
});
