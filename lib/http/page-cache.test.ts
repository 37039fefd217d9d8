import { once } from 'node:events';
import { createServer, get, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import compression from 'next/dist/compiled/compression';
import { releaseCompressionStream } from 'next/dist/server/lib/release-compression-stream';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import * as clock from '../clock';
import { portOf } from '../port-of';
import { DEFAULT_LANGUAGE_HEADER } from '../shop-pages';
import { compressResponses } from './compress-responses';
import { cachePages } from './page-cache';

const tags = new Map<string, unknown>();
/** What the page says now, and how often Next was asked. */
let price: string;
let asked: string[];
/** Headers with which Next answers, in addition to those of a prerendered page. */
let extra: OutgoingHttpHeaders;
let status: number;
/** Awaited between the headers and the content. */
let pause: () => Promise<void>;

const htmlOf = (price: string) => `<p>Morgonmugg – ${price}</p>`.repeat(500);
const prerendered = { 'content-type': 'text/html; charset=utf-8', 'x-nextjs-prerender': '1', 'x-nextjs-cache': 'HIT' };

/** Next: it answers from its own cache. */
const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
  asked.push(request.url ?? '');
  const html = htmlOf(price);
  await pause();
  response.statusCode = status;
  for (const [name, value] of Object.entries({ ...prerendered, ...extra })) {
    if (value !== undefined) response.setHeader(name, value);
  }
  response.setHeader('Content-Length', Buffer.byteLength(html));
  response.end(html);
});

beforeAll(async () => {
  compressResponses({ compress: compression(), release: releaseCompressionStream });
  cachePages(tags);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => void server.close());

beforeEach(() => {
  [price, asked, extra, status, pause] = ['289 kr', [], {}, 200, async () => {}];
  tags.set('all', {});
});
afterEach(() => void vi.restoreAllMocks());

/** Requests the page. `length` is the response's Content-Length, NaN if it is compressed while it is sent. */
async function load(headers: OutgoingHttpHeaders = {}, path = '/products/mug', method = 'GET') {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get({ port: portOf(server), host: '127.0.0.1', path, headers, method }, resolve).on('error', reject);
  });
  const content = await buffer(response);
  const html = response.headers['content-encoding'] === 'gzip' ? gunzipSync(content) : content;
  const { date: _date, 'content-length': length, ...others } = response.headers;
  return { html: html.toString(), length: Number(length), headers: others };
}

it('answers the second request for a page of Next’s cache without Next, with the same headers', async () => {
  extra = { 'content-security-policy': "default-src 'self'", vary: 'rsc' };
  const first = await load();
  expect(first).toMatchObject({ html: htmlOf('289 kr'), headers: extra.vary ? { vary: 'rsc, Accept-Encoding' } : {} });
  expect(await load()).toEqual(first);
  expect(asked).toEqual(['/products/mug']);
});

it('compresses a page at its second request, and sends that from then on', async () => {
  const accepting = { 'Accept-Encoding': 'gzip, br' };
  for (let request = 0; request < 2; request += 1) {
    expect(await load(accepting)).toMatchObject({ html: htmlOf('289 kr'), length: Number.NaN });
  }
  await vi.waitFor(async () => {
    const { html, length } = await load(accepting);
    expect(html).toBe(htmlOf('289 kr'));
    expect(length).toBeLessThan(html.length / 10);
  });
  expect(await load({ 'Accept-Encoding': 'gzip;q=0' })).toMatchObject({ length: Buffer.byteLength(htmlOf('289 kr')) });
  expect(asked).toHaveLength(1);
});

it('shows a change as soon as its tags are set', async () => {
  await load();
  price = '299 kr';
  expect((await load()).html).toBe(htmlOf('289 kr'));
  tags.set('_N_T_/en/products/mug', { expired: 1 });
  expect((await load()).html).toBe(htmlOf('299 kr'));
  expect(tags.get('_N_T_/en/products/mug')).toEqual({ expired: 1 });
});

it('does not store a page that changed while Next was sending it', async () => {
  pause = async () => void tags.set('_N_T_/en/products/mug', { expired: 1 });
  await load();
  price = '299 kr';
  expect((await load()).html).toBe(htmlOf('299 kr'));
});

