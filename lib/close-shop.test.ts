import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { belongsToShop, closeShop } from './close-shop';

const server = createServer((request, response) => response.end(request.url));
let origin: string;

beforeAll(async () => {
  closeShop();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.close());

it.each([
  ['/', '/sandbox/closed-shop?front'],
  ['/?utm=1', '/sandbox/closed-shop?front'],
  ['/products/honey?_rsc=1', '/sandbox/closed-shop'],
  ['/SV/cart', '/sandbox/closed-shop'],
  ['/api/checkout', '/sandbox/closed-shop'],
  ['/api/health', '/api/health'],
  ['/R1402562843463', '/R1402562843463'],
  ['/soap/merchant/cashregister-2?wsdl', '/soap/merchant/cashregister-2?wsdl'],
])('hands %s to the routes as %s', async (asked, served) => {
  const response = await fetch(origin + asked);
  expect(await response.text()).toBe(served);
});

it.each([
  '/sv',
  '/en',
  '/orders',
  '/checkout',
  '/terms',
  '/admin',
  '/admin/orders',
  '/api',
  '/api/seqr/notifications',
  '//cart',
])('counts %s to the shop', (url) => expect(belongsToShop(url)).toBe(true));

it.each([
  '/sandbox',
  '/sandbox/app',
  '/sandbox/api/clock',
  '/extclientproxy/service/v2',
  '/_next/static/a.js',
  '/MYTERMINAL',
])('counts %s to the sandbox or to both', (url) => expect(belongsToShop(url)).toBe(false));
