import { expect, test } from '../fixtures';
import { PaymentPage } from '../pages/payment-page';
import { ReceiptPage } from '../pages/receipt-page';

test('the shop finds a payment in time even if its notification is lost', async ({
  page,
  books,
  goods,
  buyer,
  sandbox,
}) => {
  const { orderId, payUrl, invoiceReference } = await buyer.order(await goods.add());
  await sandbox.misbehave(invoiceReference, { kind: 'dropNotification' });
  await page.goto(payUrl);
  await new PaymentPage(page).showCode();
  await sandbox.pay(invoiceReference);
  // The watcher polls every 8 s, and SEQR waits for 20 s.
  await expect(new ReceiptPage(page).thanks).toBeVisible({ timeout: 18_000 });
  expect((await books.order(orderId)).state).toBe('PAID');
  const { status, notifications } = await sandbox.read(invoiceReference);
  expect(status).toBe('PAID');
  expect(notifications.flatMap(({ attempts }) => attempts.map(({ httpStatus }) => httpStatus))).not.toContain(204);
});

test('a payment that the shop cannot confirm within 20 seconds is reversed, and the page says so', async ({
  page,
  books,
  goods,
  buyer,
  sandbox,
}) => {
  const slug = await goods.add({ stock: 2 });
  const { orderId, payUrl, invoiceReference } = await buyer.order(slug);
  await page.goto(payUrl);
  const payment = new PaymentPage(page);
  await payment.showCode();
  await sandbox.misbehave(invoiceReference, { kind: 'http', status: 500, operation: 'getPaymentStatus' });
  await sandbox.pay(invoiceReference);
  expect((await books.order(orderId)).state).toBe('PENDING');
  await sandbox.advance(invoiceReference, 21);
  expect(await sandbox.read(invoiceReference)).toMatchObject({ status: 'CANCELED', closedBy: 'REVERSAL', paid: null });
  await sandbox.behave(invoiceReference);

  await expect(payment.tryAgain).toBeVisible({ timeout: 25_000 });
  await expect(page.getByText('Nothing has been charged, and your items are still reserved.')).toBeVisible();
  expect((await books.order(orderId)).state).toBe('PENDING');
  expect(await books.payments(orderId)).toMatchObject([{ state: 'CANCELED', ersReference: null }]);
  expect(await goods.read(slug)).toMatchObject({ stock: 1, reserved: 1, sold: 0 });
});

test('a lost answer to the first sendInvoice shows no code, and the buyer gets a new one for the same order', async ({
  page,
  books,
  goods,
  buyer,
  sandbox,
}) => {
  const [slug, other] = [await goods.add(), await goods.add()];
  await sandbox.misbehave({ sku: slug }, { kind: 'close', operation: 'sendInvoice', times: 1 });
  // Another buyer's order, which the fault does not affect.
  expect((await buyer.order(other)).invoiceReference).toMatch(/^\d+$/);
  const { orderId, payUrl, invoiceReference } = await buyer.order(slug);
  expect(invoiceReference).toBeNull();
  await page.goto(payUrl);
  const payment = new PaymentPage(page);
  await payment.tryAgain.click();
  await payment.showCode();
  const payments = await books.payments(orderId);
  expect(payments).toMatchObject([{ state: 'UNKNOWN' }, { state: 'ISSUED' }]);
  await sandbox.pay(payments[1]?.invoiceReference ?? '');
  await expect(new ReceiptPage(page).thanks).toBeVisible();
});
