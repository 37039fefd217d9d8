import { once } from 'node:events';
import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { requireHttps } from './require-https';
import { configure } from './testing/configure';

const server = createServer((_, response) => response.end());

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => server.close());

async function policy(): Promise<string | undefined> {
  const { port } = server.address() as AddressInfo;
  const [response] = (await once(get({ port, host: '127.0.0.1' }), 'response')) as [IncomingMessage];
  response.resume();
  return response.headers['strict-transport-security'];
}

it('sends HSTS only if PUBLIC_URL is https', async () => {
  for (const url of ['', 'http://shop.example.com']) {
    configure({ PUBLIC_URL: url });
    requireHttps();
    expect(await policy()).toBeUndefined();
  }
  configure({ PUBLIC_URL: 'https://shop.example.com' });
  requireHttps();
  expect(await policy()).toBe('max-age=31536000');
});
