import { fillCart } from '../checkout-request';
import { expect, test } from '../fixtures';
import { CheckoutPage } from '../pages/checkout-page';
import { PaymentPage } from '../pages/payment-page';
import { ReceiptPage } from '../pages/receipt-page';

test('a bank-transfer order shows the amount and the reference', async ({ page, books, goods, sandbox }) => {
  const slug = await goods.add({ price: 310_00, stock: 4 });
  await fillCart(page.request, slug, 2);
  const checkout = new CheckoutPage(page);
  await checkout.open();
  await checkout.fill();
  await checkout.choose('Invoice');
  await expect(checkout.submit).toHaveAccessibleName('Place the order for 669 kr');
  await checkout.submit.click();

  await expect(page.getByRole('heading', { level: 1, name: 'Thank you for your order' })).toBeVisible();
  const { orderId } = new PaymentPage(page);
  const order = await books.order(orderId);
  expect(order).toMatchObject({ state: 'PENDING', paymentMethod: 'invoice', total: 669_00 });
  expect(order.bankReference).toMatch(/^\d{5,}$/);
  const receipt = new ReceiptPage(page);
  await expect(receipt.fact('OCR reference')).toHaveText(order.bankReference ?? '');
  await expect(receipt.fact('Amount')).toHaveText('669 kr');

  expect(await books.payments(orderId)).toEqual([]);
  expect(await sandbox.invoicesSentFor(orderId)).toEqual([]);
  expect((await page.request.get(`/api/orders/${orderId}/payment`)).status()).toBe(404);
  expect(await goods.read(slug)).toMatchObject({ stock: 2, reserved: 2, sold: 0 });

  await page.goto('/orders');
  await expect(page.getByRole('banner').getByRole('link', { name: 'Cart' })).toHaveText('Cart');
  await page.getByRole('link', { name: 'Open the invoice' }).click();
  await expect(receipt.fact('OCR reference')).toHaveText(order.bankReference ?? '');
});
