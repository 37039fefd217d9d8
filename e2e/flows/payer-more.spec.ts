import { randomUUID } from 'node:crypto';
import { chromium, type Page } from 'playwright/test';
import { filmQrCode } from '../camera';
import { expect, test } from '../fixtures';
import { skipIfSandboxIsPublic } from '../sandbox';
import { getErsReference, registerTill, sendInvoice, submitReceipt } from '../send-invoice';

test.beforeEach(({ request }) => skipIfSandboxIsPublic(request));

const newId = () => randomUUID().slice(0, 8);

async function payBy(page: Page, pin: string) {
  await page.getByRole('link', { name: 'Pay 348 kr' }).click();
  await expect(page.getByRole('textbox', { name: 'PIN' })).toBeFocused();
  await page.keyboard.type(pin);
  await page.keyboard.press('Enter');
}

test.describe('other payers', () => {
  test('created in the app pay from their own account and see only their own payments', async ({ page, request }) => {
    const name = `Åsa ${newId()}`;
    await page.goto('/sandbox/app');
    await page.getByRole('link', { name: 'Change payer' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill(name);
    await page.getByRole('button', { name: 'Create the payer' }).click();
    await expect(page.getByText('101,000 kr', { exact: true }).first()).toBeVisible();
    await expect(page.getByText('No payments yet.')).toBeVisible();
    const reference = await sendInvoice(request);
    await page.goto(`/R${reference}`);
    await payBy(page, '1234');
    await expect(page.getByText('100,652 kr')).toBeVisible();
    await page.getByRole('link', { name: 'Done' }).click();
    await expect(page.getByText(name)).toBeVisible();
    await expect(page.getByRole('link', { name: /Tallbacka.*−348 kr/ })).toHaveCount(1);
  });

  test('named in the address are blocked for a minute after three wrong PINs', async ({ page, request }) => {
    const payer = `blocked-${newId()}`;
    expect((await request.post(`/sandbox/api/payers/${payer}`, { data: { name: 'Blocked' } })).ok()).toBe(true);
    const reference = await sendInvoice(request);
    await page.goto(`/R${reference}?payer=${payer}`);
    await payBy(page, '1111');
    for (const pin of ['2222', '3333']) {
      await expect(page.getByText('Wrong PIN. Nothing was paid; try again.')).toBeVisible();
      await expect(page.getByRole('textbox', { name: 'PIN' })).toBeFocused();
      await page.keyboard.type(pin);
      await page.keyboard.press('Enter');
    }
    await expect(page.getByText('Paying is blocked for a minute')).toBeVisible();
    await page.goto(`/sandbox/app?payer=${payer}`);
    await expect(page.getByText('You can pay again at')).toBeVisible();
  });

  test('get a message when a payment is refunded', async ({ page, request, sandbox }) => {
    const payer = `sms-${newId()}`;
    expect((await request.post(`/sandbox/api/payers/${payer}`, { data: { name: 'Reader' } })).ok()).toBe(true);
    const reference = await sendInvoice(request);
    await page.goto(`/R${reference}?payer=${payer}`);
    await payBy(page, '1234');
    await expect(page.getByRole('heading', { name: 'Paid' })).toBeVisible();
    await sandbox.advance(reference, 21);
    await expect(page.getByText('it was refunded to you')).toBeVisible();
    await page.goto(`/sandbox/app/messages?payer=${payer}`);
    await expect(page.getByText('was reversed')).toBeVisible();
  });

  test('are asked after the payment whether the app should keep a card that the till swiped', async ({
    page,
    request,
  }) => {
    const payer = `swiped-${newId()}`;
    expect((await request.post(`/sandbox/api/payers/${payer}`, { data: { name: 'Swiper' } })).ok()).toBe(true);
    const question = page.getByRole('form', { name: 'Keep “Tall friends” in this app?' });
    for (const [answer, cards] of [
      ['Decline the card', 0],
      ['Keep the card', 1],
    ] as const) {
      const reference = await sendInvoice(request, { swipedCard: 'Tall friends' });
      await page.goto(`/R${reference}?payer=${payer}`);
      await expect(question).toBeHidden();
      await payBy(page, '1234');
      await question.getByRole('button', { name: answer, exact: true }).click();
      await expect(page.getByRole('heading', { name: 'Paid' })).toBeVisible();
      await expect(question).toBeHidden();
      await page.goto(`/sandbox/app/cards?payer=${payer}`);
      await expect(page.getByText('Tall friends')).toHaveCount(cards);
    }
  });

  test('keep loyalty cards', async ({ page, request }) => {
    const payer = `cards-${newId()}`;
    expect((await request.post(`/sandbox/api/payers/${payer}`, { data: { name: 'Collector' } })).ok()).toBe(true);
    await page.goto(`/sandbox/app/cards?payer=${payer}`);
    await page.getByLabel('Card name').fill('Coffee club');
    await page.getByLabel('Number').fill('K-77');
    await page.getByRole('button', { name: 'Add the card' }).click();
    await expect(page.getByText('Coffee club')).toBeVisible();
    const read = await (await request.get(`/sandbox/api/payers/${payer}`)).json();
    expect(read.tokens).toEqual([{ id: 'K-77', description: 'Coffee club', value: 'K-77' }]);
    await page.getByRole('button', { name: 'Remove Coffee club' }).click();
    await expect(page.getByText('No cards yet.')).toBeVisible();
  });
});

test('a till’s static code leads to its open invoice, in any letter case', async ({ page, request, sandbox }) => {
  const code = `KIOSK${newId()}`;
  const terminal = await registerTill(request, code);
  const first = await sendInvoice(request, { terminal });
  const second = await sendInvoice(request, { terminal });
  await page.goto(`/${code.toLowerCase()}`);
  await expect(page).toHaveURL(new RegExp(`/R${second}$`));
  await expect(page.getByRole('link', { name: /^Pay / })).toBeVisible();
  expect(await sandbox.read(first)).toMatchObject({ status: 'CANCELED', closedBy: 'MERCHANT' });
});

test.describe('the shop’s documents', () => {
  test('the bill names the till, the cashier and discounts; the receipt shows the shop’s documents', async ({
    phone: page,
    request,
    sandbox,
  }) => {
    const terminal = await registerTill(request, `BILL${newId()}`, 'Kiosk by the door');
    const reference = await sendInvoice(request, {
      terminal,
      cashier: 'Bo',
      rows: [
        ['Enamel mug', '199.00', '20.00'],
        ['Linen towel', '149.00'],
      ],
    });
    await page.goto(`/R${reference}`);
    for (const text of ['Order 42', 'Kiosk by the door', 'Bo', /^Discount [-−]20/]) {
      await expect(page.getByText(text, typeof text === 'string' ? { exact: true } : {})).toBeVisible();
    }
    await sandbox.pay(reference);
    const ersReference = await getErsReference(request, reference, terminal);
    await submitReceipt(request, terminal, ersReference, '<p>Thanks</p>');
    await expect(page.getByRole('heading', { name: 'Paid' })).toBeVisible();
    for (const text of ['Order 42', 'Kiosk by the door', 'Bo']) {
      await expect(page.getByText(text, { exact: true })).toBeVisible();
    }
    await page.getByRole('link', { name: /^Receipt/ }).click();
    await expect(page.frameLocator('iframe').getByText('Thanks')).toBeVisible();
    // An empty value forbids scripts, forms, top-level links and this server's cookies.
    await expect(page.locator('iframe')).toHaveAttribute('sandbox', '');
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download the document' }).click();
    expect((await download).suggestedFilename()).toMatch(/^receipt-\d+\.html$/);
    await page.getByRole('link', { name: 'Back to the payment' }).click();
    await expect(page).toHaveURL(new RegExp(`/R${reference}$`));
  });
});

test('the camera reads a code', async ({ baseURL, request }, info) => {
  const reference = await sendInvoice(request);
  const film = info.outputPath('code.y4m');
  filmQrCode(film, `HTTP://SEQR.SE/R${reference}`);
  const { executablePath, args = [] } = info.project.use.launchOptions ?? {};
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: [
      ...args,
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ],
  });
  const page = await browser.newPage({ baseURL: baseURL ?? '', permissions: ['camera'] });
  await page.goto('/sandbox/app');
  await page.getByRole('link', { name: 'Scan a code' }).click();
  await expect(page).toHaveURL(new RegExp(`/R${reference}$`));
  await browser.close();
});
