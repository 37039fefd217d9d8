import { placeOrder } from './checkout-request';
import { expect, test } from './fixtures';

test('shot', async ({ page }) => {
  const items = [
    { slug: 'stoneware-mug-morgon', quantity: 2 },
    { slug: 'birch-butter-knife', quantity: 1 },
  ];
  const { payUrl } = await placeOrder(page.request, 'x', { items });
  await page.goto(payUrl);
  await expect(page.locator('.seqr-ready')).toBeVisible();
  await expect(page.locator('.seqr-timer')).not.toBeEmpty();
  await page.screenshot({ path: '/tmp/view-ref/payment-page.png' });
});
