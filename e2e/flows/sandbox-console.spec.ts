import { randomUUID } from 'node:crypto';
import { expect, test } from '../fixtures';
import { skipIfSandboxIsPublic } from '../sandbox';
import { cancelInvoice, sendInvoice } from '../send-invoice';

test.beforeEach(({ request }) => skipIfSandboxIsPublic(request));

test.describe('the sandbox’s console', () => {
  test('shows an invoice’s life as it happens, and its SOAP messages without passwords', async ({ page, request }) => {
    const reference = await sendInvoice(request);
    await page.goto(`/sandbox/invoices/${reference}`);
    await expect(page.getByText('ISSUED', { exact: true })).toBeVisible();
    await cancelInvoice(request, reference);
    await expect(page.getByText('CANCELED', { exact: true })).toBeVisible();
    await page.getByRole('link', { name: 'cancelInvoice' }).click();
    await expect(page.getByText(`<invoiceReference>${reference}</invoiceReference>`).first()).toBeVisible();
    await expect(page.getByText('SEQR_PASSWORD=')).toBeVisible();
    await expect(page.getByText('<password>***</password>')).toBeVisible();
  });

  test('pays an invoice, and advances the invoice’s clock until the payment is reversed', async ({
    page,
    request,
    sandbox,
  }) => {
    const reference = await sendInvoice(request);
    await page.goto(`/sandbox/invoices?text=${reference}`);
    await page.getByRole('link', { name: reference }).first().click();
    await page.getByRole('button', { name: 'Pay', exact: true }).click();
    await expect(page.getByText('PAID', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: '20 s' }).click();
    await expect(page.getByText('The payment was reversed')).toBeVisible();
    expect(await sandbox.read(reference)).toMatchObject({ status: 'CANCELED', closedBy: 'REVERSAL' });
  });

  test('leads from an invoice with many messages to its oldest message, also through a search', async ({
    page,
    request,
  }) => {
    const reference = await sendInvoice(request);
    await sendInvoice(request);
    for (let count = 0; count < 50; count++) await cancelInvoice(request, reference).catch(() => {});
    await page.goto(`/sandbox/invoices/${reference}`);
    await expect(page.getByRole('link', { name: 'cancelInvoice' })).toHaveCount(50);
    await page.getByRole('link', { name: 'Older messages' }).click();
    await expect(page.getByRole('row').last()).toContainText('sendInvoice');
    await expect(page.getByText(`Only invoiceReference ${reference}.`)).toBeVisible();
    await page.getByRole('searchbox').fill('sendInvoice');
    await page.getByRole('button', { name: 'Search' }).click();
    await expect(page.getByRole('row')).toHaveCount(2);
    await expect(page.getByRole('row').last()).toContainText(reference);
  });

  test('finds a message by its content', async ({ page, request }) => {
    const word = `Sought_${randomUUID().slice(0, 8)}_100%`;
    const reference = await sendInvoice(request, { rows: [[`${word} wool`, '348.00']] });
    await page.goto('/sandbox/messages');
    await page.getByRole('searchbox').fill(`${word.toUpperCase()} wool`);
    await page.getByRole('button', { name: 'Search' }).click();
    await expect(page.getByRole('row')).toHaveCount(2);
    await expect(page.getByRole('row').last()).toContainText(reference);
  });

  test('issues a terminal for a webshop, and says what is wrong with an invalid password', async ({
    page,
    request,
  }) => {
    const terminal = { id: `shop-${randomUUID().slice(0, 8)}`, password: 'secret-1' };
    await page.goto('/sandbox/terminals');
    const issue = async (password: string) => {
      await page.getByLabel('Terminal id').fill(terminal.id);
      await page.getByLabel('Password').fill(password);
      await page.getByRole('button', { name: 'Issue the terminal' }).click();
    };
    await issue('abc');
    await expect(page.getByText('password: needs at least 4 characters')).toBeVisible();
    await issue(terminal.password);
    await expect(page.getByRole('status').filter({ hasText: terminal.id })).toContainText('is issued');
    await expect(page.getByRole('listitem').filter({ hasText: terminal.id })).toContainText('Webshop');
    const [first] = [await sendInvoice(request, { terminal }), await sendInvoice(request, { terminal })];
    await cancelInvoice(request, first, terminal);
  });

  test('refuses actions from another site’s page', async ({ request, sandbox }) => {
    const reference = await sendInvoice(request);
    const response = await request.post(`/sandbox/invoices/${reference}/act`, {
      headers: { Origin: 'https://evil.test' },
      form: { do: 'pay' },
    });
    expect(response.status()).toBe(403);
    expect(await sandbox.read(reference)).toMatchObject({ status: 'ISSUED' });
  });

  test('says what is wrong with an invalid fault, and starts and ends a fault for one invoice', async ({
    page,
    request,
  }) => {
    const reference = await sendInvoice(request);
    await page.goto('/sandbox/faults');
    await page.getByRole('link', { name: 'Answer with an HTTP status' }).click();
    await page.getByLabel('HTTP status').fill('9');
    await page.getByLabel('Only this invoice').fill(reference);
    await page.getByRole('button', { name: 'Start this fault' }).click();
    await expect(page.getByText(/^status: /)).toBeVisible();
    await page.getByLabel('HTTP status').fill('502');
    await page.getByLabel('Only this invoice').fill(reference);
    await page.getByRole('button', { name: 'Start this fault' }).dblclick();
    const fault = page.getByRole('listitem').filter({ hasText: reference });
    await expect(fault).toContainText('status: 502');
    await expect(cancelInvoice(request, reference)).rejects.toThrow();
    await fault.getByRole('button', { name: 'End' }).click();
    await expect(fault).toHaveCount(0);
    await cancelInvoice(request, reference);
  });
});
