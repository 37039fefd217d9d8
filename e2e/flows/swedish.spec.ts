import { customer } from '../checkout-request';
import { expect, test } from '../fixtures';
import { PaymentPage } from '../pages/payment-page';
import { ReceiptPage } from '../pages/receipt-page';

// The browser logs the refusal of the invalid e-mail address to its console.
test.use({ expectedErrors: [[/status of 400/], { scope: 'test' }] });

test('a purchase works in Swedish', async ({ page, phone, books, sandbox }) => {
  await page.goto('/');
  await page.getByRole('banner').getByRole('link', { name: 'Svenska' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'sv');
  await page.getByRole('navigation', { name: 'Kategorier' }).getByRole('link', { name: 'Kök & bord' }).click();
  await page.getByRole('link', { name: /Grytunderlägg i en/ }).click();
  await page.getByRole('button', { name: 'Lägg i varukorgen' }).click();
  const cart = page.getByRole('banner').getByRole('link', { name: /^Varukorg/ });
  await expect(cart).toContainText('1');
  await cart.click();
  await page.getByRole('link', { name: 'Gå till kassan' }).click();

  await page.getByRole('textbox', { name: 'Namn', exact: true }).fill(customer.name);
  await page.getByRole('textbox', { name: 'E-post' }).fill('åsa');
  await page.getByRole('textbox', { name: 'Gata och nummer' }).fill(customer.address);
  await page.getByRole('textbox', { name: 'Postnummer' }).fill(customer.postalCode);
  await page.getByRole('textbox', { name: 'Ort' }).fill(customer.city);
  await page.getByRole('button', { name: 'Betala 198 kr' }).click();
  const email = page.getByRole('textbox', { name: 'E-post' });
  await expect(email).toHaveAccessibleDescription(/E-postadressen är ogiltig/);
  await email.fill(customer.email);
  await page.getByRole('button', { name: 'Betala 198 kr' }).click();

  await expect(page).toHaveURL(/\/sv\/orders\/[\w-]{22}\/pay$/);
  const { orderId, view } = new PaymentPage(page);
  await expect(view.getByRole('status')).toHaveText('Väntar på din betalning');
  const [attempt] = await books.payments(orderId);
  const invoice = await sandbox.read(attempt?.invoiceReference ?? '');
  expect(invoice.rows.map((row) => row.description)).toEqual(['Grytunderlägg i en', 'Standardleverans']);

  await phone.goto(`/R${attempt?.invoiceReference}?lang=sv`);
  await phone.getByRole('link', { name: 'Betala 198 kr' }).click();
  await expect(phone.getByRole('textbox', { name: 'PIN-kod' })).toBeFocused();
  await phone.keyboard.type('1234');
  await phone.getByRole('button', { name: 'Bekräfta betalningen' }).click();
  await expect(phone.getByRole('heading', { name: 'Betalt' })).toBeVisible();

  await expect(page).toHaveURL(`/sv/orders/${orderId}/receipt`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tack. Din order är betald.');
  const { ersReference } = await sandbox.read(attempt?.invoiceReference ?? '');
  await expect(new ReceiptPage(page).fact('SEQR-referens')).toHaveText(ersReference ?? '');
  expect(await books.order(orderId)).toMatchObject({ state: 'PAID', language: 'sv', total: 198_00 });
});
