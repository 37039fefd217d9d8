import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { forbidStalePages } from './no-stale-pages';

it('makes browsers ask for a new page before they show a stored one', async () => {
  forbidStalePages();
  const server = createServer((request, response) => {
    response.setHeader('Cache-Control', decodeURIComponent(request.url?.slice(1) ?? '')).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const sent = async (header: string) =>
    (await fetch(`http://127.0.0.1:${port}/${encodeURIComponent(header)}`)).headers.get('cache-control');

  expect(await sent('s-maxage=60, stale-while-revalidate=31535940')).toBe('s-maxage=60, max-age=0, must-revalidate');
  for (const other of ['private, no-store', 'public, max-age=31536000, immutable', 's-maxage=60'])
    expect(await sent(other)).toBe(other);
  server.close();
});
