import { expect, test } from '../fixtures';
import { PayerApp } from '../pages/payer-app';
import { PaymentPage } from '../pages/payment-page';
import { ReceiptPage } from '../pages/receipt-page';

test('a buyer who closes the tab while paying finds the order again', async ({
  page,
  context,
  phone,
  books,
  goods,
  buyer,
}) => {
  const { orderId, payUrl } = await buyer.order(await goods.add());
  await page.goto(payUrl);
  const code = await new PaymentPage(page).scan();
  await page.close();

  const second = await context.newPage();
  await second.goto('/orders');
  const order = second.getByRole('listitem').filter({ hasText: `Order T-${(await books.order(orderId)).number}` });
  await expect(order).toContainText('Waiting for payment');
  await order.getByRole('link', { name: 'Continue to payment' }).click();
  expect(await new PaymentPage(second).scan()).toBe(code);
  await second.close();

  const app = new PayerApp(phone);
  await app.open(code);
  await app.pay();
  await expect(app.paid).toBeVisible();

  const third = await context.newPage();
  await third.goto('/');
  await third.getByRole('contentinfo').getByRole('link', { name: 'Your orders' }).click();
  const paid = third.getByRole('listitem').filter({ hasText: `Order T-${(await books.order(orderId)).number}` });
  await expect(paid).toContainText('Paid');
  await paid.getByRole('link', { name: 'Open the receipt' }).click();
  await expect(new ReceiptPage(third).thanks).toBeVisible();
  const [payment] = await books.payments(orderId);
  expect(payment?.state).toBe('PAID');
  await expect(new ReceiptPage(third).fact('SEQR reference')).toHaveText(payment?.ersReference ?? '');
});

test('only visitors with an order’s address can see the order', async ({ page, phone, goods, buyer }) => {
  const { orderId, payUrl } = await buyer.order(await goods.any());
  await page.goto('/orders');
  await expect(page.getByRole('link', { name: 'Continue to payment' })).toHaveAttribute('href', payUrl);
  await phone.goto('/orders');
  await expect(phone.getByRole('heading', { name: 'No orders from this browser yet' })).toBeVisible();
  await phone.goto(`/orders/${orderId}/receipt`);
  await expect(phone.getByRole('heading', { name: 'This order is not paid yet' })).toBeVisible();
});
