import { findViolations } from '../axe';
import { expect, expectAccessible, expectToFit, test, variantsOf } from '../back-office';

const number = '1234567890';
const link = `https://tracking.postnord.com/se/?id=${number}`;

for (const { name, options } of variantsOf('phone')) {
  test.describe(name, () => {
    test.use(options);

    test('sends an order with a tracking link, which the buyer sees with the other steps', async ({
      office: page,
      t,
      buyer,
      goods,
      books,
      mailbox,
    }) => {
      const { orderId } = await buyer.buy(await goods.add());
      await page.goto(`/admin/orders/${(await books.order(orderId)).number}`);
      await page.getByLabel(t.order.shipment.number).fill(number);
      await page.getByRole('button', { name: t.order.deliver }).click();
      await expect(page.getByRole('status')).toContainText(t.notes['shipment-carrier']);
      expect(await books.order(orderId)).toMatchObject({ deliveredAt: null });

      await page.getByLabel(t.order.shipment.carrier, { exact: true }).selectOption('PostNord');
      await page.getByLabel(t.order.shipment.number).fill(number);
      await page.getByRole('button', { name: t.order.deliver }).click();
      await expect(page.getByRole('status')).toContainText(t.notes.delivered);
      await expect(page.getByRole('link', { name: t.order.shipment.track })).toHaveAttribute('href', link);
      await expectToFit(page);
      await expect.poll(() => mailbox.kinds(orderId)).toEqual(['receipt', 'sent']);
      expect((await mailbox.wait(orderId, 'sent')).text).toContain(link);

      await page.goto(`/orders/${orderId}/receipt`);
      const steps = page.getByRole('region', { name: 'Your order so far' });
      await expect(steps.getByRole('listitem')).toHaveText([
        /^Order placed.*\d\d:\d\d$/,
        /^Payment received.*\d\d:\d\d$/,
        /^Sent with PostNord.*\d\d:\d\dTrack the parcel$/,
      ]);
      await expect(steps.getByRole('link', { name: 'Track the parcel' })).toHaveAttribute('href', link);
      await expectToFit(page);
      await expectAccessible(page);
    });

    test('refuses a link that is not https, and previews a mail in each language', async ({
      office: page,
      t,
      buyer,
      goods,
      books,
    }) => {
      const { orderId } = await buyer.buy(await goods.add());
      await page.goto(`/admin/orders/${(await books.order(orderId)).number}`);
      await page.getByLabel(t.order.shipment.carrier, { exact: true }).selectOption({ label: t.order.shipment.other });
      await page.locator('summary', { hasText: t.order.shipment.other }).click();
      await page.getByLabel(t.order.shipment.otherName).fill('Bike');
      await page.getByLabel(t.order.shipment.otherLink).fill('ftp://bike.example/1');
      await page.getByRole('button', { name: t.order.deliver }).click();
      await expect(page.getByRole('status')).toContainText(t.notes['shipment-link']);

      await page.goto('/admin/mail/preview');
      for (const [language, words] of [
        ['sv', 'Spåra paketet'],
        ['de', 'Sendung verfolgen'],
        ['en', 'Track the parcel'],
      ] as const) {
        await page.getByLabel(t.mail.preview.kind).selectOption('sent');
        await page.getByLabel(t.mail.preview.language).selectOption(language);
        await page.getByRole('button', { name: t.mail.preview.show }).click();
        const mail = page.frameLocator(`iframe[title="${t.mail.body}"]`);
        await expect(mail.getByRole('link', { name: words })).toBeVisible();
      }
      await expect(page.locator('iframe')).toHaveAttribute('sandbox', '');
      await expectToFit(page);
      expect(await findViolations(page)).toEqual([]);
    });
  });
}

test('the page of a cancelled order says when it was placed and cancelled', async ({ page, goods, buyer, mailbox }) => {
  const { orderId } = await buyer.order(await goods.add());
  await page.goto(`/orders/${orderId}/pay`);
  await page.getByRole('button', { name: 'Cancel the order' }).click();
  await expect(page.getByRole('heading', { name: 'The order is cancelled' })).toBeVisible();
  const steps = page.getByRole('region', { name: 'Your order so far' });
  await expect(steps.getByRole('listitem')).toHaveText([/^Order placed/, /^Order cancelled/]);
  await expectToFit(page);
  expect(await mailbox.kinds(orderId), 'the buyer saw it on the page').toEqual([]);
});
