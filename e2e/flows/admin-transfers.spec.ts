import { formatDate } from '../../lib/i18n/format-date';
import { addDays, swedishDay } from '../../lib/swedish-day';
import { expect, test, ways } from '../back-office';
import { placeOrder } from '../checkout-request';

for (const { name, options } of ways) {
  test.describe(name, () => {
    test.use(options);

    test('a bank transfer in two parts pays an order, and a sum that is none is booked nowhere', async ({
      office: page,
      t,
      kronor,
      request,
      goods,
      books,
    }) => {
      const slug = goods.add({ price: 100_00 });
      const { orderId } = await placeOrder(request, slug, { paymentMethod: 'invoice' });
      const { number, bankReference } = books.order(orderId);
      await page.goto(`/admin/orders/${number}`);
      const transfer = page.getByRole('region', { name: t.order.transfer });
      await expect(transfer).toContainText(t.order.transferExpected(kronor(149), bankReference ?? ''));
      const sum = transfer.getByLabel(t.order.transferAmount);
      const book = transfer.getByRole('button', { name: t.order.transferSubmit });
      for (const wrong of ['0', '-5', 'all of it', '10.123', '1e2']) {
        await sum.fill(wrong);
        await book.click();
        await expect(page.getByRole('status'), wrong).toContainText(t.notes['transfer-amount']);
        await page.goto(`/admin/orders/${number}`);
      }
      await expect(transfer).not.toContainText(t.order.transferReceived(''));

      await sum.fill('100');
      await transfer.getByLabel(t.order.transferNote).fill('SEB, 24 Nov');
      await book.click();
      await expect(page.getByRole('status')).toContainText(t.notes['transfer-part']);
      await expect(transfer).toContainText(t.order.transferReceived(kronor(100)));
      await expect(sum).toHaveValue('49.00');
      await book.click();
      await expect(page.getByRole('status')).toContainText(t.notes['transfer-paid']);
      expect(books.order(orderId).state).toBe('PAID');
      expect(goods.read(slug)).toMatchObject({ sold: 1 });
      const history = page.getByRole('region', { name: t.order.history });
      await expect(history).toContainText(`${t.history['transfer-received'](kronor(49))} ${t.history.by('Åsa')}.`);
      await expect(history).toContainText('SEB, 24 Nov');
    });

    test('a large order holds nothing until it is accepted; then its buyer learns how to pay', async ({
      office: page,
      t,
      request,
      goods,
      books,
    }) => {
      const slug = goods.add({ price: 10_000_00, stock: 4 });
      const { orderId } = await placeOrder(request, slug, { paymentMethod: 'invoice' });
      const { number, bankReference } = books.order(orderId);
      await page.goto(`/orders/${orderId}/receipt`);
      await expect(page.getByText('This is a large order')).toBeVisible();
      await expect(page.getByText(bankReference ?? '')).toBeHidden();
      expect(goods.read(slug)).toMatchObject({ stock: 4, reserved: 0 });

      await page.goto(`/admin/orders/${number}`);
      await expect(page.getByRole('region', { name: t.order.transfer })).toBeHidden();
      await page.getByRole('button', { name: t.order.accept }).click();
      await expect(page.getByRole('status')).toContainText(t.notes.accepted);
      expect(goods.read(slug)).toMatchObject({ stock: 3, reserved: 1 });
      await page.goto(`/orders/${orderId}/receipt`);
      await expect(page.getByText(bankReference ?? '')).toBeVisible();
    });

    test('a refund of a transfer waits for the person who sends it from the bank', async ({
      office: page,
      t,
      kronor,
      request,
      goods,
      books,
    }) => {
      const { orderId } = await placeOrder(request, goods.add({ price: 100_00 }), { paymentMethod: 'invoice' });
      const { number } = books.order(orderId);
      await page.goto(`/admin/orders/${number}`);
      await page.getByRole('button', { name: t.order.transferSubmit }).click();
      await expect(page.getByRole('status')).toContainText(t.notes['transfer-paid']);
      await page.getByRole('link', { name: t.order.refund }).click();
      await page.getByLabel(t.refund.reason).fill('Returned');
      await page.getByRole('button', { name: t.refund.review }).click();
      await expect(page.getByText(t.refund.confirmTransfer)).toBeVisible();
      await page.getByRole('button', { name: t.refund.confirm(kronor(149)) }).click();
      await expect(page.getByRole('status')).toContainText(t.notes['refund-REQUESTED']);
      expect(books.refunds(orderId).map(({ state }) => state)).toEqual(['REQUESTED']);
      await page.getByRole('button', { name: t.order.settleDone, exact: true }).click();
      await expect(page.getByRole('status')).toContainText(t.notes.settled);
      expect(books.order(orderId).state).toBe('REFUNDED');
    });

    test('an order that nobody pays for ten days expires, and its goods are on the shelf again', async ({
      office: page,
      t,
      language,
      request,
      goods,
      books,
      letTimeRunOut,
    }) => {
      const slug = goods.add({ price: 100_00, stock: 1 });
      const { orderId } = await placeOrder(request, slug, { paymentMethod: 'invoice' });
      const { number, createdAt, expiresAt } = books.order(orderId);
      expect(swedishDay(new Date(expiresAt))).toBe(addDays(swedishDay(new Date(createdAt)), 10));
      await page.goto(`/admin/orders/${number}`);
      await expect(page.getByText(t.order.transferDue(formatDate(new Date(expiresAt), language)))).toBeVisible();
      expect(goods.read(slug)).toMatchObject({ stock: 0, reserved: 1 });

      letTimeRunOut(orderId);
      await expect.poll(() => books.order(orderId).state).toBe('EXPIRED');
      expect(goods.read(slug)).toMatchObject({ stock: 1, reserved: 0 });
      await page.reload();
      await expect(page.getByRole('region', { name: t.order.history })).toContainText(t.history.closed.EXPIRED);

      // Money that comes after all is booked, and honoured while the goods are there.
      await page.getByLabel(t.order.transferAmount).fill('149');
      await page.getByRole('button', { name: t.order.transferSubmit }).click();
      await expect(page.getByRole('status')).toContainText(t.notes['transfer-honoured']);
      expect(books.order(orderId).state).toBe('PAID');
      expect(goods.read(slug)).toMatchObject({ stock: 0, sold: 1 });
    });
  });
}

test('a transfer that is sent twice is booked once', async ({ office: page, request, goods, books }) => {
  const { orderId } = await placeOrder(request, goods.add({ price: 100_00 }), { paymentMethod: 'invoice' });
  const { number } = books.order(orderId);
  const send = async (key: string) => {
    const form = { amount: '50', note: '', key };
    const response = await page.request.post(`/admin/orders/${number}/transfers`, { form, maxRedirects: 0 });
    return /note=(.*)/.exec(response.headers().location ?? '')?.[1];
  };
  const key = 'k'.repeat(22);
  const answers = await Promise.all([send(key), send(key), send(key)]);
  expect(answers.sort()).toEqual(['transfer-part', 'transfer-repeated', 'transfer-repeated']);
  expect(await send('')).toBe('transfer-amount');
  expect(await send('l'.repeat(22))).toBe('transfer-part');
  expect(await send('m'.repeat(22))).toBe('transfer-paid');
});
