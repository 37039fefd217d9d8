import { fillCart } from '../checkout-request';
import { expect, test } from '../fixtures';
import { CheckoutPage } from '../pages/checkout-page';

test('changing the language at the checkout keeps the entered values', async ({ page, goods }) => {
  await fillCart(page.request, await goods.add({ price: 67_60 }));
  const checkout = new CheckoutPage(page);
  await checkout.open();
  await checkout.fill();
  await checkout.field('name').fill('Åsa Öström-Berg');
  await checkout.choose('Express');
  await checkout.choose('Invoice');
  await expect(page.getByText('67.60 kr').first()).toBeVisible();

  await page.locator('header a[hreflang=sv]').click();
  await expect(page).toHaveURL(/\/sv\/checkout$/);
  await expect(page.getByRole('textbox', { name: 'Namn', exact: true })).toHaveValue('Åsa Öström-Berg');
  await expect(page.getByRole('radio', { name: /^Express/ })).toBeChecked();
  await expect(page.getByRole('radio', { name: /^Faktura/ })).toBeChecked();
  await expect(page.getByText('67,60 kr').first()).toBeVisible();
  await page.locator('header a[hreflang=en]').click();
  await expect(checkout.field('name')).toHaveValue('Åsa Öström-Berg');
});
