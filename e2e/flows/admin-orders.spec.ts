import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { APIRequestContext, Page } from 'playwright/test';
import type { AdminTexts } from '../../lib/i18n/get-admin-texts';
import { addDays, swedishDay } from '../../lib/swedish-day';
import { readXlsx } from '../../lib/testing/read-xlsx';
import { newAddress } from '../addresses';
import { expect, expectToFit, test, variantsOf } from '../back-office';
import { customer, type PlacedOrder, placeOrder } from '../checkout-request';
import { tabTo } from '../keyboard';

/** A unique surname, so that a test finds only its own orders. */
const newSurname = () => `Ek${randomUUID().slice(0, 8)}`;

const orderOf = (request: APIRequestContext, slug: string, name: string, change = {}): Promise<PlacedOrder> =>
  placeOrder(request, slug, { customer: { ...customer, name }, paymentMethod: 'invoice', ...change });

async function search(page: Page, t: AdminTexts, words: string): Promise<void> {
  await page.getByRole('searchbox', { name: t.orders.search }).fill(words);
  await page.getByRole('button', { name: t.orders.apply, exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`q=${encodeURIComponent(words).replaceAll('%20', '\\+')}`));
}

const listed = (page: Page) => page.getByRole('main').getByRole('link', { name: /^T-\d+$/ });

