import { randomUUID } from 'node:crypto';
import { sendForm } from '../admin';
import { expect, expectAccessible, expectToFit, test, variantsOf } from '../back-office';

for (const { name, options } of variantsOf('desktop')) {
  test.describe(name, () => {
    test.use(options);

    test('refunds an order by line, by amount and in full, and lists it in the history', async ({
      office: page,
      t,
      kronor,
      goods,
      books,
      buyer,
    }) => {
      const slug = await goods.add({ price: 100_00 });
      const { orderId } = await buyer.buy(slug, { items: [{ slug, quantity: 3 }] });
      const { number } = await books.order(orderId);
      await page.goto(`/admin/orders/${number}`);
      const refund = async (sum: string, fill: () => Promise<void>) => {
        await page.getByRole('link', { name: t.order.refund }).click();
        await fill();
        await page.getByRole('button', { name: t.refund.review }).click();
        await expect(page.getByRole('heading', { name: t.refund.confirmTitle(sum) })).toBeVisible();
        await page.getByRole('button', { name: t.refund.confirm(sum) }).click();
        await expect(page.getByRole('status')).toContainText(t.notes['refund-DONE']);
      };
      await refund(kronor(100), async () => {
        await page.getByRole('radio', { name: t.refund.lines }).check();
        await page.getByRole('textbox', { name: new RegExp(slug) }).fill('1');
        await page.getByLabel(t.refund.reason).fill('One was chipped');
      });
      expect((await books.order(orderId)).state).toBe('PARTIALLY_REFUNDED');
      await refund(kronor(49.5), async () => {
        await page.getByRole('radio', { name: t.refund.amount }).check();
        await page.getByLabel(`${t.refund.amountLabel} (SEK)`).fill('49,50');
        await page.getByLabel(t.refund.reason).fill('Late delivery');
      });
      await refund(kronor(199.5), async () => {
        await page.getByLabel(t.refund.reason).fill('Sent it all back');
      });

      expect(await books.order(orderId)).toMatchObject({ state: 'REFUNDED' });
      expect((await books.refunds(orderId)).map(({ amount, state, actor }) => [amount, state, actor])).toEqual([
        [100_00, 'DONE', 'Åsa'],
        [49_50, 'DONE', 'Åsa'],
        [199_50, 'DONE', 'Åsa'],
      ]);
      await expect(page.getByRole('link', { name: t.order.refund })).toHaveCount(0);
      const history = page.getByRole('region', { name: t.order.history });
      for (const line of [
        `${t.history['refund-requested'](kronor(199.5))} ${t.history.by('Åsa')}.`,
        `${t.history['refund-done'](kronor(49.5))} ${t.history.bySeqr}.`,
        'One was chipped',
        t.history.payment('PAID', 1, 'notification').split(',')[0] ?? '',
      ]) {
        await expect(history.getByText(line).first()).toBeVisible();
      }
      await expectToFit(page);
      await expectAccessible(page);
    });

    test('refuses an invalid or too large amount with a message and keeps the form', async ({
      office: page,
      t,
      kronor,
      goods,
      books,
      buyer,
    }) => {
      const slug = await goods.add({ price: 100_00 });
      const { orderId } = await buyer.buy(slug);
      const { number } = await books.order(orderId);
      await page.goto(`/admin/orders/${number}/refund`);
      const { amount: none, 'too-much': tooMuch } = t.refund.problems;
      const review = page.getByRole('button', { name: t.refund.review });
      const problem = page.getByRole('main').getByRole('alert');
      const sum = page.getByLabel(`${t.refund.amountLabel} (SEK)`);
      await page.getByRole('radio', { name: t.refund.amount }).check();
      await page.getByLabel(t.refund.reason).fill('Broken');
      for (const [text, words] of [
        ['0', none],
        ['0,00', none],
        ['-10', none],
        ['149,01', tooMuch],
        ['999 999 999', tooMuch],
        ['ten', none],
        ['10 EUR', none],
        ['10,123', none],
        ['1.234,50', none],
        ['1e2', none],
        ['٣', none],
        ['', none],
      ] as const) {
        await sum.fill(text);
        const before = page.url();
        await review.click();
        await expect(page).not.toHaveURL(before);
        await expect(problem, `“${text}”`).toContainText(words);
        await expect(sum).toHaveValue(text);
      }
      await page.getByRole('radio', { name: t.refund.lines }).check();
      for (const pieces of ['2', '-1', '0,5', 'one']) {
        await page.getByRole('textbox', { name: new RegExp(slug) }).fill(pieces);
        const before = page.url();
        await review.click();
        await expect(page).not.toHaveURL(before);
        await expect(problem, pieces).toContainText(t.refund.problems.quantity);
      }
      expect(await books.refunds(orderId)).toEqual([]);

      // Correct the value in the same form.
      await page.getByRole('radio', { name: t.refund.amount }).check();
      await sum.fill('149,00');
      await review.click();
      await expect(page.getByRole('heading', { name: t.refund.confirmTitle(kronor(149)) })).toBeVisible();
      await page.getByRole('link', { name: t.refund.change }).click();
      await expect(sum).toHaveValue('149,00');
      await expectToFit(page);
    });

    test('lets a person resolve a refund that SEQR did not answer', async ({
      office: page,
      t,
      kronor,
      goods,
      books,
      sandbox,
      buyer,
    }) => {
      const { orderId, invoiceReference } = await buyer.buy(await goods.add({ price: 100_00 }));
      const { number } = await books.order(orderId);
      await page.goto(`/admin/orders/${number}/refund`);
      await page.getByLabel(t.refund.reason).fill('Returned');
      await page.getByRole('button', { name: t.refund.review }).click();
      await sandbox.misbehave(invoiceReference, { kind: 'close', operation: 'refundPayment', times: 1 });
      await page.getByRole('button', { name: t.refund.confirm(kronor(149)) }).click();
      await expect(page.getByRole('status')).toContainText(t.notes['refund-UNKNOWN']);
      await page.goto('/admin');
      const item = page
        .getByRole('main')
        .getByRole('listitem')
        .filter({ hasText: `T-${number}` });
      await expect(item).toContainText(t.overview.attention['refund-unknown']);
      await item.getByRole('link').click();
      await page.getByRole('button', { name: t.order.settleDone, exact: true }).click();
      await expect(page.getByRole('status')).toContainText(t.notes.settled);
      expect((await books.order(orderId)).state).toBe('REFUNDED');
    });
  });
}

