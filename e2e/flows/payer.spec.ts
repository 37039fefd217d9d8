import type { Page } from 'playwright/test';
import { expect, test } from '../fixtures';
import { skipIfSandboxIsPublic } from '../sandbox';
import { answerWaiting, cancelInvoice, sendInvoice } from '../send-invoice';

async function payWith(page: Page, pin: string) {
  await page.getByRole('link', { name: 'Pay 348 kr' }).click();
  const sheet = page.getByRole('dialog', { name: 'Enter your PIN' });
  await expect(sheet.getByRole('textbox', { name: 'PIN' })).toBeFocused();
  for (const digit of pin) await sheet.getByRole('button', { name: digit, exact: true }).click();
  await sheet.getByRole('button', { name: 'Confirm payment' }).click();
}

/** Opens an invoice from a shop page in this browser. */
async function openByLink(page: Page, reference: string) {
  await page.goto('/');
  await page.evaluate((path) => {
    const link = document.body.appendChild(document.createElement('a'));
    link.href = path;
    link.click();
  }, `/R${reference}`);
}

/** Taps the link after React has committed the hydrated page, but before React runs the page's effects. */
function tapOncePageIsHydrated() {
  if (location.search !== '') return;
  type Fiber = { return: Fiber | null; stateNode: { current: { memoizedState: { isDehydrated: boolean } } } };
  const { port1, port2 } = new MessageChannel();
  port2.onmessage = () => {
    const [, record] =
      Object.entries(document.getElementById('pay') ?? {}).find(([key]) => key.startsWith('__reactFiber')) ?? [];
    let fiber = record as Fiber | undefined;
    while (fiber?.return) fiber = fiber.return;
    if (fiber?.stateNode.current.memoizedState.isDehydrated === false) document.getElementById('pay')?.click();
    else port1.postMessage(null);
  };
  port1.postMessage(null);
}

