import { expect, test } from '@playwright/test';
import { buy, newPayer, readCode } from './shop';

test('a buyer pays in the payer app and gets the receipt', async ({ page, context }) => {
  await buy(page);
  const phone = await context.newPage();
  await phone.goto(`${await readCode(page)}?payer=${await newPayer(page.request)}`);
  await phone.getByRole('link', { name: /^Pay / }).click();
  for (const digit of '1234') await phone.getByRole('button', { name: digit, exact: true }).click();
  await phone.getByRole('button', { name: 'Confirm payment' }).click();
  await expect(phone.getByRole('heading', { name: 'Paid' })).toBeVisible();

  await expect(page.getByRole('heading', { name: 'Thank you. Your order is paid.' })).toBeVisible();
  await expect(page.getByText('SEQR reference')).toBeVisible();
});
