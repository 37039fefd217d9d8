import { TEST_RESELLER } from '../../lib/published-identity';
import { payBack, sendForm, signIn, signInByForm } from '../admin';
import { expect, expectToFit, test, variants } from '../back-office';

test('closes the day and compares every payment with SEQR’s report', async ({ page, goods, books, buyer }) => {
  const { orderId } = await buyer.buy(await goods.add({ price: 123_00 }));
  const ersReference = (await books.payments(orderId))[0]?.ersReference ?? '';

  await signIn(page);
  await page.getByRole('navigation', { name: 'Back office' }).getByRole('link', { name: 'Closing' }).click();
  await page.getByRole('button', { name: 'Close the shop’s day' }).click();
  await expect(page.getByRole('heading', { name: /^Period/ })).toBeVisible();
  // The page follows the closing without a reload, which would move the focus.
  await page.evaluate(() => document.body.setAttribute('data-loaded', 'once'));
  await expect(page.getByText('Compared', { exact: true })).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('body')).toHaveAttribute('data-loaded', 'once');
  await expect(page.getByRole('heading', { name: /^Period \d+/ })).toBeVisible();
  await page.getByText(/matched lines?$/).click();
  await expect(page.getByText(ersReference)).toBeVisible();

  const address = page.url().replace(/\?.*/, '');
  const xml = await page.request.get(`${address}/report.xml`);
  expect(xml.headers()['content-disposition']).toMatch(/^attachment; filename="period-\d+\.xml"$/);
  expect(await xml.text()).toContain(`<ErsReference>${ersReference}</ErsReference>`);
  const csv = await (await page.request.get(`${address}/comparison.csv`)).text();
  expect(csv).toContain(`MATCHED,'${ersReference},`);

  await page.getByRole('link', { name: 'All periods' }).click();
  await expect(page.getByRole('heading', { name: 'Matched amounts and differences, by period' })).toBeVisible();
  await page.getByRole('button', { name: 'Svenska' }).click();
  await expect(page.getByRole('heading', { name: 'Dagsavslut' })).toBeVisible();
});

test('no longer lists a corrected difference when the period is compared again', async ({
  page,
  goods,
  sandbox,
  books,
  buyer,
}) => {
  const { orderId, invoiceReference } = await buyer.buy(await goods.add({ price: 80_00 }));
  const { number } = await books.order(orderId);
  await sandbox.misbehave(invoiceReference, { kind: 'close', operation: 'refundPayment', times: 1 });
  await signIn(page);
  await payBack(page.request, number, 30, 'UNKNOWN');
  expect((await books.refunds(orderId)).map(({ state }) => state)).toEqual(['UNKNOWN']);

  await page.goto('/admin/periods');
  await page.getByRole('button', { name: 'Close the shop’s day' }).click();
  await expect(page.getByText('Compared', { exact: true })).toBeVisible({ timeout: 30_000 });
  const address = page.url();
  const difference = page.getByRole('region', { name: /difference/ }).getByRole('link', { name: `T-${number}` });
  await expect(difference).toBeVisible();
  const file = await page.request.get(`${address.replace(/\?.*/, '')}/comparison.csv`);
  const [, refunded] = new RegExp(`,'(\\d+),T-${number},-30`).exec(await file.text()) ?? [];

  await difference.click();
  await page.getByLabel('SEQR reference of the refund').fill(refunded ?? 'not in the file');
  await page.getByRole('button', { name: 'Mark as refunded', exact: true }).click();
  expect((await books.refunds(orderId)).map(({ state }) => state)).toEqual(['DONE']);
  await page.goto(address);
  for (const _ of ['once', 'twice']) {
    await page.getByRole('button', { name: 'Compare again' }).click();
    await expect(page.getByRole('status')).toHaveText('Compared with the current ledger.');
    await expect(difference).toHaveCount(0);
  }
});

