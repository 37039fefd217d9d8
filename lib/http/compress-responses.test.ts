import { once } from 'node:events';
import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createGunzip } from 'node:zlib';
import compression from 'next/dist/compiled/compression';
import { releaseCompressionStream } from 'next/dist/server/lib/release-compression-stream';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { compressResponses } from './compress-responses';

const page = `<p>Morgonmugg – 289 kr</p>`.repeat(500);
const server = createServer((request, response) => {
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  if (request.url !== '/cart') response.setHeader('x-nextjs-prerender', '1');
  if (request.url === '/gone') response.statusCode = 404;
  const body = request.url?.startsWith('/many/') ? page + request.url : page;
  response.setHeader('Content-Length', Buffer.byteLength(body));
  response.end(body);
});
let port: number;

beforeAll(async () => {
  compressResponses({ compress: compression(), release: releaseCompressionStream });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});
afterAll(() => void server.close());

/** `length`: the response's Content-Length. NaN for a response that is compressed while it is sent. */
async function load(path: string, accepted: string) {
  const headers = { 'Accept-Encoding': accepted };
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get({ port, host: '127.0.0.1', path, headers }, resolve).on('error', reject);
  });
  const isGzip = response.headers['content-encoding'] === 'gzip';
  expect(await text(isGzip ? response.pipe(createGunzip()) : response)).toContain(page);
  expect(response.headers.vary).toBe('Accept-Encoding');
  return { isGzip, length: Number(response.headers['content-length']) };
}

it('sends a prerendered page as it was compressed before', async () => {
  expect((await load('/', 'gzip, br')).isGzip).toBe(true);
  await vi.waitFor(async () => expect((await load('/', 'gzip, br')).length).toBeLessThan(page.length / 10));
});

it.each(['', 'identity', 'gzip;q=0', 'br'])('sends it uncompressed to who accepts “%s”', async (accepted) => {
  expect(await load('/', accepted)).toEqual({ isGzip: false, length: Buffer.byteLength(page) });
});

it.each(['/cart', '/gone'])('compresses %s for each request, because it is not a prerendered page', async (path) => {
  for (let request = 0; request < 3; request += 1) {
    expect(await load(path, 'gzip')).toEqual({ isGzip: true, length: Number.NaN });
  }
});

it('does not keep what is requested once', async () => {
  for (let page = 0; page < 250; page += 1) expect((await load(`/many/${page}`, 'gzip')).length).toBeNaN();
  // None of these visits has started to compress a page for later.
  expect((await load('/many/249', 'gzip')).length).toBeNaN();
  await vi.waitFor(async () => expect((await load('/many/249', 'gzip')).length).toBeGreaterThan(0));
});
