import type { Page, Route } from 'playwright/test';
import { expect, test } from '../fixtures';
import { PaymentPage } from '../pages/payment-page';

/** Holds back requests for the receipt page until `release` is called. */
async function holdReceiptPage(page: Page) {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/receipt(\?|$)/, async (route: Route) => {
    await released;
    await route.continue();
  });
  return { release: () => release() };
}

for (const [language, prefix, label] of [
  ['English', '', 'SEQR reference'],
  ['Swedish', '/sv', 'SEQR-referens'],
] as const) {
  test(`the receipt appears before its page is loaded, with the same content, in ${language}`, async ({
    page,
    goods,
    buyer,
    sandbox,
  }) => {
    const { orderId, invoiceReference } = await buyer.order(await goods.any());
    const receiptPage = await holdReceiptPage(page);
    const streaming = page.waitForResponse(`**/payment/events`);
    await page.goto(`${prefix}/orders/${orderId}/pay`);
    await new PaymentPage(page).showCode();
    await streaming;
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await sandbox.pay(invoiceReference);

    const { ersReference } = await sandbox.read(invoiceReference);
    await expect(page.getByRole('term').filter({ hasText: label })).toBeVisible();
    await expect(page.getByText(ersReference ?? '', { exact: true })).toBeVisible();
    await expect(page).toHaveURL(`${prefix}/orders/${orderId}/pay`);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    const early = await page.getByRole('main').ariaSnapshot();

    receiptPage.release();
    await expect(page).toHaveURL(`${prefix}/orders/${orderId}/receipt`);
    await page.reload();
    expect(await page.getByRole('main').ariaSnapshot()).toBe(early);
  });
}
