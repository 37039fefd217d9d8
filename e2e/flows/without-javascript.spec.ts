import { fillCart } from '../checkout-request';
import { expect, test } from '../fixtures';
import { nameOf } from '../goods';
import { CheckoutPage } from '../pages/checkout-page';
import { PaymentPage } from '../pages/payment-page';
import { ReceiptPage } from '../pages/receipt-page';
import { readQr } from '../payment-view-qr';

test.use({ javaScriptEnabled: false });

test('a purchase works from the front page to the receipt', async ({ page, books, sandbox, baseURL }) => {
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Categories' }).getByRole('link', { name: 'Kitchen & table' }).click();
  await page.getByRole('link', { name: /Juniper trivet/ }).click();
  await page.getByRole('spinbutton', { name: 'Quantity' }).fill('3');
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(page).toHaveURL('/cart');

  const quantity = page.getByRole('spinbutton', { name: 'Quantity of Juniper trivet' });
  await expect(quantity).toHaveValue('3');
  await quantity.fill('100000');
  await page.getByRole('button', { name: 'Update' }).click();
  await expect(page.getByRole('alert')).toHaveText(/whole number, 1 or more/);
  await quantity.fill('1');
  await page.getByRole('button', { name: 'Update' }).click();
  await expect(quantity).toHaveValue('1');
  await page.getByRole('link', { name: 'Go to checkout' }).click();

  const checkout = new CheckoutPage(page);
  await checkout.fill({ email: 'asa@' });
  await checkout.choose('Express');
  await checkout.submit.click();
  await expect(page).toHaveURL('/checkout');
  await expect(checkout.field('email')).toHaveAccessibleDescription(/is not a valid email address/);
  await expect(checkout.field('name')).toHaveValue('Åsa Öström');
  await expect(page.getByRole('radio', { name: /^Express/ })).toBeChecked();

  await expect(page.locator('header a[hreflang]')).toBeHidden();
  await checkout.field('name').fill('Åsa Öström-Berg');
  await page.getByRole('button', { name: 'Läs på svenska' }).click();
  await expect(page).toHaveURL('/sv/checkout');
  await expect(page.getByRole('textbox', { name: 'Namn', exact: true })).toHaveValue('Åsa Öström-Berg');
  await page.getByRole('button', { name: 'Read in English' }).click();
  await expect(page).toHaveURL('/checkout');
  await expect(checkout.field('name')).toHaveValue('Åsa Öström-Berg');
  await expect(page.getByRole('radio', { name: /^Express/ })).toBeChecked();
  await checkout.field('email').fill('asa@example.com');
  await expect(checkout.submit).toHaveAccessibleName('Pay 248 kr');
  await checkout.submit.click();

  await expect(page).toHaveURL(/\/orders\/[\w-]{22}\/pay$/);
  const { orderId } = new PaymentPage(page);
  const [attempt] = await books.payments(orderId);
  await expect(page.getByRole('heading', { name: 'How to pay' })).toBeVisible();
  const words = page.getByRole('paragraph').filter({ hasText: 'This page checks for your payment every five seconds' });
  await expect(words).toBeVisible();
  const code = page.getByRole('img', { name: 'QR code of the payment' });
  expect(await readQr(code)).toBe(`${baseURL?.toUpperCase()}/R${attempt?.invoiceReference}`);

  await sandbox.pay(attempt?.invoiceReference ?? '');
  await expect(page).toHaveURL(`/orders/${orderId}/receipt`, { timeout: 15_000 });
  const { ersReference } = await sandbox.read(attempt?.invoiceReference ?? '');
  await expect(new ReceiptPage(page).fact('SEQR reference')).toHaveText(ersReference ?? '');
  expect(await books.order(orderId)).toMatchObject({ state: 'PAID', total: 248_00 });
});

test('a cancelled payment is reported and can be retried', async ({ page, books, goods, buyer, sandbox }) => {
  const { orderId, payUrl, invoiceReference } = await buyer.order(await goods.add());
  await page.goto(payUrl);
  await sandbox.cancel(invoiceReference);
  const { tryAgain } = new PaymentPage(page);
  await expect(tryAgain).toBeVisible({ timeout: 15_000 });
  await tryAgain.click();
  await expect(page.getByRole('img', { name: 'QR code of the payment' })).toBeVisible();
  expect(await books.payments(orderId)).toMatchObject([{ state: 'CANCELED' }, { state: 'ISSUED' }]);
});

test('a sold-out product is reported at its line', async ({ page, goods }) => {
  const [gone, there] = [await goods.add(), await goods.add()];
  await fillCart(page.request, gone);
  await fillCart(page.request, there);
  const checkout = new CheckoutPage(page);
  await checkout.open();
  await checkout.fill();
  await goods.change(gone, { stock: 0 });
  await checkout.submit.click();
  await expect(page).toHaveURL('/checkout');
  await expect(checkout.line(nameOf(gone)).getByRole('alert')).toHaveText(/^Sold out|This product is sold out/);
  await expect(checkout.line(nameOf(there)).getByRole('alert')).toHaveCount(0);
  expect(await goods.read(there)).toMatchObject({ stock: 10, reserved: 0 });

  await page.getByRole('link', { name: 'Change the cart' }).click();
  await page.getByRole('button', { name: `Remove ${nameOf(gone)}` }).click();
  await page.getByRole('link', { name: 'Go to checkout' }).click();
  await checkout.submit.click();
  await expect(page).toHaveURL(/\/pay$/);
  expect(await goods.read(there)).toMatchObject({ stock: 9, reserved: 1 });
});

test('a forged cart and a forged draft are ignored', async ({ page, context, baseURL }) => {
  const cookie = (name: string, value: string) => ({ name, value, url: baseURL ?? '' });
  for (const value of ['x', '~'.repeat(4000), 'a~birch-butter-knife.-1', '%00', '{"items":[]}']) {
    await context.addCookies([cookie('cart', value), cookie('checkout_draft', value)]);
    const response = await page.goto('/cart');
    expect(response?.status()).toBe(200);
    await expect(page.getByRole('heading', { name: 'Your cart is empty' })).toBeVisible();
    expect((await page.goto('/checkout'))?.status()).toBe(200);
  }
});
