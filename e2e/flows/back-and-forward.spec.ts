import { fillCart } from '../checkout-request';
import { expect, test } from '../fixtures';
import { CheckoutPage } from '../pages/checkout-page';
import { PaymentPage } from '../pages/payment-page';

test('Back after ordering shows an idle form and the new cart', async ({ page, goods }) => {
  const slug = await goods.add({ price: 139_00 });
  await fillCart(page.request, slug);
  await page.goto('/cart');
  await page.getByRole('link', { name: 'Go to checkout' }).click();
  const checkout = new CheckoutPage(page);
  await checkout.fill();
  await checkout.submit.click();
  await expect(page).toHaveURL(/\/pay$/);

  await page.goBack();
  await expect(page).toHaveURL(/\/checkout$/);
  await expect(page.locator('main').getByText('Your cart is empty').first()).toBeVisible();
  await expect(page.getByText('Sending your order')).toHaveCount(0);
  await page.goBack();
  await expect(page).toHaveURL(/\/cart$/);
  await expect(page.locator('main').getByText('Your cart is empty')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Update' })).toHaveCount(0);
});

test('Back from the receipt does not ask the buyer to pay again', async ({ page, goods, books, sandbox }) => {
  const slug = await goods.add({ price: 139_00 });
  await fillCart(page.request, slug);
  const checkout = new CheckoutPage(page);
  await checkout.open();
  await checkout.fill();
  await checkout.submit.click();
  await expect(page).toHaveURL(/\/pay$/);
  const { orderId } = new PaymentPage(page);
  await sandbox.pay((await books.payments(orderId))[0]?.invoiceReference ?? '');
  await expect(page).toHaveURL(/\/receipt$/);
  await page.goBack();
  await expect(page.getByRole('button', { name: /^Pay/ })).toHaveCount(0);
});

test('products added in another tab stay in the cart when the first tab orders', async ({ page, context, goods }) => {
  const [ordered, added] = [await goods.add(), await goods.add()];
  await fillCart(page.request, ordered, 2);
  const checkout = new CheckoutPage(page);
  await checkout.open();
  await checkout.fill();
  await fillCart(context.request, added);
  await checkout.submit.click();
  await expect(page).toHaveURL(/\/pay$/);
  expect(await goods.read(ordered)).toMatchObject({ reserved: 2 });
  const other = await context.newPage();
  await other.goto('/cart');
  await expect(other.getByRole('listitem').filter({ hasText: added })).toHaveCount(1);
  await expect(other.getByText(ordered)).toHaveCount(0);
});

test('products added in another tab while the order is being placed stay in the cart', async ({ page, goods }) => {
  const [ordered, added] = [await goods.add(), await goods.add()];
  await fillCart(page.request, ordered, 2);
  const checkout = new CheckoutPage(page);
  await checkout.open();
  await checkout.fill();
  await page.route('**/api/checkout', async (route) => {
    const response = await route.fetch();
    await fillCart(page.request, added);
    await route.fulfill({ response });
  });
  await checkout.submit.click();
  await expect(page).toHaveURL(/\/pay$/);
  const cart = async () => (await page.context().cookies()).find(({ name }) => name === 'cart')?.value;
  await expect.poll(cart).not.toContain(ordered);
  expect(await cart()).toContain(`~${added}.1`);
});

test('two quick changes on the cart page both count', async ({ page, goods }) => {
  const [kept, ...removed] = [await goods.add(), await goods.add(), await goods.add()] as const;
  for (const slug of [kept, ...removed]) await fillCart(page.request, slug);
  await page.goto('/cart');
  let answer = () => {};
  const allowed = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/api/cart', async (route) => {
    await allowed;
    await route.continue();
  });
  for (const slug of removed) {
    await page.getByRole('listitem').filter({ hasText: slug }).getByRole('button', { name: 'Remove' }).click();
  }
  answer();
  await expect(page.getByRole('button', { name: 'Remove' })).toHaveCount(1);
  await expect(page.getByRole('listitem').filter({ hasText: kept })).toHaveCount(1);
});

test('a product page with an outdated price says so when the product is added', async ({ page, goods }) => {
  const slug = await goods.add({ price: 139_00 });
  await page.goto(`/products/${slug}`);
  await goods.change(slug, { price: 149_00 });
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'The price has changed to' })).toContainText('149 kr');
});

// After a click on a link, Chrome shows its stored copy of the page if the header allows it.
test('a browser asks for each catalogue page again', async ({ request }) => {
  for (const path of ['/', '/sv', '/products/birch-butter-knife', '/sv/categories/pantry']) {
    const response = await request.get(path);
    expect(response.headers()['cache-control'], path).toBe('s-maxage=60, max-age=0, must-revalidate');
  }
});
