import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Page } from 'playwright/test';
import { getShopTexts } from '../../lib/i18n/get-shop-texts';
import { freePort } from '../../scripts/shared/serve.mjs';
import { test as base, expect } from '../fixtures';
import { PaymentPage } from '../pages/payment-page';
import { ReceiptPage } from '../pages/receipt-page';
import { isRunningShop, needsOwnServer } from '../shop-under-test';

// Needs its own server, because the sandbox stops answering for all payments.
const test = base.extend({
  baseURL: async ({ playwright }, use) => {
    const port = await freePort();
    const address = `http://127.0.0.1:${port}`;
    const server = spawn(process.execPath, ['e2e/environment/server.mjs', String(port)], {
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    const ended = once(server, 'exit');
    const request = await playwright.request.newContext();
    const isReady = () =>
      request.get(`${address}/api/health`).then(
        (response) => response.ok(),
        () => false,
      );
    await expect.poll(isReady, { timeout: 90_000 }).toBe(true);
    await use(address);
    await request.dispose();
    server.kill('SIGTERM');
    await ended;
  },
});
test.skip(isRunningShop, needsOwnServer);

/** The page checks every ten seconds. The fake clock skips the wait. */
async function untilPage(page: Page, says: () => Promise<void>) {
  await expect(async () => {
    await page.clock.fastForward(10_000);
    await says();
  }).toPass({ timeout: 40_000 });
}

test('an open payment page reports when SEQR stops answering and when it is back', async ({
  page,
  goods,
  buyer,
  sandbox,
}) => {
  const slug = await goods.add();
  const { payUrl, invoiceReference } = await buyer.order(slug);
  // The more payments are polled, the sooner an outage is detected.
  for (let more = 0; more < 4; more++) await buyer.order(slug);
  await page.clock.install();
  await page.goto(payUrl);
  await expect(new PaymentPage(page).code).toBeVisible();
  const notice = page.getByText(getShopTexts('en').pay.seqrDown);
  await expect(notice).toHaveCount(0);

  await page.request.post('/sandbox/api/faults', { data: { kind: 'down' } });
  await untilPage(page, () => expect(notice).toBeVisible({ timeout: 1_000 }));
  await page.goto('/checkout');
  await page.goBack();
  await expect(notice).toBeVisible();

  await page.request.delete('/sandbox/api/faults');
  await untilPage(page, () => expect(notice).toHaveCount(0, { timeout: 1_000 }));
  await sandbox.pay(invoiceReference);
  await expect(new ReceiptPage(page).thanks).toBeVisible({ timeout: 20_000 });
});
