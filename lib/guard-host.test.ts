import { once } from 'node:events';
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { guardHost } from './guard-host';
import { configure } from './testing/configure';

const server = createServer(({ url, headers }, response) => {
  const { host, 'x-forwarded-host': forwardedHost, 'x-forwarded-proto': proto, 'x-forwarded-port': port } = headers;
  response.end(JSON.stringify({ url, host, forwardedHost, proto, port }));
});

beforeAll(async () => {
  guardHost();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => server.close());
beforeEach(() => configure({ PUBLIC_URL: '', ALLOWED_HOSTS: '', TRUST_PROXY: '0' }));

async function ask(headers: Record<string, string>): Promise<unknown> {
  const { port } = server.address() as AddressInfo;
  const [response] = await once(get({ port, host: '127.0.0.1', path: '/cart?a=1', headers }), 'response');
  return JSON.parse(await text(response));
}

it('keeps a local host and removes forwarded headers without a trusted proxy', async () => {
  const headers = { host: '192.168.1.7:3000', 'x-forwarded-host': 'evil.example', 'x-forwarded-port': '1' };
  expect(await ask({ ...headers, 'x-forwarded-proto': 'https' })).toEqual({
    url: '/cart?a=1',
    host: '192.168.1.7:3000',
    forwardedHost: '192.168.1.7:3000',
    proto: 'http',
  });
});

it('routes an unknown host to the 421 answer', async () => {
  expect(await ask({ host: 'evil.example' })).toMatchObject({ url: '/api/misdirected' });
});

it('replaces an unknown host with PUBLIC_URL', async () => {
  configure({ PUBLIC_URL: 'https://shop.example:8443' });
  expect(await ask({ host: 'shop.example', 'x-forwarded-host': 'evil.example' })).toEqual({
    url: '/cart?a=1',
    host: 'shop.example:8443',
    forwardedHost: 'shop.example:8443',
    proto: 'https',
  });
});

it('keeps the forwarded headers of a trusted proxy', async () => {
  configure({ TRUST_PROXY: '1', ALLOWED_HOSTS: 'shop.example' });
  const headers = { host: '127.0.0.1:3000', 'x-forwarded-host': 'evil.example, shop.example' };
  expect(await ask({ ...headers, 'x-forwarded-proto': 'https' })).toEqual({
    url: '/cart?a=1',
    host: 'shop.example',
    forwardedHost: 'shop.example',
    proto: 'https',
  });
});
