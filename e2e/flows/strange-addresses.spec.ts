import { once } from 'node:events';
import { request as ask } from 'node:http';
import { text } from 'node:stream/consumers';
import { startSecondServer } from '../environment/second-server';
import { expect, test } from '../fixtures';
import { isRunningShop, needsOwnServer } from '../shop-under-test';

test.skip(isRunningShop, needsOwnServer);
test.slow();

const WSDL = '/soap/merchant/cashregister-2?wsdl';

/** Sends a path and headers unchanged. A browser and `fetch` would normalize them. */
async function send(port: number | string, path: string, headers: Record<string, string>, method = 'GET') {
  const sent = ask({ host: '127.0.0.1', port, path, method, headers, agent: false });
  sent.end(method === 'POST' ? '{}' : undefined);
  const [response] = await once(sent, 'response');
  const { httpVersion, headers: answered } = response;
  return { status: Number(response.statusCode), httpVersion, headers: answered, body: await text(response) };
}

test('without PUBLIC_URL only local hosts are served, and a closed shop is closed in every spelling of a path', async () => {
  const server = await startSecondServer({ PUBLIC_URL: '', SHOP: 'off', TRUST_PROXY: '' });
  try {
    for (const path of ['/sandbox', '/sandbox/api/clock', WSDL, '/favicon.ico', '/api/health', '/cart']) {
      const { status, body } = await send(server.port, path, { host: `evil.example:${server.port}` });
      expect([path, status]).toEqual([path, 421]);
      expect(body).toContain('PUBLIC_URL');
      expect(body).not.toContain('evil');
    }
    const forged = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' };
    for (const host of ['192.168.1.7:3000', 'sandbox', 'macbook.local:3000', '[::1]:3000']) {
      for (const path of ['/sandbox', '/payment-view', WSDL]) {
        const { status, body } = await send(server.port, path, { host, ...forged });
        expect([path, status]).toEqual([path, 200]);
        expect(body, path).toContain(`http://${host}/`);
        expect(body, path).not.toContain('evil');
      }
    }

    const own = { host: `localhost:${server.port}` };
    const spellings = ['/', '/./', '/x/../', '/x/%2e%2e/', '/sandbox/../', '/sandbox/%2e%2e/', '//', '/_next/../'];
    for (const start of spellings) {
      const cart = await send(server.port, `${start}cart`, own);
      const order = await send(server.port, `${start}api/checkout`, own, 'POST');
      for (const { status, body } of [cart, order]) {
        expect([start, status]).toEqual([start, 404]);
        expect(body).toContain('this server is the SEQR sandbox alone');
      }
    }
  } finally {
    await server.stop();
  }
});

test('no method, path spelling or header is answered with 500, and each page that needs a nonce has one', async ({
  baseURL,
}) => {
  const { port, host } = new URL(baseURL ?? '');
  const own = { host };
  const statuses = new Map<string, number>();
  const note = async (path: string, headers: Record<string, string> = {}, method = 'GET') => {
    const { status, headers: answered, body } = await send(port, path, { ...own, ...headers }, method);
    statuses.set(`${method} ${path}`, status);
    return { location: answered.location, policy: String(answered['content-security-policy']), body };
  };
  for (const path of ['/', '/admin', '/api/checkout', '/sandbox', WSDL, '/favicon.ico']) await note(path, {}, 'TRACE');
  expect([...statuses.values()]).toEqual(Array(6).fill(405));

  statuses.clear();
  expect(await note('/%61dmin')).toMatchObject({ location: expect.stringContaining('/admin/sign-in') });
  for (const path of ['/%61pi/health', '/%73andbox', '/sitema%70.xml', '/robots%2etxt', '/%70ayment-view'])
    await note(path);
  expect([...statuses.values()]).toEqual([307, ...Array(5).fill(200)]);

  statuses.clear();
  const images = ['/admin', '/en', '/products/honey.svg', '%'].map((url) => `/_next/image?url=${url}&w=640&q=75`);
  const slashes = ['/api%2fhealth', '/admin%2forders', '/sandbox%2Fapp', '/soap%2fmerchant%2fcashregister-2'];
  for (const path of [...slashes, ...images]) await note(path, { accept: 'image/webp;q=' });
  expect([...statuses.values()]).toEqual(Array(8).fill(404));

  statuses.clear();
  for (const path of ['/cart', '/checkout', '/orders', '/admin/sign-in', '/sandbox', '/payment-view']) {
    const junk = { rsc: '1', 'next-router-state-tree': '%5B1%2C2%5D' };
    const { location } = await note(path, junk);
    await note(location ?? path, junk);
    expect(location).toContain('_rsc');
  }
  for (const page of ['messages', 'notifications', 'invoices', 'payers'])
    await note(`/sandbox/${page}?before=${'9'.repeat(20)}`);
  expect([...statuses].filter(([, status]) => status !== 200 && status !== 307)).toEqual([]);

  for (const path of ['/sandbox', '/R1402562843463', '/r1402562843463', '/cart', '/admin/sign-in']) {
    const { policy, body } = await note(path);
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    expect(nonce, path).toBeTruthy();
    expect(body, path).toContain(`nonce="${nonce}"`);
  }
  expect((await send(port, '/api/health/live', own)).status).toBe(200);
});

test('clients that offer HTTP/2 on a plain connection are answered in HTTP/1.1', async ({ baseURL }) => {
  const { port, host } = new URL(baseURL ?? '');
  const upgrade = {
    connection: 'Upgrade, HTTP2-Settings',
    upgrade: 'h2c',
    'http2-settings': 'AAMAAABkAARAAAAAAAIAAAAA',
  };
  expect(await send(port, WSDL, { host, ...upgrade })).toMatchObject({ status: 200, httpVersion: '1.1' });
  const call = await send(port, WSDL, { host, ...upgrade }, 'POST');
  expect(call).toMatchObject({ httpVersion: '1.1', body: expect.stringContaining('not well-formed XML') });
  expect(await send(port, '/cart', { host, ...upgrade })).toMatchObject({ status: 200, httpVersion: '1.1' });
});

test('with PUBLIC_URL, answers contain it for any requested host, and only its origin may order', async ({
  baseURL,
}) => {
  const { port } = new URL(baseURL ?? '');
  const strange = { host: 'evil.example', 'x-forwarded-host': 'evil.example' };
  for (const path of ['/payment-view', WSDL]) {
    const { status, body } = await send(port, path, strange);
    expect([path, status]).toEqual([path, 200]);
    expect(body, path).toContain(`${baseURL}/`);
    expect(body, path).not.toContain('evil');
  }
  const write = { ...strange, 'content-type': 'application/json' };
  const own = await send(port, '/api/checkout', { ...write, origin: `${baseURL}` }, 'POST');
  expect(own.status).toBe(400);
  const foreign = await send(port, '/api/checkout', { ...write, origin: 'http://evil.example' }, 'POST');
  expect(foreign.status).toBe(403);
});
