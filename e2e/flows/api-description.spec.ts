import { randomUUID } from 'node:crypto';
import type { ApiDocument, Method } from '../../lib/openapi/types';
import { openValidator } from '../../lib/testing/open-validator';
import { expectAccessible } from '../back-office';
import { checkoutOf } from '../checkout-request';
import { expect, test } from '../fixtures';
import { skipIfSandboxIsPublic } from '../sandbox';
import { sendInvoice } from '../send-invoice';
import { testApiKey } from '../shop-under-test';

test.use({ expectedErrors: [/status of 404/] });

type Call = { path?: Record<string, string>; query?: string; data?: unknown; headers?: Record<string, string> };

test('the routes answer as /api/openapi.json describes', async ({ request, goods, buyer, sandbox, baseURL }) => {
  await skipIfSandboxIsPublic(request);
  const api: ApiDocument = await (await request.get('/api/openapi.json')).json();
  const validator = openValidator(api);
  const called = new Set<string>();

  /** Calls an operation with the example of its request, unless `data` is given, and checks the answer. */
  async function call(method: Method, path: string, status: number, { path: values = {}, query = '', ...rest }: Call) {
    const operation = api.paths[path]?.[method];
    if (!operation) throw new Error(`${method} ${path} is not described`);
    const address = path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '') + query;
    const example = operation.requestBody?.content['application/json']?.example;
    const data = rest.data ?? example;
    const response = await request[method](address, {
      ...(data !== undefined && { data }),
      headers: rest.headers ?? {},
    });
    const text = await response.text();
    expect(response.status(), `${method} ${address} ${text}`).toBe(status);
    const at = `paths/${path}/${method}/responses/${status}/content/application/json/schema`;
    expect(validator.problems(at, JSON.parse(text)), `${method} ${address} ${status}`).toEqual([]);
    called.add(`${method} ${path}`);
  }

  const slug = await goods.add();
  const checkout = { ...exampleOf(api), items: [{ slug, quantity: 1 }], checkoutKey: randomUUID() };
  const shop = '/api/checkout';
  await call('post', shop, 201, { data: checkout });
  await call('post', shop, 200, { data: checkout });
  await call('post', shop, 400, { data: {} });
  await call('post', shop, 403, { headers: { Origin: 'https://evil.test' } });
  await call('post', shop, 409, { data: checkoutOf(await goods.add({ stock: 0 })) });
  await call('post', shop, 409, { data: { ...checkout, items: [{ slug, quantity: 2 }] } });
  await call('post', shop, 415, { data: 'text', headers: { 'Content-Type': 'text/plain' } });

  const { orderId, invoiceReference } = await buyer.order(slug);
  const status = '/api/orders/{orderId}/payment';
  await call('get', status, 200, { path: { orderId } });
  await call('get', status, 404, { path: { orderId: 'nothing' } });
  await call('get', `${status}/events`, 404, { path: { orderId: 'nothing' } });
  const event = await firstEvent(`${baseURL}/api/orders/${orderId}/payment/events`);
  expect(validator.problems('components/schemas/PaymentStatus', event)).toEqual([]);
  await call('get', '/api/health', 200, {});

  const invoices = '/sandbox/api/invoices';
  const path = { invoiceReference };
  const unknown = { path: { invoiceReference: '1' } };
  await call('post', `${invoices}/{invoiceReference}/scan`, 200, { path });
  await call('post', `${invoices}/{invoiceReference}/pay`, 400, { path, data: {} });
  await call('post', `${invoices}/{invoiceReference}/pay`, 200, { path });
  await call('post', `${invoices}/{invoiceReference}/pay`, 409, { path });
  await call('post', `${invoices}/{invoiceReference}/pay`, 404, unknown);
  await call('post', `${invoices}/{invoiceReference}/cancel`, 409, { path });
  await call('post', `${invoices}/{invoiceReference}/cancel`, 200, {
    path: { invoiceReference: await sendInvoice(request) },
  });
  await call('post', `${invoices}/{invoiceReference}/reverse`, 404, unknown);
  await expect.poll(async () => (await sandbox.read(invoiceReference)).receipts.length).toBeGreaterThan(0);
  await call('get', status, 200, { path: { orderId } });
  await call('get', `${invoices}/{invoiceReference}`, 200, { path });
  await call('post', `${invoices}/{invoiceReference}/reverse`, 200, { path });
  await call('get', `${invoices}/{invoiceReference}`, 200, { path });
  await call('get', `${invoices}/{invoiceReference}`, 404, unknown);
  await call('get', invoices, 200, { query: '?limit=500' });
  await call('get', invoices, 400, { query: '?limit=0' });

  const faults = '/sandbox/api/faults';
  const sku = randomUUID();
  await call('post', faults, 200, { data: { kind: 'close', operation: 'sendInvoice', sku, times: 1 } });
  await call('post', faults, 400, { data: { kind: 'close', sku: '' } });
  await call('get', faults, 200, {});
  await call('delete', faults, 200, { query: `?sku=${sku}` });
  await call('delete', faults, 400, { query: '?colour=red' });
  const { id } = await sandbox.misbehave({ sku }, { kind: 'hang' });
  await call('delete', `${faults}/{id}`, 200, { path: { id: String(id) } });
  await call('delete', `${faults}/{id}`, 404, { path: { id: String(id) } });

  const own = { path: { id: `api-${randomUUID().slice(0, 8)}` } };
  await call('post', '/sandbox/api/payers/{id}', 200, own);
  await call('post', '/sandbox/api/payers/{id}', 400, { ...own, data: { pin: '1' } });
  await call('get', '/sandbox/api/payers/{id}', 200, { path: { id: 'default' } });
  await call('get', '/sandbox/api/payers/{id}', 404, { path: { id: 'nobody' } });
  await call('get', '/sandbox/api/payers', 200, {});
  await call('post', '/sandbox/api/resellers/{id}', 200, own);
  await call('post', '/sandbox/api/resellers/{id}', 400, { path: { id: `${own.path.id}-2` }, data: {} });
  await call('post', '/sandbox/api/terminals/{id}', 200, own);
  await call('post', '/sandbox/api/terminals/{id}', 200, { ...own, data: { state: 'BLOCKED' } });
  await call('post', '/sandbox/api/terminals/{id}', 400, { ...own, data: {} });
  await call('post', '/sandbox/api/terminals/{id}', 404, { path: { id: 'nobody' }, data: { state: 'ACTIVE' } });
  await call('post', '/sandbox/api/terminals/{id}', 409, {
    ...own,
    data: { kind: 'webshop', reseller: own.path.id, password: 'secret-17' },
  });
  await call('get', '/sandbox/api/terminals', 200, {});

  const clock = '/sandbox/api/clock';
  await call('post', clock, 200, { data: { advanceSeconds: 1, invoiceReference } });
  await call('post', clock, 400, { data: { advanceSeconds: -1 } });
  await call('post', clock, 403, { headers: { Origin: 'https://evil.test' } });
  await call('post', clock, 404, { data: { advanceSeconds: 1, invoiceReference: '1' } });
  await call('get', '/sandbox/api/messages', 200, { query: '?limit=50' });
  await call('get', '/sandbox/api/messages', 400, { query: '?limit=0' });
  await call('post', '/sandbox/api/notifications', 200, {});
  await call('post', '/sandbox/api/notifications', 400, { data: { url: 'ftp://x' } });

  const headers = { Authorization: `Bearer ${testApiKey}` };
  const namespace = randomUUID().slice(0, 8);
  await call('post', `/api/test/products`, 200, { headers, data: { namespace, sku: namespace } });
  await call('post', `/api/test/products`, 409, { headers, data: { namespace, sku: namespace } });
  await call('post', `/api/test/products`, 200, { headers });
  await call('post', `/api/test/products`, 400, { headers, data: {} });
  await call('post', `/api/test/products`, 401, {});
  await call('get', `/api/test/products/{slug}`, 200, { headers, path: { slug } });
  await call('get', `/api/test/products/{slug}`, 404, { headers, path: { slug: 'nothing' } });
  const added = await request.post(`/api/test/products`, { headers, data: { namespace } });
  const ownSlug = String((await added.json()).slug);
  await call('patch', `/api/test/products/{slug}`, 200, {
    headers,
    path: { slug: ownSlug },
    data: { namespace, stock: 1 },
  });
  await call('patch', `/api/test/products/{slug}`, 404, { headers, path: { slug }, data: { namespace, stock: 1 } });
  const ofGoods = { headers, path: { slug: ownSlug }, data: { namespace } };
  await call('post', `/api/test/products/{slug}/expire-orders`, 200, ofGoods);
  await call('post', `/api/test/products/{slug}/expire-orders`, 404, { ...ofGoods, path: { slug } });
  await call('delete', `/api/test/products`, 200, { headers, query: `?namespace=${namespace}` });
  await call('delete', `/api/test/products`, 400, { headers });
  await call('get', `/api/test/orders`, 200, { headers, query: `?checkoutKey=${checkout.checkoutKey}` });
  await call('get', `/api/test/orders`, 400, { headers });
  await call('get', `/api/test/orders/{id}`, 200, { headers, path: { id: orderId } });
  await call('get', `/api/test/orders/{id}`, 404, { headers, path: { id: 'nothing' } });
  await call('get', `/api/test/mails`, 200, { headers, query: `?orderId=${orderId}` });
  const open = await buyer.order(slug);
  await call('post', `/api/test/sessions/expire`, 404, { headers });
  await call('post', `/api/test/sessions/expire`, 400, { headers, data: {} });
  await call('post', `/api/test/orders/{id}/pause-polling`, 200, { headers, path: { id: open.orderId } });
  await call('post', `/api/test/orders/{id}/expire`, 200, { headers, path: { id: open.orderId } });
  await call('post', `/api/test/orders/{id}/expire`, 409, { headers, path: { id: orderId } });

  const described = Object.entries(api.paths).flatMap(([address, item]) =>
    Object.keys(item).map((method) => `${method} ${address}`),
  );
  expect([...called].toSorted()).toEqual(described.toSorted());
});

