import { once } from 'node:events';
import { request as ask } from 'node:http';
import { text } from 'node:stream/consumers';
import { startSecondServer } from '../environment/second-server';
import { expect, test } from '../fixtures';

test.slow();

const WSDL = '/soap/merchant/cashregister-2?wsdl';

/** Sends path and headers to the letter, which a browser and `fetch` do not. */
async function send(port: number | string, path: string, headers: Record<string, string>, method = 'GET') {
  const sent = ask({ host: '127.0.0.1', port, path, method, headers, agent: false });
  sent.end(method === 'POST' ? '{}' : undefined);
  const [response] = await once(sent, 'response');
  return { status: Number(response.statusCode), body: await text(response) };
}

test('a server without PUBLIC_URL knows its own hosts only, and a closed shop is closed in every spelling', async () => {
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

test('with PUBLIC_URL a stranger’s host gets its address, and PUBLIC_URL is the shop’s own origin', async ({
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
