import { getShopTexts } from '../../lib/i18n/get-shop-texts';
import { localPath } from '../../lib/i18n/languages';
import { expect, expectToFit, test, variantsOf } from '../back-office';

for (const { name, options } of variantsOf('phone')) {
  test.describe(name, () => {
    test.use(options);

    test('holds a payment with a wrong amount, informs the buyer, and lets a person record the payment', async ({
      office: page,
      t,
      language,
      kronor,
      goods,
      buyer,
      books,
      sandbox,
    }) => {
      const { orderId, payUrl, invoiceReference } = await buyer.order(await goods.add({ price: 199_00 }));
      await sandbox.misbehave(invoiceReference, { kind: 'payAmount', amount: '100.00', times: 1 });
      await sandbox.pay(invoiceReference);
      const order = `/admin/orders/${(await books.order(orderId)).number}`;
      const incident = page.getByRole('region', { name: t.incidents.title });
      await expect(async () => {
        await page.goto(order);
        await expect(incident).toBeVisible({ timeout: 500 });
      }).toPass();
      await expect(incident).toContainText(t.incidents.kinds['other-amount']);
      await expect(incident).toContainText(kronor(100));
      await expectToFit(page);

      const payPage = await page.context().newPage();
      await payPage.goto(localPath(language, payUrl));
      await expect(payPage.getByRole('img', { name: /QR/ })).toHaveCount(0);
      const { title } = getShopTexts(language).pay.held.paid;
      await expect(payPage.getByRole('heading', { name: title })).toBeVisible();

      await incident.getByRole('link', { name: t.incidents.actions.record }).click();
      await expect(page.getByText(t.incidents.consequences.recordLess(kronor(100), kronor(148)))).toBeVisible();
      await expectToFit(page);
      await page.getByRole('button', { name: t.incidents.actions.record }).click();
      await expect(page.getByRole('status')).toContainText(t.incidents.notes['incident-recorded']);
      await expect(incident).toHaveCount(0);
      const history = page.getByRole('region', { name: t.order.history });
      await expect(history.getByText(t.incidents.outcomes.recorded)).toBeVisible();
      expect(await books.order(orderId)).toMatchObject({ state: 'PAID', total: 100_00 });
      await expect(payPage).toHaveURL(/\/receipt$/);
    });
  });
}
