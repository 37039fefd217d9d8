import { randomUUID } from 'node:crypto';
import { formatDate } from '../../lib/i18n/format-date';
import { addDays, swedishDay } from '../../lib/swedish-day';
import { sendForm } from '../admin';
import { expect, test, variantsOf } from '../back-office';

for (const { name, options } of variantsOf('phone')) {
  test.describe(name, () => {
    test.use(options);

    test('pays an order with two bank transfers, and does not book an invalid amount', async ({
      office: page,
      t,
      kronor,
      goods,
      buyer,
      books,
    }) => {
      const slug = await goods.add({ price: 100_00 });
      const { orderId } = await buyer.order(slug, { paymentMethod: 'invoice' });
      const { number, bankReference } = await books.order(orderId);
      await page.goto(`/admin/orders/${number}`);
      const transfer = page.getByRole('region', { name: t.order.transfer });
      await expect(transfer).toContainText(t.order.transferExpected(kronor(149), bankReference ?? ''));
      const sum = transfer.getByLabel(t.order.transferAmount);
      const recordButton = transfer.getByRole('button', { name: t.order.transferSubmit });
      for (const wrong of ['0', '-5', 'all of it', '10.123', '1e2']) {
        await sum.fill(wrong);
        await recordButton.click();
        await expect(page.getByRole('status'), wrong).toContainText(t.notes['transfer-amount']);
        await page.goto(`/admin/orders/${number}`);
      }
      await expect(transfer).not.toContainText(t.order.transferReceived(''));

      await sum.fill('100');
      await transfer.getByLabel(t.order.transferNote).fill('SEB, 24 Nov');
      await recordButton.click();
      await expect(page.getByRole('status')).toContainText(t.notes['transfer-part']);
      await expect(transfer).toContainText(t.order.transferReceived(kronor(100)));
      await expect(sum).toHaveValue('49.00');
      await recordButton.click();
      await expect(page.getByRole('status')).toContainText(t.notes['transfer-paid']);
      expect((await books.order(orderId)).state).toBe('PAID');
      expect(await goods.read(slug)).toMatchObject({ sold: 1 });
      const history = page.getByRole('region', { name: t.order.history });
      await expect(history).toContainText(`${t.history['transfer-received'](kronor(49))} ${t.history.by('Åsa')}.`);
      await expect(history).toContainText('SEB, 24 Nov');
    });

    test('reserves no stock for a large order until it is accepted, and then mails how to pay', async ({
      office: page,
      t,
      goods,
      buyer,
      books,
      mailbox,
    }) => {
      const slug = await goods.add({ price: 10_000_00, stock: 4 });
      const { orderId } = await buyer.order(slug, { paymentMethod: 'invoice' });
      const { number, bankReference } = await books.order(orderId);
      await page.goto(`/orders/${orderId}/receipt`);
      await expect(page.getByText('Because this is a large order')).toBeVisible();
      await expect(page.getByText(bankReference ?? '')).toBeHidden();
      expect(await goods.read(slug)).toMatchObject({ stock: 4, reserved: 0 });
      expect(await mailbox.kinds(orderId)).toEqual([]);

      await page.goto(`/admin/orders/${number}`);
      await expect(page.getByRole('region', { name: t.order.transfer })).toBeHidden();
      await page.getByRole('button', { name: t.order.accept }).click();
      await expect(page.getByRole('status')).toContainText(t.notes.accepted);
      expect((await mailbox.wait(orderId, 'transfer')).text).toContain(bankReference ?? 'no reference');
      expect(await mailbox.kinds(orderId)).toEqual(['transfer']);
      expect(await goods.read(slug)).toMatchObject({ stock: 3, reserved: 1 });
      await page.goto(`/orders/${orderId}/receipt`);
      await expect(page.getByText(bankReference ?? '')).toBeVisible();
    });

    test('keeps a refund of a transfer open until it is sent from the bank', async ({
      office: page,
      t,
      kronor,
      goods,
      buyer,
      books,
    }) => {
      const { orderId } = await buyer.order(await goods.add({ price: 100_00 }), { paymentMethod: 'invoice' });
      const { number } = await books.order(orderId);
      await page.goto(`/admin/orders/${number}`);
      await page.getByRole('button', { name: t.order.transferSubmit }).click();
      await expect(page.getByRole('status')).toContainText(t.notes['transfer-paid']);
      await page.getByRole('link', { name: t.order.refund }).click();
      await page.getByLabel(t.refund.reason).fill('Returned');
      await page.getByRole('button', { name: t.refund.review }).click();
      await expect(page.getByText(t.refund.confirmTransfer)).toBeVisible();
      await page.getByRole('button', { name: t.refund.confirm(kronor(149)) }).click();
      await expect(page.getByRole('status')).toContainText(t.notes['refund-REQUESTED']);
      expect((await books.refunds(orderId)).map(({ state }) => state)).toEqual(['REQUESTED']);
      await page.getByRole('button', { name: t.order.settleDone, exact: true }).click();
      await expect(page.getByRole('status')).toContainText(t.notes.settled);
      expect((await books.order(orderId)).state).toBe('REFUNDED');
    });

    test('expires an order that is unpaid for ten days, and releases its stock', async ({
      office: page,
      t,
      language,
      goods,
      buyer,
      books,
      expireOrder,
    }) => {
      const slug = await goods.add({ price: 100_00, stock: 1 });
      const { orderId } = await buyer.order(slug, { paymentMethod: 'invoice' });
      const { number, createdAt, expiresAt } = await books.order(orderId);
      expect(swedishDay(new Date(expiresAt))).toBe(addDays(swedishDay(new Date(createdAt)), 10));
      await page.goto(`/admin/orders/${number}`);
      await expect(page.getByText(t.order.transferDue(formatDate(new Date(expiresAt), language)))).toBeVisible();
      expect(await goods.read(slug)).toMatchObject({ stock: 0, reserved: 1 });

      await expireOrder(orderId);
      await expect.poll(async () => (await books.order(orderId)).state).toBe('EXPIRED');
      expect(await goods.read(slug)).toMatchObject({ stock: 1, reserved: 0 });
      await page.reload();
      await expect(page.getByRole('region', { name: t.order.history })).toContainText(t.history.closed.EXPIRED);

      // Money that arrives later is booked. If the stock allows it, the order becomes paid.
      await page.getByLabel(t.order.transferAmount).fill('149');
      await page.getByRole('button', { name: t.order.transferSubmit }).click();
      await expect(page.getByRole('status')).toContainText(t.notes['transfer-honoured']);
      expect((await books.order(orderId)).state).toBe('PAID');
      expect(await goods.read(slug)).toMatchObject({ stock: 0, sold: 1 });
    });
  });
}

test('books a transfer once if its form is sent three times concurrently', async ({
  office: page,
  goods,
  buyer,
  books,
}) => {
  const { orderId } = await buyer.order(await goods.add({ price: 100_00 }), { paymentMethod: 'invoice' });
  const { number } = await books.order(orderId);
  const send = async (key: string) => {
    const response = await sendForm(page.request, `/admin/orders/${number}/transfers`, { amount: '50', note: '', key });
    return /note=(.*)/.exec(response.headers().location ?? '')?.[1] ?? response.status();
  };
  const key = randomUUID();
  const answers = await Promise.all([send(key), send(key), send(key)]);
  expect(answers).toEqual(['transfer-part', 'transfer-part', 'transfer-part']);
  expect(await send('')).toBe(400);
  expect(await send(randomUUID())).toBe('transfer-part');
  expect(await send(randomUUID())).toBe('transfer-paid');
});