test('continues a closing whose answer was lost with the period’s id, even after a wrong one', async ({
  page,
  sandbox,
}) => {
  // The shop closes its days as the reseller's user.
  const caller = { terminalId: TEST_RESELLER.id };
  await sandbox.misbehave(caller, { kind: 'close', operation: 'markTransactionPeriod', times: 1 });
  await signIn(page);
  await page.goto('/admin/periods');
  await page.getByRole('button', { name: 'Close this terminal’s day' }).click();
  await expect(page.getByRole('heading', { name: 'Period status unknown' })).toBeVisible({ timeout: 30_000 });
  const id = await sandbox.lastPeriodId();
  const wrong = String(BigInt(id) + 1n);
  const field = page.getByLabel('Period ID from SEQR');
  await field.fill(wrong);
  await page.getByRole('button', { name: 'Continue with this ID' }).click();

  // Without JavaScript the page reloads, at its address without the note.
  const path = new URL(page.url()).pathname;
  const html = await (await page.request.get(path)).text();
  expect(html).toContain(`<noscript><meta http-equiv="refresh" content="3;url=${path}"/></noscript>`);
  await page.getByRole('link', { name: 'Correct the period ID' }).click();
  await expect(field).toHaveValue(wrong);
  await expect(page.locator('meta[http-equiv=refresh]')).toHaveCount(0);
  await expectToFit(page);
  await field.fill(id);
  await page.getByRole('button', { name: 'Save and request the report' }).click();
  await expect(page.getByText('Compared', { exact: true })).toBeVisible({ timeout: 30_000 });

  await page.goto('/admin/audit?subject=period');
  const changes = page.getByRole('row').filter({ hasText: wrong });
  await expect(changes).toHaveCount(2);
  await expect(changes.filter({ hasText: id })).toHaveCount(1);
});

test('answers 404 for unknown periods and ids', async ({ request }) => {
  await signInByForm(request);
  for (const path of [
    '/admin/periods/x',
    '/admin/periods/x/report.xml',
    '/admin/periods/x/comparison.csv',
    '/admin/mail/x',
  ]) {
    expect([path, (await request.get(path)).status()]).toEqual([path, 404]);
  }
  expect((await sendForm(request, '/admin/periods/close', { scope: 'galaxy' })).status()).toBe(404);
  expect((await sendForm(request, '/admin/periods/x/settle', { step: 'supply' })).status()).toBe(404);
});

test.describe('the page of a mail', () => {
  test('shows a receipt as the recipient sees it', async ({ page, goods, books, buyer }) => {
    const { orderId } = await buyer.buy(await goods.add());
    const name = `T-${(await books.order(orderId)).number}`;

    await signIn(page);
    await page.goto('/admin/mail');
    await expect(async () => {
      await page.reload();
      await page.getByRole('link', { name: new RegExp(`receipt.*${name}`) }).click({ timeout: 2000 });
    }).toPass({ timeout: 20_000 });
    await expect(page.frameLocator('iframe[title="The email"]').getByText(name).first()).toBeVisible();
    await expect(page.getByText('Stored', { exact: true })).toBeVisible();
    const pdf = await page.request.get((await page.getByRole('link', { name: /PDF/ }).getAttribute('href')) ?? '');
    expect(pdf.headers()['content-type']).toBe('application/pdf');
  });
});

const [, onThePhone] = variants;

test.describe(onThePhone.name, () => {
  test.use(onThePhone.options);

  test('closes the day and reads mails', async ({ office: page, t, goods, buyer, books, mailbox }) => {
    const { orderId } = await buyer.buy(await goods.add({ price: 77_00 }));
    await mailbox.wait(orderId, 'receipt');
    const name = `T-${(await books.order(orderId)).number}`;

    await page.goto('/admin/periods');
    await page.getByRole('button', { name: t.periods.closeShop }).click();
    await expect(page.getByRole('heading', { name: /^Period \d+/ })).toBeVisible({ timeout: 20_000 });
    await expect(page.getByText('Avstämd', { exact: true })).toBeVisible({ timeout: 30_000 });
    await page.getByText(/rad(er)? som stämmer$/).click();
    await expect(page.getByText((await books.payments(orderId))[0]?.ersReference ?? 'none')).toBeVisible();
    await expect(page.getByRole('link', { name: t.periods.comparisonCsv })).toBeVisible();
    await expectToFit(page);
    await page.getByRole('link', { name: t.periods.back }).click();
    await expect(page.getByRole('heading', { name: t.periods.chart })).toBeVisible();
    await expectToFit(page);

    await page.goto('/admin/mail');
    await expectToFit(page);
    await page.getByRole('link', { name: new RegExp(`receipt.*${name}`) }).click();
    const mail = page.frameLocator(`iframe[title="${t.mail.body}"]`);
    await expect(mail.getByText(name).first()).toBeVisible();
    await expect(page.getByText(t.mail.states.kept, { exact: true })).toBeVisible();
    await expectToFit(page);
  });
});
