import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDefaultLanguage } from './default-language';

const server = createServer((request, response) => {
  if (request.url?.includes('_rsc=wrong')) response.setHeader('Location', request.url.replace('wrong', 'right'));
  response.end(`${request.url} ${request.headers['x-default-language'] ?? '-'}`);
});
let address: string;

beforeAll(async () => {
  addDefaultLanguage();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

const load = (path: string, headers: Record<string, string> = {}) => fetch(address + path, { headers });

it.each([
  ['/', '/en'],
  ['/?from=mail', '/en?from=mail'],
  ['/products/honey', '/en/products/honey'],
  ['/products/honey?_rsc=1a2b', '/en/products/honey?_rsc=1a2b'],
  ['/search?q=/sv', '/en/search?q=/sv'],
  ['/orders/1/pay', '/en/orders/1/pay'],
])('%s is a page in English', async (path, seen) => {
  expect(await (await load(path)).text()).toBe(`${seen} en`);
});

it.each(['/sv', '/en', '/en/products/honey', '/products/honey.svg', '/products/', '/productsx', '/admin', '/api/cart'])(
  '%s stays as it is, whatever header the client sends',
  async (path) => {
    expect(await (await load(path, { 'x-default-language': 'en' })).text()).toBe(`${path} -`);
  },
);

it('tells Next’s client which path it got', async () => {
  const rewritten = async (headers: Record<string, string>) =>
    (await load('/products/honey?_rsc=1a2b', headers)).headers.get('x-nextjs-rewritten-path');
  expect(await rewritten({ rsc: '1' })).toBe('/en/products/honey');
  expect(await rewritten({})).toBe(null);
});

it.each([
  ['/cart?_rsc=wrong', '/cart?_rsc=right'],
  ['/?_rsc=wrong', '/?_rsc=right'],
])('lets Next redirect %s to the same page', async (path, location) => {
  expect((await load(path, { rsc: '1' })).headers.get('location')).toBe(location);
});
