import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { runView, testView } from '../../lib/testing/certification-run';
import { testFolder } from '../../scripts/shared/test-environment.mjs';
import { sendForm, signIn, signInByForm } from '../admin';
import { findViolations } from '../axe';
import { expect, test } from '../fixtures';
import { isRunningShop, needsOwnServer } from '../shop-under-test';

test.use({ expectedErrors: [[/status of (401|404)/], { scope: 'test' }] });

/** The runs' folder: next to the SQLite file, or `.data` with PostgreSQL. */
const folderOf = (baseURL: string | undefined) => {
  const data = process.env.TEST_DATABASE === 'postgresql' ? '.data' : testFolder(new URL(baseURL ?? '').port);
  return join(import.meta.dirname, '..', '..', data, 'certification');
};

/** The newest certified run of the kind. */
const certified = (page: Page, kind: string) =>
  page.getByRole('listitem').filter({ hasText: kind }).filter({ hasText: 'Certified' }).first();

test('the back office certifies the webshop, and shows the progress without a reload', async ({
  page,
  books,
  phone,
}) => {
  await signIn(phone, 'Bo');
  await phone.goto('/admin/certification');
  await signIn(page, 'Åsa');
  await page.getByRole('link', { name: 'Certification' }).click();
  await page.getByRole('button', { name: 'Certify the webshop' }).click();

  const current = page.getByRole('region', { name: /In progress/i });
  await expect(current.getByRole('status')).toContainText('of 30 tests', { timeout: 60_000 });
  await expect(current.getByRole('img', { name: 'passed' }).first()).toBeVisible({ timeout: 30_000 });
  await expect(current.getByText('an invoice for one article')).toBeVisible();

  // Other visitors see the same run and cannot start a second one.
  await phone.reload();
  await expect(phone.getByRole('region', { name: /In progress/i })).toBeVisible();
  await expect(phone.getByRole('button', { name: /Certify/ })).toHaveCount(0);
  const second = await sendForm(phone.request, '/admin/certification/start', { kind: 'pos' });
  expect(second.headers().location).toBe('/admin/certification?start=busy');

  await expect(page.getByRole('button', { name: 'Certify the webshop' })).toBeVisible({ timeout: 60_000 });
  await expect(certified(page, 'Webshop')).toContainText('30 passed, 0 failed, 0 not run');
  await expect(certified(page, 'Webshop')).toContainText('by Åsa');
  expect(await books.ordersOf('SEQR certification')).toEqual([]);

  expect((await findViolations(page)).map(({ id }) => id)).toEqual([]);

  const download = page.waitForEvent('download');
  await page
    .getByRole('link', { name: /^JUnit XML/ })
    .first()
    .click();
  expect((await download).suggestedFilename()).toMatch(/^certification-.*-webshop\.xml$/);

  await page
    .getByRole('link', { name: /^Report/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { name: 'SEQR certification of the webshop' })).toBeVisible();
  await expect(page.getByText('Certified', { exact: true })).toBeVisible();
  await page
    .getByText(/exchanges? with SEQR/)
    .first()
    .click();
  await expect(page.getByText('<password>***</password>').first()).toBeVisible();
  await expect(page.locator('body')).not.toContainText('12345678');
  expect((await findViolations(page)).map(({ id }) => id)).toEqual([]);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, locale: 'sv-SE' });

  test('the back office certifies a till in Swedish, on a page that reloads itself', async ({ page, context }) => {
    await signInByForm(context.request);
    await page.goto('/admin/certification');
    const start = page.getByRole('button', { name: 'Certifiera en kassa' });
    await start.click();
    await expect(page.getByRole('heading', { name: /pågår/i })).toBeVisible({ timeout: 60_000 });
    await expect(start).toBeVisible({ timeout: 100_000 });
    const run = page.getByRole('listitem').filter({ hasText: 'Kassa' }).filter({ hasText: 'Certifierad' });
    await expect(run.first()).toContainText('33 godkända, 0 underkända');
  });
});

test('a run whose process has died is shown as interrupted', async ({ page, baseURL }) => {
  test.skip(isRunningShop, needsOwnServer);
  const id = '20200101-000000-webshop';
  const folder = folderOf(baseURL);
  mkdirSync(join(folder, id), { recursive: true });
  const run = runView({ id, state: 'running', actor: 'Nobody', tests: [testView({ verdict: 'running' })] });
  writeFileSync(join(folder, id, 'run.json'), JSON.stringify(run));
  await signIn(page);
  await page.goto('/admin/certification');
  await expect(page.getByRole('listitem').filter({ hasText: 'by Nobody' })).toContainText('Interrupted');
  await page.goto(`/admin/certification/${id}/report`);
  await expect(page.getByText('because its process ended')).toBeVisible();
  rmSync(join(folder, id), { recursive: true });
});

test('requires a session, and refuses ids outside the reports’ folder', async ({ request }) => {
  const paths = ['20200101-000000-webshop/report', '20200101-000000-webshop/junit', 'events'];
  for (const path of paths) expect((await request.get(`/admin/certification/${path}`)).status()).toBe(401);
  const start = await request.post('/admin/certification/start', { form: { kind: 'webshop' }, maxRedirects: 0 });
  expect(start.status()).toBe(401);
  await signInByForm(request);
  for (const id of ['..%2f..', '20200101-000000-webshop', '%00']) {
    expect((await request.get(`/admin/certification/${id}/report`)).status(), id).toBeGreaterThanOrEqual(400);
  }
});
