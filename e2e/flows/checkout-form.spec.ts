import { fillCart } from '../checkout-request';
import { expect, test } from '../fixtures';
import { nameOf } from '../goods';
import { CheckoutPage } from '../pages/checkout-page';
import { PaymentPage } from '../pages/payment-page';

// The browser logs a refused request to its console.
test.use({ expectedErrors: [[/status of 4(00|09)/], { scope: 'test' }] });

test('an invalid email address is reported at its field, which gets the focus', async ({ page, books, goods }) => {
  const slug = await goods.add();
  await fillCart(page.request, slug);
  const checkout = new CheckoutPage(page);
  await checkout.open();
  await checkout.fill({ email: 'asa(at)example.com' });
  await checkout.submit.click();
  const email = checkout.field('email');
  await expect(email).toHaveAccessibleDescription(/is not a valid email address/);
  await expect(email).toHaveAttribute('aria-invalid', 'true');
  await expect(email).toBeFocused();
  expect(await goods.read(slug)).toMatchObject({ stock: 10, reserved: 0 });

  await email.fill('asa@example.com');
  await checkout.submit.click();
  await expect(page).toHaveURL(/\/pay$/);
  expect((await books.order(new PaymentPage(page).orderId)).state).toBe('PENDING');
  expect(await goods.read(slug)).toMatchObject({ stock: 9, reserved: 1 });
});

test('every empty field is reported, and a name of 10 000 characters is refused', async ({ page, goods }) => {
  await fillCart(page.request, await goods.any());
  const checkout = new CheckoutPage(page);
  await checkout.open();
  await checkout.submit.click();
  for (const name of ['name', 'email', 'address', 'postalCode', 'city'] as const) {
    await expect(checkout.field(name)).toHaveAccessibleDescription(
      /Please fill in this field|is not a valid email|not a postal/,
    );
  }
  await expect(checkout.field('name')).toBeFocused();
  await checkout.fill({ name: 'å'.repeat(10_000) });
  await checkout.submit.click();
  await expect(checkout.field('name')).toHaveAccessibleDescription(/too long/);
  await expect(checkout.field('email')).not.toHaveAttribute('aria-invalid');
});

test('a sold-out product is reported at its line and can be removed', async ({ page, goods }) => {
  const [gone, there] = [await goods.add(), await goods.add()];
  await fillCart(page.request, gone);
  await fillCart(page.request, there);
  const checkout = new CheckoutPage(page);
  await checkout.open();
  await checkout.fill();
  await goods.change(gone, { stock: 0 });
  await checkout.submit.click();
  await expect(checkout.line(nameOf(gone)).getByRole('alert')).toHaveText(/sold out/i);
  await expect(checkout.line(nameOf(there)).getByRole('alert')).toHaveCount(0);
  await expect(checkout.field('name')).toHaveValue('Åsa Öström');
  expect(await goods.read(there)).toMatchObject({ stock: 10, reserved: 0 });

  await page.getByRole('link', { name: 'Change the cart' }).click();
  await page.getByRole('button', { name: `Remove ${nameOf(gone)}` }).click();
  await page.getByRole('link', { name: 'Go to checkout' }).click();
  await checkout.fill();
  await checkout.submit.click();
  await expect(page).toHaveURL(/\/pay$/);
});

test('a changed price is shown and must be confirmed', async ({ page, books, goods }) => {
  const slug = await goods.add({ price: 100_00 });
  await fillCart(page.request, slug);
  const checkout = new CheckoutPage(page);
  await checkout.open();
  await checkout.fill();
  await expect(checkout.submit).toHaveAccessibleName('Pay 149 kr');
  await goods.change(slug, { price: 120_00 });
  await checkout.submit.click();
  await expect(page.getByRole('alert').filter({ hasText: 'A price has changed' })).toBeVisible();
  await expect(checkout.submit).toHaveAccessibleName('Pay 169 kr');
  expect(await goods.read(slug)).toMatchObject({ stock: 10, reserved: 0 });
  await checkout.submit.click();
  await expect(page).toHaveURL(/\/pay$/);
  expect((await books.order(new PaymentPage(page).orderId)).total).toBe(169_00);
});

test('a double click makes one order with one invoice', async ({ page, goods, sandbox }) => {
  const slug = await goods.add();
  await fillCart(page.request, slug);
  const checkout = new CheckoutPage(page);
  await checkout.open();
  await checkout.fill();
  await checkout.submit.dblclick();
  await expect(page).toHaveURL(/\/pay$/);
  expect(await goods.read(slug)).toMatchObject({ stock: 9, reserved: 1 });
  expect(await sandbox.invoicesSentFor(new PaymentPage(page).orderId)).toHaveLength(1);
});

test('ordering one cart in two tabs makes one order', async ({ page, context, goods, sandbox }) => {
  const slug = await goods.add();
  await fillCart(page.request, slug);
  const tabs = [page, await context.newPage()].map((tab) => ({ tab, checkout: new CheckoutPage(tab) }));
  for (const { checkout } of tabs) {
    await checkout.open();
    await checkout.fill();
  }
  await Promise.all(tabs.map(({ checkout }) => checkout.submit.click()));
  for (const { tab } of tabs) await expect(tab).toHaveURL(/\/pay$/);
  const ids = tabs.map(({ tab }) => new PaymentPage(tab).orderId);
  expect(ids[0]).toBe(ids[1]);
  expect(await goods.read(slug)).toMatchObject({ stock: 9, reserved: 1 });
  expect(await sandbox.invoicesSentFor(ids[0] ?? '')).toHaveLength(1);
});

test('an empty cart has no checkout', async ({ page }) => {
  await new CheckoutPage(page).open();
  await expect(page.getByRole('button', { name: /^(Pay|Place the order for)/ })).toHaveCount(0);
  await expect(page.getByRole('main').getByRole('link', { name: 'Your orders' })).toBeVisible();
});

test('markup in a name is escaped on every page', async ({ page, goods, sandbox }) => {
  const name = `<img src=x onerror="document.title='taken'"></title><script>document.title='taken'</script>`;
  await fillCart(page.request, await goods.any());
  const checkout = new CheckoutPage(page);
  await checkout.open();
  await checkout.fill({ name });
  await checkout.submit.click();
  await expect(page).toHaveURL(/\/pay$/);
  const { orderId } = new PaymentPage(page);
  await page.goto(`/orders/${orderId}/receipt`);
  await expect(page.getByText(name)).toBeVisible();
  await expect(page).toHaveTitle(/Tallbacka/);
  expect(await sandbox.invoicesSentFor(orderId)).toHaveLength(1);
});
