import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { belongsToSandbox, closeShop } from './close-shop';

const server = createServer((request, response) => response.end(request.url));

beforeAll(async () => {
  closeShop();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterAll(() => server.close());

/** Sends the path unchanged, unlike `fetch`. */
async function ask(path: string): Promise<string | undefined> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.end(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
  return (await text(socket)).split('\r\n').at(-1);
}

it.each([
  ['/', '/sandbox/closed-shop?front'],
  ['/?utm=1', '/sandbox/closed-shop?front'],
  ['/products/honey?_rsc=1', '/sandbox/closed-shop'],
  ['/SV/cart', '/sandbox/closed-shop'],
  ['/api/checkout', '/sandbox/closed-shop'],
  ['/api/health', '/api/health'],
  ['/api/health/live', '/api/health/live'],
  ['/R1402562843463', '/R1402562843463'],
  ['/soap/merchant/cashregister-2?wsdl', '/soap/merchant/cashregister-2?wsdl'],
  ['/seqr-webshop-plugin/js/seqrShopRare.mjs', '/seqr-webshop-plugin/js/seqrShopRare.mjs'],
  ['/webshop-plugin/js/seqrShopRare.mjs', '/webshop-plugin/js/seqrShopRare.mjs'],
])('routes %s as %s', async (requested, served) => {
  expect(await ask(requested)).toBe(served);
});

describe('a shop page', () => {
  it.each([
    '/sv',
    '/en',
    '/orders',
    '/checkout',
    '/terms',
    '/ADMIN',
    '/admin/orders',
    '/api',
    '/api/seqr/notifications',
    '/api/openapi.json/more',
    '/sitemap.xml',
    '/robots.txt',
    '/not-found',
    '/nothing/here',
    '/_next/image?url=%2Fproducts%2Fhoney.svg&w=640&q=75',
    '/_next/data/build/en/cart.json',
  ])('is closed: %s', (url) => expect(belongsToSandbox(url)).toBe(false));

  const spellings = ['/./', '/x/../', '/x/%2e%2e/', '/%2E/', '//', '/x//', '/\\', '/sandbox/../', '/sandbox/%2e%2E/'];
  const more = ['/R1234567/../', '/_next/static/../../', '/soap/..%2f', '/soap/..\\', '/soap/%2e.%5c', 'http://x/', ''];
  it.each([...spellings, ...more].flatMap((start) => [`${start}cart`, `${start}api/checkout`]))(
    'is closed: %s',
    (url) => expect(belongsToSandbox(url)).toBe(false),
  );

  it.each(['/cart#x', '/%63art', '/%61pi/checkout', '/api%2fcheckout', '/api/./health', '/sandbox/..', '/%2561dmin'])(
    'is closed: %s',
    (url) => expect(belongsToSandbox(url)).toBe(false),
  );
});

it.each([
  '/sandbox',
  '/sandbox/app?payer=a/../b',
  '/sandbox/app/cards/%C3%A5',
  '/sandbox/api/clock',
  '/api/openapi.json',
  '/api-reference',
  '/extclientproxy/service/v2',
  '/extclientproxy/service',
  '/webshop-plugin/js/seqrShop.js',
  '/se-qr-web/qrgenerator?code=x',
  '/seqr-webshop-api/sendInvoice.php',
  '/QMY_TERMINAL',
  '/payment-view/status/PAID',
  '/seqr-webshop-plugin/js/seqrShop.js',
  '/_next/static/a.js',
  '/__nextjs_font/a.woff2',
  '/favicon.ico',
  '/MYTERMINAL',
])('keeps %s open for the sandbox', (url) => expect(belongsToSandbox(url)).toBe(true));

/**
 * Fails for a new route folder or rewritten path until it is listed in close-shop.ts or, if it belongs to the shop, here.
 */
it('covers every route folder and every rewritten path', () => {
  const shop = ['admin', 'api', 'en', 'media'];
  const folders = readdirSync('app', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const rewritten = [...readFileSync('next.config.js', 'utf8').matchAll(/source: ['`]\/([\w-]+)\//g)];
  const names = [...folders.map(({ name }) => name), ...rewritten.map(([, name = '']) => name)];
  const unknown = names.filter(
    (name) => /^[\w-]+$/.test(name) && !shop.includes(name) && !belongsToSandbox(`/${name}/x`),
  );
  expect(names).toContain('webshop-plugin');
  expect(unknown).toEqual([]);
});