test.describe('the payer app', () => {
  test('shows an invoice, marks it scanned, and pays it with the PIN', async ({ phone, request, sandbox }) => {
    const reference = await sendInvoice(request);
    await phone.goto(`/R${reference}`);
    await expect(phone.getByRole('heading', { level: 1 })).toContainText('Invoice from');
    await expect(phone.getByText('Enamel mug')).toBeVisible();
    await expect(phone.getByText('348 kr').first()).toBeVisible();
    await expect.poll(() => sandbox.read(reference)).toMatchObject({ status: 'ISSUED', scannedAt: expect.any(String) });

    await payWith(phone, '9999');
    await expect(phone.getByText('Wrong PIN. Nothing was paid; try again.')).toBeVisible();
    expect(await sandbox.read(reference)).toMatchObject({ status: 'ISSUED' });

    await phone.keyboard.type('1234');
    await phone.keyboard.press('Enter');
    await expect(phone.getByRole('heading', { name: 'Paid' })).toBeVisible();
    const paid = (await sandbox.read(reference)) as { status: string; ersReference: string };
    expect(paid.status).toBe('PAID');
    await expect(phone.getByText(paid.ersReference)).toBeVisible();
  });

  test('waits for the amount of an invoice without acknowledgmentMode, as the console explains', async ({
    page,
    phone,
    request,
  }) => {
    await skipIfSandboxIsPublic(request);
    const reference = await sendInvoice(request, { withoutMode: true });
    const sentence = page.getByText('sendInvoice did not set acknowledgmentMode');
    await page.goto(`/sandbox/invoices/${reference}`);
    await expect(sentence).toBeVisible();
    // Blocks polling, because the answer to the scan must suffice to change the screen.
    await phone.route('**/state', () => {});
    await phone.goto(`/R${reference}`);
    await expect(phone.getByRole('heading', { name: 'Waiting for amount…' })).toBeVisible();
    await phone.unroute('**/state');
    await expect(phone.getByText('348 kr')).toHaveCount(0);
    const refused = await request.post(`/sandbox/api/invoices/${reference}/pay`, { data: { pin: '1234' } });
    expect(refused.status()).toBe(409);
    expect(await refused.json()).toEqual({
      error: await sentence.textContent(),
      ok: false,
      reason: 'waiting-for-merchant',
    });

    await answerWaiting(request, reference);
    await expect(phone.getByRole('link', { name: 'Pay 348 kr' })).toBeVisible();
    await expect(sentence).toBeHidden();
  });

  test('opens a typed code, in any letter case', async ({ page, request }) => {
    const reference = await sendInvoice(request);
    await page.goto('/sandbox/app');
    await expect(page.getByText('101,000 kr').or(page.getByText(' kr')).first()).toBeVisible();
    await page.getByLabel('Invoice code').fill('not a code');
    await page.getByRole('button', { name: 'Open' }).click();
    await expect(page.getByText('This is not an invoice code.')).toBeVisible();
    await page.getByLabel('Invoice code').fill(` r${reference} `);
    await page.getByRole('button', { name: 'Open' }).click();
    await expect(page).toHaveURL(new RegExp(`/R${reference}$`));
    await page.goto(`/r${reference}`);
    await expect(page.getByRole('link', { name: 'Pay 348 kr' })).toBeVisible();
  });

  test('goes back to the shop automatically when a link on this phone opened it', async ({
    phone,
    request,
    baseURL,
  }) => {
    const reference = await sendInvoice(request, { backURL: `${baseURL}/cart` });
    await openByLink(phone, reference);
    await payWith(phone, '1234');
    await expect(phone.getByText('Taking you back')).toBeVisible();
    await expect(phone).toHaveURL(/\/cart$/);
  });

  test('goes back to the shop even if the shop has changed the invoice meanwhile', async ({
    phone,
    request,
    baseURL,
  }) => {
    const reference = await sendInvoice(request, { withoutMode: true, backURL: `${baseURL}/cart` });
    await openByLink(phone, reference);
    await expect(phone.getByRole('heading', { name: 'Waiting for amount…' })).toBeVisible();
    await answerWaiting(request, reference);
    await payWith(phone, '1234');
    await expect(phone.getByText('Taking you back')).toBeVisible();
    await expect(phone).toHaveURL(/\/cart$/);
  });

  test('opens the sheet even if the link is tapped before Next’s effects have run', async ({ phone, request }) => {
    const reference = await sendInvoice(request);
    await phone.addInitScript(tapOncePageIsHydrated);
    await phone.goto(`/R${reference}`);
    await expect(phone.getByRole('dialog', { name: 'Enter your PIN' })).toBeVisible();
  });

  test('does not redirect back if the code was scanned', async ({ phone, request, baseURL }) => {
    const reference = await sendInvoice(request, { backURL: `${baseURL}/cart` });
    await phone.goto(`/R${reference}`);
    await phone.getByRole('button', { name: 'Cancel the purchase' }).click();
    await expect(phone.getByRole('heading', { name: 'Cancelled' })).toBeVisible();
    await expect(phone.getByText('Taking you back')).toBeHidden();
    await expect(phone.getByRole('link', { name: /^Back to/ })).toHaveAttribute('href', `${baseURL}/cart`);
  });

  test('updates when the shop cancels or the invoice expires', async ({ phone, page, request, sandbox }) => {
    const canceled = await sendInvoice(request);
    const expired = await sendInvoice(request);
    await phone.goto(`/R${canceled}`);
    await page.goto(`/R${expired}`);
    await cancelInvoice(request, canceled);
    await sandbox.advance(expired, 90_000);
    await expect(phone.getByText('The shop cancelled this purchase.')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Expired' })).toBeVisible();
  });

  test.describe('refusals', () => {
    test.use({ expectedErrors: [/404/] });
    test('an unknown invoice gets a 404 page', async ({ page }) => {
      const response = await page.goto('/R99999999999');
      expect(response?.status()).toBe(404);
      await expect(page.getByRole('heading', { name: 'Invoice not found' })).toBeVisible();
    });
  });

  test('too little money is refused', async ({ page, request, sandbox }) => {
    const reference = await sendInvoice(request, { total: '9000000.00' });
    await page.goto(`/R${reference}?step=pin`);
    await expect(page.getByRole('textbox', { name: 'PIN' })).toBeFocused();
    await page.keyboard.type('1234');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Your balance in this currency is too low.')).toBeVisible();
    expect(await sandbox.read(reference)).toMatchObject({ status: 'ISSUED' });
  });

  test('another site’s page cannot pay', async ({ request, sandbox }) => {
    const reference = await sendInvoice(request);
    const response = await request.post(`/sandbox/app/R${reference}/pay`, {
      headers: { Origin: 'https://evil.test' },
      form: { pin: '1234' },
    });
    expect(response.status()).toBe(403);
    expect(await sandbox.read(reference)).toMatchObject({ status: 'ISSUED' });
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });
    test('pays by plain links and forms, and goes back to the shop', async ({ page, request, sandbox, baseURL }) => {
      const reference = await sendInvoice(request, { backURL: `${baseURL}/cart` });
      await page.goto(`/R${reference}?via=link&payer=${await sandbox.payer()}`);
      await page.getByRole('link', { name: 'Pay 348 kr' }).click();
      await page.getByRole('textbox', { name: 'PIN' }).fill('9999');
      await page.getByRole('button', { name: 'Confirm payment' }).click();
      await expect(page.getByText('Wrong PIN.')).toBeVisible();
      await page.getByRole('textbox', { name: 'PIN' }).fill('1234');
      await page.getByRole('button', { name: 'Confirm payment' }).click();
      await expect(page.getByRole('heading', { name: 'Paid' })).toBeVisible();
      expect(await sandbox.read(reference)).toMatchObject({ status: 'PAID' });
      await expect(page).toHaveURL(/\/cart$/);
    });
  });

  test('speaks Swedish', async ({ page, request }) => {
    const reference = await sendInvoice(request);
    await page.goto(`/R${reference}?lang=sv`);
    await expect(page.getByRole('link', { name: 'Betala 348 kr' })).toBeVisible();
  });
});
