import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { portOf } from '../port-of';
import { hideTestApi } from './hide-test-api';

const server = createServer((request, response) => response.end(request.url));

beforeAll(async () => {
  hideTestApi();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => server.close());

it.each([
  ['/api/test', '/en/not-found'],
  ['/api/test/orders/x?y=1', '/en/not-found'],
  ['/api/test?x', '/en/not-found'],
  ['/api/tests', '/api/tests'],
  ['/api/checkout', '/api/checkout'],
  ['/products/api/test', '/products/api/test'],
])('without the test API, serves %s as %s', async (requested, served) => {
  const response = await fetch(`http://127.0.0.1:${portOf(server)}${requested}`, { method: 'POST' });
  expect(await response.text()).toBe(served);
});