function exampleOf(api: ApiDocument): object {
  return Object(api.paths['/api/checkout']?.post?.requestBody?.content['application/json']?.example);
}

async function firstEvent(address: string): Promise<unknown> {
  const response = await fetch(address);
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    const [, data] = /^data: (.*)$/m.exec(text) ?? [];
    if (data === undefined || !text.includes('\n\n')) continue;
    // Leaving the loop ends the stream.
    return JSON.parse(data);
  }
  return null;
}

test('the reference shows every operation, on a phone and without JavaScript', async ({
  page: desktop,
  browser,
  baseURL,
  request,
}) => {
  const api: ApiDocument = await (await request.get('/api/openapi.json')).json();
  const context = await browser.newContext({
    baseURL: baseURL ?? '',
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  });
  const page = await context.newPage();
  await page.goto('/api-reference');
  for (const [path, item] of Object.entries(api.paths)) {
    for (const [method, { summary }] of Object.entries(item)) {
      const operation = page
        .getByRole('article')
        .filter({ has: page.getByRole('heading', { name: summary, exact: true }) });
      await expect(operation.getByText(`${method} ${path}`, { exact: true })).toBeVisible();
    }
  }
  await page.getByRole('link', { name: 'Start a fault' }).click();
  await expect(page.getByRole('heading', { name: 'Start a fault' })).toBeInViewport();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await context.close();
  await desktop.goto('/api-reference');
  await expectAccessible(desktop);
});
