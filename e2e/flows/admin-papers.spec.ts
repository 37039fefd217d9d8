import type { Page } from 'playwright/test';
import { pdfText } from '../../lib/testing/pdf-text';
import { payBack } from '../admin';
import { expect, expectToFit, test, variantsOf } from '../back-office';

const plain = (text: string) => text.replaceAll(/[\s\u00a0\u202f]+/g, ' ');

async function print(page: Page): Promise<string[]> {
  await page.evaluate(() => document.fonts.ready.then(() => {}));
  return pdfText(await page.pdf({ format: 'A4' })).map(plain);
}

for (const { name, options } of variantsOf('desktop')) {
  test.describe(name, () => {
    test.use(options);

    test('prints the papers of a parcel, and undoes “sent”', async ({ office: page, t, buyer, goods, books }) => {
      const slug = await goods.add();
      const { orderId } = await buyer.buy('', { items: [{ slug, quantity: 2 }] });
      const { number } = await books.order(orderId);
      await page.goto(`/admin/orders/${number}`);
      await expectToFit(page);
      for (const [link, size] of [
        [t.papers.packingSlip, '595.28 841.89'],
        [t.papers.label, '283.464567 425.19685'],
        [t.papers.labelOnA4, '595.28 841.89'],
      ] as const) {
        const href = await page.getByRole('link', { name: link }).getAttribute('href');
        const answer = await page.request.get(href ?? '');
        expect(answer.headers()['content-type']).toBe('application/pdf');
        const pages = pdfText(await answer.body()).map(plain);
        expect(pages).toHaveLength(1);
        expect(pages[0]).toContain(`T-${number}`);
        expect((await answer.body()).toString('latin1')).toContain(`/MediaBox [0 0 ${size}]`);
      }
      await page.getByRole('button', { name: t.order.deliver }).click();
      await expect(page.getByRole('status')).toContainText(t.notes.delivered);
      await page.getByRole('button', { name: t.order.undoDelivery }).click();
      await expect(page.getByRole('status')).toContainText(t.notes.undelivered);
      await expect(page.getByRole('button', { name: t.order.deliver })).toBeVisible();
    });
  });
}

test('an order with twelve lines and a refund prints on one sheet, without SOAP messages and buttons', async ({
  office: page,
  t,
  buyer,
  goods,
  books,
}) => {
  const slugs = await goods.addAll(Array(12).fill({ price: 125_00, name: 'Oak spoon' }));
  const items = slugs.map((slug) => ({ slug, quantity: 1 }));
  const { orderId } = await buyer.buy('', { items });
  const { number } = await books.order(orderId);
  await payBack(page.request, number, 50);
  await page.goto(`/admin/orders/${number}`);
  await expect(page.getByRole('heading', { name: t.order.soap.title })).toBeVisible();
  const [sheet = '', ...more] = await print(page);
  expect(more).toEqual([]);
  for (const text of [`T-${number}`, t.order.customer, t.order.lines, t.order.payments, t.order.refunds])
    expect(sheet).toContain(text);
  for (const text of [t.order.soap.title, 'sendInvoice', t.order.deliver, t.order.actions, t.papers.title])
    expect(sheet).not.toContain(text);
});

test('a refund has a credit note, linked from the order for the merchant and from the receipt for the buyer', async ({
  office: page,
  t,
  buyer,
  goods,
  books,
}) => {
  const slug = await goods.add({ price: 125_00, stock: 5 });
  const { orderId } = await buyer.buy('', { items: [{ slug, quantity: 2 }] });
  const { number } = await books.order(orderId);
  await page.goto(`/admin/orders/${number}/refund`);
  await page.getByRole('radio', { name: t.refund.lines }).check();
  await page.getByLabel(slug).or(page.locator('#q0')).first().fill('1');
  await page.getByRole('checkbox', { name: t.refund.restock }).check();
  await page.getByLabel(t.refund.reason).fill('Came back');
  await page.getByRole('button', { name: t.refund.review }).click();
  await expect(page.getByText(t.refund.confirmRestock)).toBeVisible();
  await page.getByRole('button', { name: /^Refund / }).click();
  await expect(page.getByRole('status')).toContainText(t.notes['refund-DONE']);
  expect(await goods.read(slug)).toMatchObject({ stock: 4 });
  const link = page.getByRole('link', { name: /Credit note CN-/ });
  const href = (await link.getAttribute('href')) ?? '';
  await page.goto(`/en/orders/${orderId}/receipt`);
  await expect(page.getByRole('link', { name: /Credit note CN-/ })).toHaveAttribute('href', `${href}?language=en`);
  const answer = await page.request.get(href);
  expect(answer.headers()['content-type']).toBe('application/pdf');
  const [sheet = '', ...more] = pdfText(await answer.body()).map(plain);
  expect(more).toEqual([]);
  expect(sheet).toContain(/CN-\d+/.exec(href)?.[0]);
  expect(sheet).toMatch(/25% 100 kr 25 kr 125 kr/);
  expect((await page.request.get(href.replace(orderId, 'A'.repeat(22)))).status()).toBe(404);
});

test('papers need a session, and an order that is paid', async ({ office: page, request, t, books, buyer, goods }) => {
  const { orderId } = await buyer.buy(await goods.add());
  const { number } = await books.order(orderId);
  for (const paper of ['packing-slip.pdf', 'label.pdf']) {
    expect((await request.get(`/admin/orders/${number}/${paper}`)).status()).toBe(401);
    const missing = await page.request.get(`/admin/orders/999999/${paper}`);
    expect([missing.status(), await missing.text()]).toEqual([404, `${t.papers.none}\n`]);
  }
});

for (const { name, options } of variantsOf('phone')) {
  test.describe(name, () => {
    test.use(options);

    test('shows VAT by rate with refunds, and exports it', async ({
      office: page,
      t,
      buyer,
      goods,
      books,
      language,
    }) => {
      const { orderId } = await buyer.buy(await goods.add({ price: 125_00 }));
      await payBack(page.request, (await books.order(orderId)).number, 50);
      await page.goto('/admin/vat');
      await expectToFit(page);
      await expect(page.getByRole('columnheader', { name: t.vat.columns.refunded })).toBeVisible();
      await expect(page.getByRole('row', { name: /^25\s?%/ })).toBeVisible();
      const href = await page.getByRole('link', { name: t.vat.export }).getAttribute('href');
      const answer = await page.request.get(href ?? '', { headers: { 'Accept-Language': language } });
      expect(answer.headers()['content-type']).toContain('text/csv');
      expect(await answer.text()).toContain(t.vat.file.columns[2]);
      await page.goto('/admin/vat?from=2026-02-30&to=2026-03-01');
      await expect(page.getByText(t.vat.invalid)).toBeVisible();
      await page.goto('/admin/vat?from=2019-01-01&to=2019-01-31');
      await expect(page.getByText(t.vat.none)).toBeVisible();
    });
  });
}