test('refunds once if a confirmation is sent twice, and refuses a stale, forged or invalid confirmation', async ({
  office: page,
  goods,
  books,
  buyer,
}) => {
  const { orderId } = await buyer.buy(await goods.add({ price: 100_00 }));
  const { number } = await books.order(orderId);
  const path = `/admin/orders/${number}/refunds`;
  const send = async (change: Record<string, string>) => {
    const form = { mode: 'amount', amount: '60', confirmed: '6000 of 14900 SEK', reason: 'x', ...change };
    const response = await sendForm(page.request, path, form);
    return response.headers().location ?? '';
  };
  const wrong = [
    { amount: '0', confirmed: '0 of 14900 SEK' },
    { amount: '-5', confirmed: '-500 of 14900 SEK' },
    { amount: '149.01', confirmed: '14901 of 14900 SEK' },
    { amount: 'all', confirmed: 'NaN of 14900 SEK' },
    { confirmed: '6000 of 14900 EUR' },
    { confirmed: '5000 of 14900 SEK' },
    { confirmed: '6000 of 15000 SEK' },
    { reason: ' ' },
    { mode: 'lines', q0: '2', confirmed: '20000 of 14900 SEK' },
    { mode: 'lines', q0: '1e0', confirmed: '10000 of 14900 SEK' },
    { payment: 'transfer' },
  ];
  for (const change of wrong) expect(await send(change), JSON.stringify(change)).toContain('problem=');
  expect(await books.refunds(orderId)).toEqual([]);

  const key = randomUUID();
  const answers = await Promise.all([send({ key }), send({ key }), send({ key })]);
  for (const answer of answers) expect(answer).toMatch(/note=refund-(DONE|REQUESTED)/);
  expect((await books.refunds(orderId)).map(({ amount }) => amount)).toEqual([60_00]);
  const next = { confirmed: '6000 of 8900 SEK' };
  const both = await Promise.all([send(next), send(next)]);
  expect(both.filter((answer) => answer.includes('too-much'))).toHaveLength(1);
  expect(await books.refunds(orderId)).toHaveLength(2);
});

test('refunds once on a double click', async ({ office: page, t, kronor, goods, books, buyer }) => {
  const { orderId } = await buyer.buy(await goods.add({ price: 100_00 }));
  const { number } = await books.order(orderId);
  await page.goto(`/admin/orders/${number}/refund`);
  await page.getByRole('radio', { name: t.refund.amount }).check();
  await page.getByLabel(`${t.refund.amountLabel} (SEK)`).fill('20');
  await page.getByLabel(t.refund.reason).fill('A stain');
  await page.getByRole('button', { name: t.refund.review }).click();
  await page.getByRole('button', { name: t.refund.confirm(kronor(20)) }).dblclick();
  await expect(page.getByRole('status')).toContainText(/./);
  await expect
    .poll(async () => (await books.refunds(orderId)).map(({ amount, state }) => [amount, state]))
    .toEqual([[20_00, 'DONE']]);
});
