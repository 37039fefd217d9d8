import type { Page } from 'playwright/test';
import { sendForm, signInByForm } from '../admin';
import { expect, test } from '../fixtures';
import { PaymentPage } from '../pages/payment-page';

const receiptPage = /\/receipt(\?|$)/;

/** Holds back requests for the receipt page. Returns a function that releases them. */
async function holdReceiptPage(page: Page): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(receiptPage, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

/** Opens a payment page and waits until it receives events. */
async function openPaymentPage(page: Page, path: string): Promise<void> {
  const streaming = page.waitForResponse('**/payment/events');
  await page.goto(path);
  await new PaymentPage(page).showCode();
  await streaming;
}

for (const [language, prefix, label, thanks] of [
  ['English', '', 'SEQR reference', 'Thank you. Your order is paid.'],
  ['Swedish', '/sv', 'SEQR-referens', 'Tack. Din order är betald.'],
] as const) {
  test(`shows the early receipt, with the content of the receipt page, in ${language}`, async ({
    page,
    goods,
    buyer,
    sandbox,
  }) => {
    const { orderId, invoiceReference } = await buyer.order(await goods.any());
    const release = await holdReceiptPage(page);
    await openPaymentPage(page, `${prefix}/orders/${orderId}/pay`);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await sandbox.pay(invoiceReference);

    const { ersReference } = await sandbox.read(invoiceReference);
    expect(ersReference).toMatch(/^\d{25}$/);
    const reference = page.getByRole('term').filter({ hasText: label }).locator('xpath=following-sibling::dd[1]');
    await expect(reference).toHaveText(ersReference ?? '');
    await expect(page).toHaveURL(`${prefix}/orders/${orderId}/pay`);
    await expect(page.locator('main > [aria-live]')).toHaveText(thanks);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    const content = page.locator('main > div').first();
    const early = await content.ariaSnapshot();

    await page.evaluate(() => scrollTo({ top: 100, behavior: 'instant' }));
    release();
    await expect(page).toHaveURL(`${prefix}/orders/${orderId}/receipt`);
    await expect(reference).toHaveText(ersReference ?? '');
    expect(await page.evaluate(() => scrollY)).toBe(100);
    await page.reload();
    expect(await content.ariaSnapshot()).toBe(early);
  });
}

test('shows no early receipt if the merchant has reduced the order since the payment page was loaded', async ({
  page,
  browser,
  goods,
  buyer,
  books,
  sandbox,
}) => {
  const slug = await goods.add({ price: 100_00, stock: 5 });
  const { orderId, payUrl, invoiceReference } = await buyer.order(slug, { items: [{ slug, quantity: 3 }] });
  const release = await holdReceiptPage(page);
  await openPaymentPage(page, payUrl);
  // Status queries fail, so `WatchStatus` does not refresh the page.
  await page.route('**/payment', (route) => route.abort());

  const office = await browser.newContext();
  await signInByForm(office.request, 'Åsa');
  await sendForm(office.request, `/admin/orders/${(await books.order(orderId)).number}/lines`, { q0: '1' });
  await office.close();
  await expect.poll(() => sandbox.read(invoiceReference)).toMatchObject({ total: '149.00' });
  const requested = page.waitForRequest(receiptPage);
  await sandbox.pay(invoiceReference);
  await requested;

  await expect(page.getByRole('heading', { name: 'Receipt' })).toBeHidden();
  release();
  await expect(page.getByRole('row', { name: /Total/ })).toContainText('149 kr');
});
