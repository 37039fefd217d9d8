import { customer } from '../checkout-request';
import { expect, test } from '../fixtures';
import { tabTo } from '../keyboard';
import { PaymentPage } from '../pages/payment-page';
import { ReceiptPage } from '../pages/receipt-page';

test('a purchase works with the keyboard alone', async ({ page, books, sandbox }) => {
  await page.goto('/products/birch-butter-knife');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'Add to cart' }));
  await page.keyboard.press('Enter');
  const toCart = page.getByRole('main').getByRole('link', { name: 'Go to cart' });
  await expect(toCart).toBeVisible();
  await tabTo(page, toCart);
  await page.keyboard.press('Enter');
  const toCheckout = page.getByRole('link', { name: 'Go to checkout' });
  await expect(toCheckout).toBeVisible();
  await tabTo(page, toCheckout);
  await page.keyboard.press('Enter');

  const name = page.getByRole('textbox', { name: 'Name', exact: true });
  await expect(name).toBeVisible();
  await tabTo(page, name);
  for (const text of [customer.name, customer.email, customer.address, customer.postalCode, customer.city]) {
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  }
  const standard = page.getByRole('radio', { name: /^Standard/ });
  await tabTo(page, standard);
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: /^Express/ })).toBeChecked();
  await tabTo(page, page.getByRole('button', { name: 'Pay 194 kr' }));
  await page.keyboard.press('Enter');

  await expect(page).toHaveURL(/\/orders\/[\w-]{22}\/pay$/);
  const { orderId } = new PaymentPage(page);
  const [attempt] = await books.payments(orderId);
  await sandbox.pay(attempt?.invoiceReference ?? '');
  await expect(new ReceiptPage(page).thanks).toBeVisible();
  expect(await books.order(orderId)).toMatchObject({ state: 'PAID', total: 194_00, name: customer.name });
});
