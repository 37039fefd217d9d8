import { sendForm } from '../admin';
import { expect, expectToFit, test, variantsOf } from '../back-office';
import { nameOf } from '../goods';

for (const { name, options } of variantsOf('phone')) {
  test.describe(name, () => {
    test.use(options);

    test('cancels an unpaid order in the shop and at SEQR, and offers no further actions', async ({
      office: page,
      t,
      goods,
      buyer,
      books,
      sandbox,
      mailbox,
    }) => {
      const slug = await goods.add({ stock: 5 });
      const { orderId, invoiceReference } = await buyer.order(slug);
      const path = `/admin/orders/${(await books.order(orderId)).number}`;
      await page.goto(path);
      for (const action of [t.order.deliver, t.order.resend]) {
        await expect(page.getByRole('button', { name: action })).toHaveCount(0);
      }
      await page.getByRole('button', { name: t.order.cancel }).click();
      await expect(page.getByRole('status')).toContainText(t.notes.canceled);
      const history = page.getByRole('region', { name: t.order.history });
      await expect(history.getByText(`${t.history['cancel-requested']} ${t.history.by('Åsa')}.`)).toBeVisible();
      expect((await sandbox.read(invoiceReference)).status).toBe('CANCELED');
      expect(await goods.read(slug)).toMatchObject({ stock: 5, reserved: 0 });

      await expect(page.getByText(t.order.noActions)).toBeVisible();
      for (const action of ['cancel', 'deliver', 'lines', 'receipt']) {
        const answer = await sendForm(page.request, `${path}/${action}`, { q0: '1' });
        expect(answer.headers().location, action).toMatch(/note=(change-)?refused/);
      }
      expect((await books.order(orderId)).state).toBe('CANCELED');
      await expect.poll(() => mailbox.kinds(orderId)).toEqual(['cancelled']);
    });

    test('books an order as paid if it was paid before it could be cancelled', async ({
      office: page,
      t,
      goods,
      buyer,
      books,
      sandbox,
      pausePolling,
    }) => {
      const { orderId, invoiceReference } = await buyer.order(await goods.add());
      await page.goto(`/admin/orders/${(await books.order(orderId)).number}`);
      await sandbox.misbehave(invoiceReference, { kind: 'dropNotification' });
      await pausePolling(orderId);
      await sandbox.pay(invoiceReference);
      await page.getByRole('button', { name: t.order.cancel }).click();
      await expect(page.getByRole('status')).toContainText(t.notes['was-paid']);
      expect((await books.order(orderId)).state).toBe('PAID');
      const calls = await sandbox.messages(invoiceReference);
      expect(calls.find(({ operation }) => operation === 'cancelInvoice')?.resultCode).toBe(50);
      await expect(page.getByRole('button', { name: t.order.cancel })).toHaveCount(0);
    });

    test('updates the buyer’s page, the payer app and SEQR’s invoice when quantities are reduced', async ({
      office: page,
      t,
      kronor,
      goods,
      buyer,
      books,
      sandbox,
      browser,
      watchErrors,
    }) => {
      const slug = await goods.add({ price: 100_00, stock: 5 });
      const items = [{ slug, quantity: 3 }];
      const { orderId, payUrl, invoiceReference } = await buyer.order(slug, { items });
      const visitor = await browser.newContext();
      watchErrors(visitor);
      const pay = await visitor.newPage();
      await pay.goto(payUrl);
      const sum = pay.getByRole('complementary').last();
      await expect(sum).toContainText('349');

      await page.goto(`/admin/orders/${(await books.order(orderId)).number}`);
      await page.getByText(t.order.change, { exact: true }).click();
      await page.getByLabel(nameOf(slug)).fill('1');
      await page.getByRole('button', { name: t.order.changeSubmit }).click();
      await expect(page.getByRole('status')).toContainText(t.notes['change-changed']);
      const line = `${t.history.changed(kronor(349), kronor(149))} ${t.history.by('Åsa')}.`;
      await expect(page.getByRole('region', { name: t.order.history })).toContainText(line);
      expect((await sandbox.read(invoiceReference)).total).toBe('149.00');
      expect(await goods.read(slug)).toMatchObject({ stock: 4, reserved: 1 });
      await expect(sum).toContainText('149', { timeout: 15_000 });
      const app = await visitor.newPage();
      await app.goto(`/R${invoiceReference}?lang=en`);
      await expect(app.getByRole('link', { name: /^Pay .*149/ })).toBeVisible();
      await visitor.close();

      await sandbox.pay(invoiceReference);
      await expect.poll(() => books.order(orderId)).toMatchObject({ state: 'PAID', total: 149_00 });
    });

    test('marks a paid order as shipped, resends its receipt, and records who did so and when', async ({
      office: page,
      t,
      goods,
      buyer,
      books,
      mailbox,
    }) => {
      const { orderId } = await buyer.buy(await goods.add());
      await mailbox.wait(orderId, 'receipt');
      await page.goto(`/admin/orders/${(await books.order(orderId)).number}`);
      await page.getByRole('button', { name: t.order.deliver }).click();
      await expect(page.getByRole('status')).toContainText(t.notes.delivered);
      await page.getByRole('button', { name: t.order.resend }).click();
      await expect(page.getByRole('status')).toContainText(t.notes['receipt-kept']);
      const kinds = async () => (await mailbox.kinds(orderId)).sort();
      await expect.poll(kinds).toEqual(['receipt', 'receipt', 'sent']);

      await expect(async () => {
        await page.reload();
        const history = page.getByRole('region', { name: t.order.history });
        const by = t.history.by('Åsa');
        for (const line of [
          t.history.ordered,
          `${t.history.delivered} ${by}.`,
          `${t.history['receipt-resent']} ${by}.`,
          t.history.effects['submit-receipt']?.[0] ?? '',
          // No mail server is configured here, so the mail is stored.
          t.history.noMailServer,
        ]) {
          const entry = history.getByRole('listitem').filter({ hasText: line }).first();
          await expect(entry.getByRole('time')).toHaveText(/\d\d:\d\d:\d\d/, { timeout: 1000 });
        }
      }).toPass({ timeout: 20_000 });
      await expectToFit(page);
    });
  });
}
