import { fillCart, placeOrder } from '../checkout-request';
import { expect, test } from '../fixtures';
import { CheckoutPage } from '../pages/checkout-page';
import { PayerApp } from '../pages/payer-app';
import { PaymentPage } from '../pages/payment-page';
import { ReceiptPage } from '../pages/receipt-page';

test('on a phone a link opens the app, which returns to the receipt', async ({ phone, books, goods, sandbox }) => {
  await fillCart(phone.request, await goods.add({ price: 80_00 }));
  const checkout = new CheckoutPage(phone);
  await checkout.open();
  await checkout.fill();
  await checkout.submit.click();

  const link = phone.getByRole('link', { name: 'Pay with SEQR' });
  await expect(link).toBeVisible();
  await expect(new PaymentPage(phone).code).toBeHidden();
  const { orderId } = new PaymentPage(phone);
  const [attempt] = await books.payments(orderId);
  const { backURL } = await sandbox.read(attempt?.invoiceReference ?? '');
  expect(new URL(backURL ?? '').pathname).toBe(`/orders/${orderId}/receipt`);

  await link.click();
  await expect(phone).toHaveURL(new RegExp(`/R${attempt?.invoiceReference}`));
  const app = new PayerApp(phone);
  await app.pay();
  await expect(app.paid).toBeVisible();

  await expect(phone).toHaveURL(backURL ?? '');
  await expect(new ReceiptPage(phone).thanks).toBeVisible();
  const { ersReference } = await sandbox.read(attempt?.invoiceReference ?? '');
  await expect(new ReceiptPage(phone).fact('SEQR reference')).toHaveText(ersReference ?? '');
  expect(await books.order(orderId)).toMatchObject({ state: 'PAID', total: 129_00 });
});

test('cancelling in the app returns to the unpaid order', async ({ phone, books, goods }) => {
  const { orderId, payUrl } = await placeOrder(phone.request, await goods.add());
  await phone.goto(payUrl);
  await phone.getByRole('link', { name: 'Pay with SEQR' }).click();
  const app = new PayerApp(phone);
  await app.cancel();
  await expect(app.canceled).toBeVisible();
  await expect(phone).toHaveURL(`/orders/${orderId}/receipt`);
  await expect(phone.getByRole('heading', { name: 'This order is not paid yet' })).toBeVisible();
  await phone.getByRole('link', { name: 'Continue to payment' }).click();
  await expect(phone.getByText('The payment was cancelled').first()).toBeVisible();
  await expect(new PaymentPage(phone).tryAgain).toBeVisible();
  expect((await books.order(orderId)).state).toBe('PENDING');
  expect(await books.payments(orderId)).toMatchObject([{ attempt: 1, state: 'CANCELED', ersReference: null }]);
});
