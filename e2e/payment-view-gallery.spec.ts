import { findViolations } from './axe';
import { expect, test } from './fixtures';
import { readQr } from './payment-view-qr';

// The gallery provokes server errors, which the browser logs to its console.
const provoked = [/status of (404|503)/];
test.use({ expectedErrors: [provoked, { scope: 'test' }] });

test('the gallery shows the chosen view’s tag and every state', async ({ page }) => {
  await page.goto('/payment-view');
  const navigation = page.getByRole('navigation', { name: 'What is shown' });
  await navigation.getByRole('link', { name: 'Swedish' }).click();
  await expect(page).toHaveURL('/payment-view?language=sv');
  await navigation.getByRole('link', { name: 'Small' }).click();
  await expect(page).toHaveURL('/payment-view?layout=small&language=sv');
  await expect(page.getByText('Betalt. Tack!')).toHaveCount(1);
  await expect(page.getByText('Ingen anslutning. Försöker igen')).toHaveCount(1);
  await expect(page.locator('.seqr-small .seqr-card')).toHaveCount(10);
  expect(await readQr(page.locator('.seqr-tile').first())).toBe('HTTP://SEQR.SE/R1402562843463');
  await expect(page.locator('#tag-text')).toContainText('layout=small&language=sv&successCallback=shop.paid');
  await navigation.getByRole('link', { name: 'Paid' }).click();
  await expect(page.getByText('Betalt. Tack!')).toHaveCount(2);
});

test('the gallery passes axe', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/payment-view?platform=mobile&colours=dark');
  await expect(page.locator('.seqr-mobile .seqr-card')).toHaveCount(10);
  expect(await findViolations(page)).toEqual([]);
});