it('asks Next again after ten seconds, and keeps the compressed form of an unchanged page', async () => {
  const start = 1_000_000;
  const later = vi.spyOn(clock, 'monotonicMs').mockReturnValue(start);
  const accepting = { 'Accept-Encoding': 'gzip' };
  await load(accepting);
  await vi.waitFor(async () => expect((await load(accepting)).length).toBeGreaterThan(0));
  later.mockReturnValue(start + 9_999);
  await load(accepting);
  expect(asked).toHaveLength(1);
  later.mockReturnValue(start + 10_000);
  await load(accepting);
  expect(asked).toHaveLength(2);
  expect((await load(accepting)).length).toBeGreaterThan(0);
  later.mockReturnValue(start + 20_000);
  price = '299 kr';
  await load(accepting);
  expect(await load(accepting)).toMatchObject({ html: htmlOf('299 kr') });
});

it.each<[string, OutgoingHttpHeaders, string, string]>([
  ['the data of a navigation', { RSC: '1', 'Next-Router-State-Tree': 'x' }, '/products/mug?_rsc=hash', 'GET'],
  [
    'a part, but not as React data',
    { RSC: '0', 'Next-Router-Segment-Prefetch': '/_tree' },
    '/products/mug?_rsc=x',
    'GET',
  ],
  ['a part without its hash', { RSC: '1', 'Next-Router-Segment-Prefetch': '/_tree' }, '/products/mug', 'GET'],
  ['a query', {}, '/products/mug?ref=mail', 'GET'],
  ['a preview', { Cookie: 'cart=1; __prerender_bypass=x' }, '/products/mug', 'GET'],
  ['a part of the page', { Range: 'bytes=0-9' }, '/products/mug', 'GET'],
  ['its headers', {}, '/products/mug', 'HEAD'],
  ['a form', {}, '/products/mug', 'POST'],
])('lets Next answer a request for %s', async (_what, headers, path, method) => {
  await load();
  for (let request = 0; request < 2; request += 1) await load(headers, path, method);
  expect(asked).toEqual(['/products/mug', path, path]);
});

it('stores /en/… that a client requested separately from the same path with the default language added', async () => {
  await load({}, '/en/products/mug');
  price = '299 kr';
  expect((await load({ [DEFAULT_LANGUAGE_HEADER]: 'en' }, '/en/products/mug')).html).toBe(htmlOf('299 kr'));
  expect((await load({}, '/en/products/mug')).html).toBe(htmlOf('289 kr'));
});

it('stores each prefetched part separately', async () => {
  const part = (name: string) => ({ RSC: '1', 'Next-Router-Prefetch': '1', 'Next-Router-Segment-Prefetch': name });
  extra = { 'content-type': 'text/x-component', 'x-nextjs-rewritten-path': '/en/products/mug' };
  const tree = await load(part('/_tree'), '/products/mug?_rsc=tree');
  price = '299 kr';
  const head = await load(part('/_head'), '/products/mug?_rsc=head');
  expect(await load(part('/_tree'), '/products/mug?_rsc=tree')).toEqual(tree);
  expect(await load(part('/_head'), '/products/mug?_rsc=head')).toEqual(head);
  expect(head.html).toBe(htmlOf('299 kr'));
  expect(asked).toHaveLength(2);
  // A forged hash may be valid for two parts.
  expect((await load(part('/_head'), '/products/mug?_rsc=tree')).html).toBe(htmlOf('299 kr'));
});

it.each<[string, number, OutgoingHttpHeaders]>([
  ['a page rendered for this request', 200, { 'x-nextjs-prerender': undefined }],
  ['a page that Next renders again', 200, { 'x-nextjs-cache': 'STALE' }],
  ['an answer of another type', 200, { 'content-type': 'text/x-component' }],
  ['a page that sets a cookie', 200, { 'set-cookie': 'cart=1' }],
  ['an error', 404, {}],
])('does not store %s', async (_what, answered, headers) => {
  [status, extra] = [answered, headers];
  await load();
  await load();
  expect(asked).toHaveLength(2);
});

it('keeps the last 500 answers', async () => {
  for (let page = 0; page <= 500; page += 1) await load({}, `/products/${page}`);
  asked = [];
  for (const page of [0, 1, 500]) await load({}, `/products/${page}`);
  // Storing page 0 again has displaced page 1.
  expect(asked).toEqual(['/products/0', '/products/1']);
});