for (const { name, options } of variantsOf('desktop')) {
  test.describe(name, () => {
    test.use(options);

    test('finds orders by name, reference, state and day', async ({
      office: page,
      t,
      request,
      goods,
      books,
      sandbox,
    }) => {
      const surname = newSurname();
      const slug = await goods.add();
      const unpaid = await orderOf(request, slug, `Åke ${surname}`);
      const paid = await orderOf(request, slug, `Eva ${surname}`, { paymentMethod: 'seqr' });
      await sandbox.pay(paid.invoiceReference);
      await expect.poll(async () => (await books.order(paid.orderId)).state).toBe('PAID');
      const nameOf = async ({ orderId }: PlacedOrder) => `T-${(await books.order(orderId)).number}`;

      await page.goto('/admin/orders');
      await search(page, t, paid.invoiceReference);
      await expect(listed(page)).toHaveText([await nameOf(paid)]);
      await search(page, t, surname.toUpperCase());
      await expect(listed(page)).toHaveText([await nameOf(paid), await nameOf(unpaid)]);
      await expectToFit(page);
      const state = page.getByRole('combobox', { name: t.orders.state });
      for (const [label, found] of [
        [t.states.order.PENDING, [await nameOf(unpaid)]],
        [t.toDeliver, [await nameOf(paid)]],
        [t.states.order.REFUNDED, []],
        [t.orders.anyState, [await nameOf(paid), await nameOf(unpaid)]],
      ] as const) {
        await state.selectOption({ label });
        await page.getByRole('button', { name: t.orders.apply, exact: true }).click();
        await expect(listed(page)).toHaveText([...found]);
      }
      const today = swedishDay(new Date());
      await page.getByLabel(t.orders.to, { exact: true }).fill(addDays(today, -2));
      await page.getByRole('button', { name: t.orders.apply, exact: true }).click();
      await expect(page.getByRole('heading', { name: t.orders.none })).toBeVisible();
      await page.getByLabel(t.orders.from, { exact: true }).fill(addDays(today, -1));
      await page.getByLabel(t.orders.to, { exact: true }).fill(addDays(today, 1));
      await page.getByRole('button', { name: t.orders.apply, exact: true }).click();
      await expect(listed(page)).toHaveText([await nameOf(paid), await nameOf(unpaid)]);
      await page.getByRole('link', { name: t.orders.clear }).click();
      await expect(page.getByRole('searchbox', { name: t.orders.search })).toHaveValue('');
    });

    test('pages through orders in both directions', async ({ office: page, t, playwright, baseURL, goods, books }) => {
      const surname = newSurname();
      const slug = await goods.add({ stock: 30 });
      // Uses its own address, because checkouts are limited per address.
      const extraHTTPHeaders = { 'X-Forwarded-For': newAddress() };
      const buyers = await playwright.request.newContext({ baseURL: baseURL ?? '', extraHTTPHeaders });
      for (let count = 0; count < 27; count++) await orderOf(buyers, slug, `${count} ${surname}`);
      await buyers.dispose();
      const names = (await books.ordersOf(`0 ${surname}`)).concat(await books.ordersOf(`1 ${surname}`));
      const oldest = names.map(({ number }) => `T-${number}`).reverse();

      await page.goto(`/admin/orders?q=${surname}`);
      await expect(listed(page)).toHaveCount(25);
      await page.getByRole('link', { name: t.orders.older }).click();
      await expect(listed(page)).toHaveText(oldest);
      await expect(page.getByRole('link', { name: t.orders.older })).toHaveCount(0);
      await page.getByRole('link', { name: t.orders.newer }).click();
      await expect(listed(page)).toHaveCount(25);
      await expect(page.getByRole('link', { name: t.orders.newer })).toHaveCount(0);
    });

    test('exports the filtered list, with formulas and markup escaped', async ({
      office: page,
      t,
      language,
      request,
      goods,
    }) => {
      const surname = newSurname();
      const formulas = [
        `=HYPERLINK("evil.example","${surname}")`,
        `+1+cmd|' /C calc'!A0 ${surname}`,
        `-2+3 ${surname}`,
        `@SUM(1) ${surname}`,
      ];
      const harmless = [`<img src=x onerror=alert(1)> ${surname}`, `Ek, "Åsa"; ${surname}`];
      const slug = await goods.add({ stock: 10 });
      for (const name of [...formulas, ...harmless]) await orderOf(request, slug, name);

      await page.goto('/admin/orders');
      await search(page, t, surname);
      await expect(listed(page)).toHaveCount(formulas.length + harmless.length);
      await expect(page.getByText(harmless[0] ?? '').filter({ visible: true })).toBeVisible();
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: t.orders.export }).click();
      const file = await download;
      expect(file.suggestedFilename()).toMatch(/^orders-\d{4}-\d\d-\d\d\.csv$/);
      const csv = readFileSync(await file.path(), 'utf8');
      const [between, titles] = language === 'sv' ? [';', 'order;skapad;'] : [',', 'order,created,'];
      expect(csv.startsWith(`\uFEFF${titles}`)).toBe(true);
      const cell = (text: string) =>
        text.includes('"') || text.includes(between) ? `"${text.replaceAll('"', '""')}"` : text;
      for (const name of formulas) expect(csv).toContain(between + cell(`'${name}`) + between);
      for (const name of harmless) expect(csv).toContain(between + cell(name) + between);
      expect(csv.trimEnd().split('\n')).toHaveLength(1 + formulas.length + harmless.length);

      const sheet = page.waitForEvent('download');
      await page.getByRole('link', { name: t.orders.exportXlsx }).click();
      const names = readXlsx(readFileSync(await (await sheet).path())).map((row) =>
        row.find((text) => String(text).includes(surname)),
      );
      expect(names.filter(Boolean).toSorted()).toEqual([...formulas, ...harmless].toSorted());
    });

    test('treats special characters in a search as text', async ({ office: page, t }) => {
      await page.goto(`/admin/orders?q=${encodeURIComponent(`%_' OR 1=1 --`)}&state=<b>&from=2026-02-31&before=x`);
      await expect(page.getByRole('heading', { name: t.orders.none })).toBeVisible();
      await expect(page.getByLabel(t.orders.from, { exact: true })).toHaveValue('');
    });

    test('shows today’s figures, linked to their orders', async ({ office: page, t, goods, books, buyer }) => {
      const { orderId, invoiceReference } = await buyer.buy(await goods.add());
      const order = page.getByRole('link', { name: `T-${(await books.order(orderId)).number}` });

      await page.goto('/admin');
      const sales = page.getByRole('region', { name: t.overview.salesByDay });
      await sales.getByText(t.overview.asTable).click();
      const today = sales.getByRole('row').filter({ hasText: swedishDay(new Date()) });
      await expect(today.getByRole('cell').first()).toHaveText(/^[1-9]\d*$/);
      await expect(sales.getByRole('row')).toHaveCount(15);
      const outcomes = page.getByRole('region', { name: t.overview.outcomes });
      await expect(outcomes.getByRole('row').filter({ hasText: t.states.payment.PAID }).first()).toContainText('%');
      for (const figure of [t.overview.today, t.toDeliver]) {
        await page.goto('/admin');
        await page.getByRole('link', { name: figure, exact: true }).click();
        await expect(page.getByRole('heading', { name: t.orders.title, level: 1 })).toBeVisible();
        await search(page, t, invoiceReference);
        await expect(order).toBeVisible();
      }
      await page.goto('/admin');
      await page.getByRole('link', { name: t.overview.openPayments, exact: true }).click();
      await expect(page).toHaveURL(/state=PENDING/);
    });
  });
}

test('finds, opens and ships an order with the keyboard alone', async ({ office: page, t, goods, books, buyer }) => {
  const { orderId } = await buyer.buy(await goods.add());
  const name = `T-${(await books.order(orderId)).number}`;

  await page.goto('/admin/orders');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: t.skip })).toBeFocused();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: t.orders.search })).toBeFocused();
  await page.keyboard.type(`${name}/`);
  await expect(page.getByRole('searchbox', { name: t.orders.search }), 'a slash is ordinary text there').toHaveValue(
    `${name}/`,
  );
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Enter');
  await expect(listed(page)).toHaveText([name]);
  await tabTo(page, listed(page));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: t.order.title(name) })).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: t.order.deliver }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toContainText(t.notes.delivered);
  await expect(page.getByRole('button', { name: t.order.deliver })).toHaveCount(0);
});
