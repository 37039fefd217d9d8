import { getBehindTheScenesTexts } from '../../lib/i18n/get-behind-the-scenes-texts';
import { signInByForm } from '../admin';
import { expect, expectAccessible, expectToFit, test, variants } from '../back-office';
import { isRunningShop, needsBehindTheScenes } from '../shop-under-test';

for (const { name, options } of variants) {
  test.describe(name, () => {
    test.use(options);

    test('a visitor sees an order’s messages and steps as they happen, and nobody else does', async ({
      page,
      request,
      language,
      goods,
      buyer,
      books,
      sandbox,
    }) => {
      const m = getBehindTheScenesTexts(language);
      const { payUrl, orderId, invoiceReference } = await buyer.order(await goods.add(), { language });
      const hidden = await page.request.get(`/orders/${orderId}/behind-the-scenes`);
      test.skip(isRunningShop && hidden.status() === 404, needsBehindTheScenes);
      await page.goto(payUrl);
      const opened = page.waitForEvent('popup');
      await page.getByRole('link', { name: m.link }).click();
      const behind = await opened;
      const path = new URL(behind.url()).pathname;
      const entry = (title: string) => behind.getByRole('heading', { name: title, exact: true });

      await expect(entry(m.ordered)).toBeVisible();
      await expect(behind.getByText('INSERT OrderLine × 2')).toBeVisible();
      await expect(entry(m.payment(1, 'CREATED', 'ISSUED'))).toBeVisible();
      await behind.getByText('XML: sendInvoice · 0 SUCCESS').focus();
      await behind.keyboard.press('Enter');
      const sent = behind.getByRole('region', { name: m.request });
      await expect(sent).toContainText('<password>***</password>');
      await expect(sent).toContainText('/orders/***/receipt');

      await sandbox.pay(invoiceReference);
      await expect(entry(m.payment(1, 'ISSUED', 'PAID'))).toBeVisible();
      await expect(entry(`${m.notification} · HTTP 204`)).toBeVisible();
      await expect(entry(m.done('submit-receipt'))).toBeVisible();
      // The page was refreshed, and the message that the visitor opened is still open.
      await expect(sent).toBeVisible();
      await expectToFit(behind);
      await expectAccessible(behind);

      const receipt = await page.request.get(payUrl);
      expect(receipt.url()).toContain('/receipt');
      expect(await receipt.text()).toContain(m.link);
      expect((await request.get(path)).status()).toBe(404);
      expect(await (await request.get(new URL(receipt.url()).pathname)).text()).not.toContain(m.link);

      await signInByForm(page.request);
      const { number } = await books.order(orderId);
      await page.goto(`/admin/orders/${number}`);
      await expect(page.getByRole('link', { name: m.link })).toHaveAttribute('href', /\d\/behind-the-scenes$/);
    });
  });
}
