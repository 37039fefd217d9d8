import { expect, test } from '../fixtures';
import { PayerApp } from '../pages/payer-app';
import { PaymentPage } from '../pages/payment-page';
import { ReceiptPage } from '../pages/receipt-page';

test('a payment cancelled in the app is paid with a new code', async ({
  page,
  phone,
  books,
  goods,
  buyer,
  sandbox,
}) => {
  const slug = await goods.add({ stock: 3 });
  const { orderId, payUrl, invoiceReference } = await buyer.order(slug);
  await page.goto(payUrl);
  const payment = new PaymentPage(page);
  const firstCode = await payment.scan();
  const app = new PayerApp(phone);
  await app.open(firstCode);
  await app.cancel();
  await expect(app.canceled).toBeVisible();

  await expect(payment.tryAgain).toBeVisible();
  await expect(page.getByText('Nothing has been charged, and your items are still reserved.')).toBeVisible();
  await expect(payment.code).toBeHidden();
  expect(await books.payments(orderId)).toMatchObject([{ state: 'CANCELED' }]);
  expect(await goods.read(slug)).toMatchObject({ stock: 2, reserved: 1, sold: 0 });

  await payment.tryAgain.click();
  const secondCode = await payment.scan();
  expect(secondCode).not.toBe(firstCode);
  await app.open(secondCode);
  await app.pay();
  await expect(new ReceiptPage(page).thanks).toBeVisible();

  const [first, second] = await books.payments(orderId);
  expect(first).toMatchObject({ attempt: 1, state: 'CANCELED', invoiceReference, ersReference: null });
  expect(second).toMatchObject({ attempt: 2, state: 'PAID' });
  expect((await sandbox.read(second?.invoiceReference ?? '')).ersReference).toBe(second?.ersReference);
  await expect(new ReceiptPage(page).fact('SEQR reference')).toHaveText(second?.ersReference ?? '');
  expect(await books.history(orderId)).toEqual([
    '1 CREATED',
    '1 ISSUED',
    '1 CANCELED',
    '2 CREATED',
    '2 ISSUED',
    '2 PAID',
  ]);
  expect(await sandbox.invoicesSentFor(orderId)).toHaveLength(2);
  expect(await goods.read(slug)).toMatchObject({ stock: 2, reserved: 0, sold: 1 });
});

test('an invoice that expires at SEQR can be replaced', async ({ page, books, goods, buyer, sandbox }) => {
  const { orderId, payUrl, invoiceReference } = await buyer.order(await goods.add());
  await page.goto(payUrl);
  const payment = new PaymentPage(page);
  await payment.showCode();
  await sandbox.advance(invoiceReference, 30 * 86_400);
  await expect(payment.tryAgain).toBeVisible({ timeout: 15_000 });
  await expect(page.getByText('This code has expired')).toBeVisible();
  expect(await books.payments(orderId)).toMatchObject([{ state: 'EXPIRED' }]);
  await payment.tryAgain.click();
  await payment.showCode();
  expect(await books.payments(orderId)).toMatchObject([{ state: 'EXPIRED' }, { state: 'ISSUED' }]);
});

test('an expired order says so, and its stock is released', async ({
  page,
  books,
  goods,
  buyer,
  sandbox,
  expireOrder,
}) => {
  const slug = await goods.add({ stock: 1 });
  const { orderId, payUrl, invoiceReference } = await buyer.order(slug);
  await page.goto(payUrl);
  await new PaymentPage(page).showCode();
  await expireOrder(orderId);
  await expect(page.getByRole('heading', { name: 'The order was not paid in time' })).toBeVisible({ timeout: 15_000 });
  await expect(page.getByText('Nothing has been charged, and your items are no longer reserved.')).toBeVisible();
  expect((await books.order(orderId)).state).toBe('EXPIRED');
  expect(await goods.read(slug)).toMatchObject({ stock: 1, reserved: 0 });
  expect((await sandbox.read(invoiceReference)).status).toBe('CANCELED');
});

test('a unit that an unpaid order holds is for sale again after the order has expired', async ({
  page,
  goods,
  buyer,
}) => {
  const slug = await goods.add({ stock: 1 });
  const addToCart = page.getByRole('button', { name: 'Add to cart' });
  await page.goto(`/products/${slug}`);
  await expect(addToCart).toBeVisible();
  await buyer.order(slug);
  await page.reload();
  await expect(addToCart).toHaveCount(0);
  expect(await goods.read(slug)).toMatchObject({ stock: 0, reserved: 1 });
  await goods.expireOrders(slug);
  // A check in progress can delay the next one by 8 s and hold its lease for 10 s.
  await expect.poll(() => goods.read(slug), { timeout: 40_000 }).toMatchObject({ stock: 1, reserved: 0 });
  // If the shop did not announce the release, the page would stay cached for 60 s.
  await expect(async () => {
    await page.reload();
    await expect(addToCart).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
  await buyer.order(slug);
});

test('the buyer cancels the order in the shop and puts its products back into the cart', async ({
  page,
  books,
  goods,
  buyer,
  sandbox,
}) => {
  const slug = await goods.add({ stock: 1 });
  const { orderId, payUrl, invoiceReference } = await buyer.order(slug);
  await page.goto(payUrl);
  await page.getByRole('button', { name: 'Cancel the order' }).click();
  await expect(page.getByRole('heading', { name: 'The order is cancelled' })).toBeVisible();
  expect((await books.order(orderId)).state).toBe('CANCELED');
  expect(await books.payments(orderId)).toMatchObject([{ state: 'CANCELED' }]);
  expect((await sandbox.read(invoiceReference)).status).toBe('CANCELED');
  expect(await goods.read(slug)).toMatchObject({ stock: 1, reserved: 0, sold: 0 });

  await page.getByRole('button', { name: 'Put the items back in the cart' }).click();
  await expect(page).toHaveURL('/cart');
  await expect(page.getByRole('listitem').filter({ hasText: slug })).toBeVisible();
});

test('opening the receipt’s address does not mark an order as paid', async ({ page, books, goods, buyer }) => {
  const { orderId } = await buyer.order(await goods.add());
  await page.goto(`/orders/${orderId}/receipt?status=PAID`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This order is not paid yet');
  await expect(new ReceiptPage(page).fact('SEQR reference')).toHaveCount(0);
  expect((await books.order(orderId)).state).toBe('PENDING');
});
