import { expect, test } from '@playwright/test';
import { pay, placeOrder, removeFaults, sandbox } from './shop';

// SEQR reverses a payment if the shop does not fetch its status within 20 seconds.
test('a payment that the shop cannot confirm in time is reversed', async ({ page }) => {
  const { payUrl, invoiceReference } = await placeOrder(page.request);
  await page.goto(payUrl);
  await sandbox(page.request, 'faults', { kind: 'http', status: 500, operation: 'getPaymentStatus', invoiceReference });
  await pay(page.request, invoiceReference);
  await sandbox(page.request, 'clock', { advanceSeconds: 21, invoiceReference });
  await removeFaults(page.request, invoiceReference);
  await expect(page.getByText('Nothing has been charged')).toBeVisible({ timeout: 25_000 });
  await expect(page.getByRole('button', { name: 'Get a new code' })).toBeVisible();
});
