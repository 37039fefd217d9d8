import { expect, test } from '@playwright/test';
import { placeOrder, sandbox } from './shop';

test('a code that has expired can be replaced', async ({ page }) => {
  const { payUrl, invoiceReference } = await placeOrder(page.request);
  await page.goto(payUrl);
  // Moves the clock of this invoice only.
  await sandbox(page.request, 'clock', { advanceSeconds: 30 * 86_400, invoiceReference });
  await expect(page.getByText('This code has expired')).toBeVisible({ timeout: 15_000 });
  await page.getByRole('button', { name: 'Get a new code' }).click();
  await expect(page.getByRole('img', { name: 'QR code for the SEQR app' }).first()).toBeVisible();
});
