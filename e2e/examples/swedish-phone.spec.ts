import { devices, expect, test } from '@playwright/test';
import { pay, placeOrder } from './shop';

test.use({ ...devices['Pixel 7'], locale: 'sv-SE' });

test('a buyer on a phone reads Swedish', async ({ page }) => {
  const { payUrl, invoiceReference } = await placeOrder(page.request, 'sv');
  await page.goto(payUrl);
  await expect(page.getByRole('link', { name: 'Betala med SEQR' })).toBeVisible();
  await pay(page.request, invoiceReference);
  await expect(page.getByRole('heading', { name: 'Tack. Din order är betald.' })).toBeVisible();
});
