import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright/test';
import { readTable } from '../../lib/spreadsheet/read-table';
import { writeXlsx } from '../../lib/spreadsheet/write-xlsx';
import { signInByForm } from '../admin';
import { test as base, expect, expectAccessible, expectToFit, variantsOf } from '../back-office';
import { chooseFile } from '../choose-file';

/** Each test signs in as a different person, because the shop keeps one file per person. */
const test = base.extend({
  office: async ({ page }, use) => {
    await signInByForm(page.request, `Åsa ${randomUUID().slice(0, 8)}`);
    await use(page);
  },
});

/** Chooses a file on the import page and sends it. */
async function check(page: Page, name: string, content: string | Uint8Array): Promise<void> {
  await chooseFile(page.getByRole('main').locator('input[type=file]'), name, content);
  await page.getByRole('main').locator('form button').click();
}

/** Returns a product's row in a new export, by column title. */
async function exportedRow(page: Page, slug: string): Promise<Map<string, string>> {
  const response = await page.request.get('/admin/products/export?format=xlsx');
  const [titles, ...rows] = await readTable(await response.body());
  const row = rows.find(({ cells }) => cells[0] === slug);
  const cells = titles?.cells.map((title, index) => [String(title), String(row?.cells[index] ?? '')] as const);
  return new Map(cells);
}

const xlsxOf = (row: Map<string, string>) =>
  writeXlsx(
    'x',
    [...row.keys()].map((title) => ({ title })),
    [[...row.values()]],
  );

async function expectGood(page: Page): Promise<void> {
  await expectToFit(page);
  await expectAccessible(page);
}

for (const { name, options } of variantsOf('desktop')) {
  test.describe(name, () => {
    test.use(options);

    test('a file is checked line by line and then imported as a whole', async ({
      office: page,
      t,
      goods,
      language,
    }) => {
      const [slug, created] = [await goods.add({ stock: 10 }), `imported-${language}-${randomUUID().slice(0, 8)}`];
      const m = t.importing;
      await page.goto('/admin/products');
      await page.getByRole('link', { name: m.link, exact: true }).click();
      await expectGood(page);

      await check(page, 'mistakes.csv', `slug;category;price\n${created};test-goods;1e5\n${created};none;2\n`);
      await expect(page.getByRole('status')).toContainText(m.preview.problems('2'));
      await expect(page.getByText(m.preview.atColumn(2, 'price'))).toBeVisible();
      await expect(page.getByText(m.problems.price.replace('{value}', '1e5'))).toBeVisible();
      await expect(page.getByText(m.problems['slug-twice'].replace('{value}', '2'))).toBeVisible();
      await expect(page.getByRole('button', { name: m.preview.submit('2') })).toHaveCount(0);
      await expectGood(page);
      await page.getByRole('link', { name: m.preview.again }).click();

      const row = await exportedRow(page, slug);
      row.set('price', '123,50').set('stock', '15').set('name_sv', 'Döpt om');
      await goods.change(slug, { stock: 9 });
      await check(page, 'goods.xlsx', await xlsxOf(row));
      await expect(page.getByText(m.preview.summary('0', '1', '0'))).toBeVisible();
      const entry = page.getByRole('listitem').filter({ hasText: m.preview.at(2) });
      await expect(entry).toContainText('Döpt om');
      await expect(entry).toContainText(/100.*→.*123/);
      await expectGood(page);
      expect(await goods.read(slug)).toMatchObject({ price: 100_00, stock: 9 });
      await goods.change(slug, { stock: 8 });
      await page.getByRole('button', { name: m.preview.submitOne }).click();
      await expect(page.getByRole('status')).toContainText(m.done('0', '1'));
      expect(await goods.read(slug)).toMatchObject({ price: 123_50, stock: 13 });
      await page.goto(`/products/${slug}`);
      await expect(page.getByText('123.50').first()).toBeVisible();

      await page.goto('/admin/products/import');
      await check(page, 'again.xlsx', await xlsxOf(row));
      await expect(page.getByText(m.problems.overtaken)).toBeVisible();
      await page.goto('/admin/products/import');
      const name = '"New, imported"';
      await check(page, 'new.csv', `slug,category,name_en,name_sv\n${created},test-goods,${name},${name}\n`);
      await page.getByRole('button', { name: m.preview.submitOne }).click();
      await expect(page.getByRole('status')).toContainText(m.done('1', '0'));
      await page.goto(`/admin/products/${created}`);
      await expect(page.getByRole('heading', { name: 'New, imported' })).toBeVisible();
      await page.goto('/admin/audit');
      await expect(page.getByRole('main')).toContainText(created);
    });

    test('a change after the check is not overwritten, and a large file is refused', async ({
      office: page,
      t,
      goods,
    }) => {
      const slug = await goods.add();
      const m = t.importing;
      const row = await exportedRow(page, slug);
      await page.goto('/admin/products/import');
      await check(page, 'goods.xlsx', await xlsxOf(row.set('price', '5')));
      await expect(page.getByRole('button', { name: m.preview.submitOne })).toBeVisible();
      const other = await page.context().newPage();
      await other.goto(`/admin/products/${slug}`);
      await other.getByLabel(t.products.price('SEK')).fill('7');
      await other.getByRole('button', { name: t.products.save, exact: true }).click();
      await expect(other.getByRole('status')).toContainText(t.notes.saved);
      await page.getByRole('button', { name: m.preview.submitOne }).click();
      await expect(page.getByText(m.preview.overtaken)).toBeVisible();
      await expect(page.getByText(m.problems.overtaken)).toBeVisible();
      expect(await goods.read(slug)).toMatchObject({ price: 7_00 });

      await page.goto('/admin/products/import');
      await check(page, 'large.csv', 'x'.repeat(10 * 1024 * 1024 + 1));
      await expect(page.getByRole('status')).toContainText(m.refusals.large);
      await page.goto('/admin/products/import/none');
      await expect(page.getByRole('status')).toContainText(m.refusals.gone);
    });
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a file is imported', async ({ office: page, t, goods }) => {
    const slug = await goods.add();
    const csv = await (await page.request.get('/admin/products/export')).text();
    // Imports only this test's row, because other tests remove their products concurrently.
    const [header, ...rows] = csv.split(/\r?\n/);
    const own = rows.filter((row) => row.includes(slug));
    expect(own).toHaveLength(1);
    await page.goto('/admin/products/import');
    await check(page, 'goods.csv', [header, ...own].join('\n'));
    await expect(page.getByText(t.importing.preview.nothing)).toBeVisible();
  });
});

test('nobody else can check, read or import a file', async ({ request, office }) => {
  const form = { file: { name: 'x.csv', mimeType: 'text/csv', buffer: Buffer.from('slug\nx\n') } };
  const post = (headers: Record<string, string>) =>
    request.post('/admin/products/import/check', { multipart: form, headers, maxRedirects: 0 });
  expect((await post({ Origin: 'https://evil.example' })).status()).toBe(403);
  expect((await post({})).status()).toBe(401);
  expect((await request.get('/admin/products/export')).status()).toBe(401);
  const plain = await office.request.post('/admin/products/import/check', { form: { file: 'x' } });
  expect(plain.status()).toBe(415);
});
