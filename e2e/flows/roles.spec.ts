import { type APIRequestContext, expect, test } from 'playwright/test';
import { root } from '../../scripts/shared/run.mjs';
import { freePort } from '../../scripts/shared/serve.mjs';
import { placeOrder } from '../checkout-request';
import { type Environment, prepareDatabases, startArguments, waitUntilReady } from '../environment/second-server';
import { Sandbox } from '../sandbox';
import { isRunningShop, needsOwnServer } from '../shop-under-test';

test.skip(isRunningShop, needsOwnServer);

const start = (port: number, env: Environment) => waitUntilReady(startArguments(port), root, env, port);

test('a web process takes orders, and a worker does the background work', async ({ playwright }) => {
  const [webPort, workerPort] = [await freePort(), await freePort()];
  const { env, remove } = await prepareDatabases(webPort, {}, { seeded: true });
  const service = { SEQR_WSDL_URL: `http://127.0.0.1:${webPort}/soap/merchant/cashregister-2?wsdl` };
  const web = await start(webPort, { ...env, ...service, SHOP_ROLE: 'web', SEQR_SANDBOX: 'on' });
  const request = await playwright.request.newContext({ baseURL: `http://127.0.0.1:${webPort}` });
  const askWorker = (path: string, method = 'GET') =>
    request.fetch(`http://127.0.0.1:${workerPort}${path}`, { method });
  try {
    expect(await (await request.get('/api/health')).json()).toMatchObject({ role: 'web', worker: 'ok' });
    const { invoiceReference, statusUrl } = await placeOrder(request, 'rye-crispbread');
    const sandbox = new Sandbox(request);
    await sandbox.pay(invoiceReference);
    await expect.poll(() => statusOf(request, statusUrl)).toBe('PAID');
    expect((await sandbox.read(invoiceReference)).receipts).toEqual([]);

    const worker = await start(workerPort, { ...env, ...service, PORT: String(workerPort), SHOP_ROLE: 'worker' });
    await expect.poll(async () => (await sandbox.read(invoiceReference)).receipts).toHaveLength(1);
    expect(await (await askWorker('/api/health')).json()).toMatchObject({ role: 'worker', status: 'ok' });
    for (const [path, method] of [
      ['/', 'GET'],
      ['/cart', 'GET'],
      ['/api/checkout', 'POST'],
      ['/admin', 'GET'],
    ] as const) {
      const refusal = await askWorker(path, method);
      expect([path, refusal.status(), await refusal.text()]).toEqual([
        path,
        503,
        expect.stringContaining('It serves only /api/health'),
      ]);
    }
    expect((await request.get('/api/worker-only')).status()).toBe(404);
    await worker.stop();
  } finally {
    await web.stop();
    await request.dispose();
    remove();
  }
});

async function statusOf(request: APIRequestContext, statusUrl: string): Promise<string> {
  return (await (await request.get(statusUrl)).json()).status;
}
