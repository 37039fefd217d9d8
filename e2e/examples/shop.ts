import { type APIRequestContext, expect, type Page } from '@playwright/test';

const product = process.env.PRODUCT ?? 'birch-butter-knife';
/** A public sandbox needs its key. */
const key = process.env.SEQR_SANDBOX_KEY;
const headers: Record<string, string> = key ? { 'X-Sandbox-Key': key } : {};

/** A placed order, as `POST /api/checkout` answers. */
export type Order = { orderId: string; payUrl: string; invoiceReference: string };

/** Orders one product over HTTP. The order belongs to the visitor of `request`: a page with the same cookies shows it. */
export async function placeOrder(request: APIRequestContext, language: 'en' | 'sv' = 'en'): Promise<Order> {
  const response = await request.post('/api/checkout', {
    data: {
      items: [{ slug: product, quantity: 1 }],
      customer: {
        name: 'Kim Test',
        email: 'kim@example.com',
        address: 'Storgatan 1',
        postalCode: '791 71',
        city: 'Falun',
        country: 'SE',
      },
      delivery: 'standard',
      paymentMethod: 'seqr',
      checkoutKey: crypto.randomUUID(),
      language,
    },
  });
  expect(response.status(), await response.text()).toBe(201);
  return response.json();
}

/** Returns the address in the QR code, which ends with `/R` and the invoice's reference. The sandbox's view links to it. */
export async function readCode(page: Page): Promise<string> {
  const link = page.getByRole('link', { name: /Pay here/ });
  return (await link.getAttribute('href')) ?? '';
}

/** Calls the sandbox's control API (docs/sandbox.md), which plays the payer and SEQR. */
export async function sandbox(request: APIRequestContext, path: string, data: object = {}): Promise<void> {
  const response = await request.post(`/sandbox/api/${path}`, { data, headers });
  expect(response.ok(), `${path}: ${await response.text()}`).toBe(true);
}

/** Creates a payer with 101 000 kronor, because all tests of a shop would share the money of the default payer. */
export async function newPayer(request: APIRequestContext): Promise<string> {
  const payer = `test-${crypto.randomUUID().slice(0, 8)}`;
  await sandbox(request, `payers/${payer}`);
  return payer;
}

/** Pays an invoice as a new payer. */
export async function pay(request: APIRequestContext, invoiceReference: string): Promise<void> {
  const payer = await newPayer(request);
  await sandbox(request, `invoices/${invoiceReference}/pay`, { pin: '1234', payer });
}

/** Ends the faults of an invoice. */
export async function removeFaults(request: APIRequestContext, invoiceReference: string): Promise<void> {
  const response = await request.delete('/sandbox/api/faults', { headers, params: { invoiceReference } });
  expect(response.ok(), await response.text()).toBe(true);
}

/** Orders the product in the browser, as a buyer does, and ends on the payment page. */
export async function buy(page: Page): Promise<void> {
  await page.goto(`/products/${product}`);
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(page.getByRole('banner').getByRole('link', { name: /^Cart/ })).toContainText('1');
  await page.goto('/checkout');
  await page.getByLabel('Name', { exact: true }).fill('Kim Test');
  await page.getByLabel('Email', { exact: true }).fill('kim@example.com');
  await page.getByLabel('Street and number').fill('Storgatan 1');
  await page.getByLabel('Postal code').fill('791 71');
  await page.getByLabel('City').fill('Falun');
  await page.getByRole('button', { name: /^Pay / }).click();
  await page.waitForURL(/\/orders\/[\w-]{22}\/pay$/);
}
