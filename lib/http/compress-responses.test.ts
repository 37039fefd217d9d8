import { once } from 'node:events';
import { createServer, get, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { createGunzip } from 'node:zlib';
import compression from 'next/dist/compiled/compression';
import { releaseCompressionStream } from 'next/dist/server/lib/release-compression-stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { portOf } from '../port-of';
import { compressResponses } from './compress-responses';

const page = `<p>Morgonmugg – 289 kr</p>`.repeat(500);
const server = createServer((request, response) => {
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  if (request.url === '/compressed') response.setHeader('Content-Encoding', 'zstd');
  response.setHeader('Content-Length', Buffer.byteLength(page));
  response.end(page);
});

beforeAll(async () => {
  compressResponses({ compress: compression(), release: releaseCompressionStream });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => void server.close());

async function load(path: string, accepted: string) {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const options = { port: portOf(server), host: '127.0.0.1', path, headers: { 'Accept-Encoding': accepted } };
    get(options, resolve).on('error', reject);
  });
  const encoding = response.headers['content-encoding'];
  expect(await text(encoding === 'gzip' ? response.pipe(createGunzip()) : response)).toBe(page);
  expect(response.headers.vary).toBe('Accept-Encoding');
  return encoding;
}

it.each([
  ['gzip, br', 'gzip'],
  ['', undefined],
  ['identity', undefined],
  ['gzip;q=0', undefined],
])('answers who accepts “%s” with the encoding %s', async (accepted, encoding) => {
  expect(await load('/', accepted)).toBe(encoding);
});

it('leaves a response with an encoding of its own unchanged', async () => {
  expect(await load('/compressed', 'gzip')).toBe('zstd');
});
