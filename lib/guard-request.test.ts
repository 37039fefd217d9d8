import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guardRequest, normalizeUrl } from './guard-request';

const server = createServer(({ method, url, headers }, response) => {
  response.end(JSON.stringify({ method, url, state: headers['next-router-state-tree'] }));
});

beforeAll(async () => {
  guardRequest((header) => JSON.parse(decodeURIComponent(String(header))));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => server.close());

async function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<unknown> {
  const { port } = server.address() as AddressInfo;
  const sent = request({ port, host: '127.0.0.1', path, headers, method });
  sent.end();
  const [response] = await once(sent, 'response');
  return JSON.parse(await text(response));
}

it('routes TRACE to the 405 answer', async () => {
  expect(await ask('/cart', {}, 'TRACE')).toEqual({ method: 'GET', url: '/api/method-not-allowed' });
});

it('does not change other requests', async () => {
  for (const method of ['GET', 'POST', 'PROPFIND'])
    expect(await ask('/orders/x?a=%61%2f', {}, method)).toEqual({ method, url: '/orders/x?a=%61%2f' });
});

describe('a browser’s router state', () => {
  const asks = (state: string) => ask('/cart', { 'next-router-state-tree': state });

  it.each(['junk', '%', '%22'])('is removed if Next cannot parse it: %s', async (state) =>
    expect(await asks(state)).toEqual({ method: 'GET', url: '/cart' }),
  );

  it('is kept if Next can parse it', async () => {
    const state = encodeURIComponent('["",{"children":["cart",{"children":["__PAGE__",{}]}]},null,null]');
    expect(await asks(state)).toMatchObject({ state });
  });
});

it.each([
  ['/%61dmin', '/admin'],
  ['/%61%64%6D%69%6e/orders?x=%61', '/admin/orders?x=%61'],
  ['/%73v/%63art', '/sv/cart'],
  ['/%7Ea%2Db%5Fc%39', '/~a-b_c9'],
  ['/api%2fhealth', '/en/not-found'],
  ['/api%5Chealth', '/en/not-found'],
  ['/x/%2e%2E/cart', '/x/../cart'],
  ['/robots%2Etxt', '/robots.txt'],
  ['/%2561dmin', '/%2561dmin'],
  ['/%%361dmin', '/%%361dmin'],
  ['/%ff', '/%ff'],
  ['/sök%20a%C3%A5%3F%23%40%5B%60%7B', '/sök%20a%C3%A5%3F%23%40%5B%60%7B'],
])('normalizes %s to %s', (url, normalized) => expect(normalizeUrl(url)).toBe(normalized));
