import { expect, test } from '../fixtures';
import { CheckoutPage } from '../pages/checkout-page';
import { PayerApp } from '../pages/payer-app';
import { PaymentPage } from '../pages/payment-page';
import { ProductPage } from '../pages/product-page';
import { ReceiptPage } from '../pages/receipt-page';

test('a visitor buys, scans the code with a phone, pays, and sees the receipt', async ({
  page,
  phone,
  books,
  sandbox,
  baseURL,
}) => {
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Categories' }).getByRole('link', { name: 'Kitchen & table' }).click();
  await expect(page).toHaveURL('/categories/kitchen-table');
  await page.getByRole('link', { name: /Birch butter knife/ }).click();
  const product = new ProductPage(page);
  await product.add(2);
  await product.cartLink.click();
  await page.getByRole('link', { name: 'Go to checkout' }).click();

  const checkout = new CheckoutPage(page);
  await checkout.fill();
  await checkout.choose('Express');
  await expect(checkout.submit).toHaveAccessibleName('Pay 289 kr');
  await checkout.submit.click();

  await expect(page).toHaveURL(/\/orders\/[\w-]{22}\/pay$/);
  const payment = new PaymentPage(page);
  const { orderId } = payment;
  const code = await payment.scan();
  const [attempt] = await books.payments(orderId);
  expect(code).toBe(`${baseURL?.toUpperCase()}/R${attempt?.invoiceReference}`);
  expect(attempt).toMatchObject({ state: 'ISSUED', amount: 289_00 });

  const app = new PayerApp(phone);
  await app.open(code);
  await expect(phone.getByText('Birch butter knife')).toBeVisible();
  // Only the shop's deadline is shown.
  await expect(phone.getByText(/pay before/i)).toHaveText(/^Pay before (\d+ \w+ \d{4}, )?\d\d:\d\d$/);
  await app.pay();
  await expect(app.paid).toBeVisible();

  await expect(page).toHaveURL(`/orders/${orderId}/receipt`);
  const receipt = new ReceiptPage(page);
  await expect(receipt.thanks).toBeVisible();
  const { status, ersReference, paid } = await sandbox.read(attempt?.invoiceReference ?? '');
  expect({ status, paid }).toEqual({ status: 'PAID', paid: '289.00' });
  await expect(receipt.fact('SEQR reference')).toHaveText(ersReference ?? '');
  await expect(phone.getByText(ersReference ?? '')).toBeVisible();
  expect(await books.order(orderId)).toMatchObject({ state: 'PAID', total: 289_00, paymentMethod: 'seqr' });
  expect(await books.payments(orderId)).toMatchObject([{ state: 'PAID', ersReference }]);

  await page.goBack();
  await expect(page).not.toHaveURL(/\/pay$/);
});

test('the payment page still updates after the visitor returns to it', async ({ page, goods, buyer, sandbox }) => {
  const { payUrl, invoiceReference } = await buyer.order(await goods.any());
  await page.goto(payUrl);
  const payment = new PaymentPage(page);
  const code = await payment.scan();
  await page.getByRole('link', { name: 'Tallbacka, home page' }).click();
  await expect(page).toHaveURL('/');
  await page.goBack();
  expect(await payment.scan()).toBe(code);
  await page.reload();
  expect(await payment.scan()).toBe(code);
  await sandbox.pay(invoiceReference);
  await expect(new ReceiptPage(page).thanks).toBeVisible();
});

test.describe('without server-sent events', () => {
  test.use({ expectedErrors: [[/ERR_FAILED.*payment.events/], { scope: 'test' }] });

  test('polling shows the receipt', async ({ page, goods, buyer, sandbox }) => {
    await page.route('**/payment/events', (route) => route.abort());
    const { payUrl, invoiceReference } = await buyer.order(await goods.any());
    await page.goto(payUrl);
    await expect(new PaymentPage(page).code).toBeVisible();
    await sandbox.pay(invoiceReference);
    await expect(new ReceiptPage(page).thanks).toBeVisible();
  });
});
