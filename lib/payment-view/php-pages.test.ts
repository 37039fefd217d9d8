import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { parseParameters } from './parameters';
import { queryPhpPages } from './php-pages';

const folder = 'http://seqr.example/seqr-webshop-plugin/js/';
const invoice = { title: 'Grand Cinema', currency: 'SEK', items: [{ description: 'Ticket', amount: 16 }] };
const sent = {
  resultCode: 0,
  resultDescription: 'SUCCESS',
  invoiceQRCode: 'HTTP://SEQR.SE/R1402562843463',
  invoiceReference: '1402562843463',
};

const requests: { method: string; path: string; type: string; body: unknown }[] = [];
let answer: { status?: number; body: string };
let api: string;

const server = createServer(async (request, response) => {
  const { method = '', url: path = '', headers } = request;
  requests.push({ method, path, type: headers['content-type'] ?? '', body: JSON.parse(await read(request)) });
  response.writeHead(answer.status ?? 200).end(answer.body);
});

async function read(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  api = `http://127.0.0.1:${port}/seqr-webshop-api`;
  vi.stubGlobal('document', { baseURI: `http://127.0.0.1:${port}/checkout` });
});
afterAll(() => {
  vi.unstubAllGlobals();
  server.close();
});
afterEach(() => {
  requests.length = 0;
});

function query(body: object, hash = '') {
  const tag = { src: `${folder}seqrShop.js${hash}`, text: JSON.stringify(body) };
  return queryPhpPages(tag, parseParameters(tag.src, tag.text, document.baseURI), folder);
}

describe('a tag with an invoice', () => {
  it('sends it once, without a preflight, and polls getPaymentStatus.php', async () => {
    answer = { body: JSON.stringify(sent) };
    const found = await query({ invoice, apiURL: '/seqr-webshop-api/', layout: 'small' });
    expect(found).toMatchObject({
      layout: 'small',
      invoiceId: '1402562843463',
      invoiceQRCode: 'HTTP://SEQR.SE/R1402562843463',
      statusURL: `${api}/getPaymentStatus.php?invoiceReference=1402562843463`,
    });
    const notificationUrl = `${api}/getPaymentStatus.php`;
    const type = 'text/plain;charset=UTF-8';
    expect(requests).toEqual([
      { method: 'POST', path: '/seqr-webshop-api/sendInvoice.php', type, body: { ...invoice, notificationUrl } },
    ]);
  });

  it('keeps the page’s own notificationUrl and status address', async () => {
    answer = { body: JSON.stringify(sent) };
    const own = { ...invoice, notificationUrl: 'https://shop.example/notify' };
    const found = await query({ invoice: own, apiURL: api }, '#!statusURL=%2Fstatus');
    expect(found.statusURL).toBe(new URL('/status', document.baseURI).href);
    expect(requests).toMatchObject([{ body: { notificationUrl: 'https://shop.example/notify' } }]);
  });

  it('also accepts the invoice in the address', async () => {
    answer = { body: JSON.stringify(sent) };
    const hash = `#!apiURL=${encodeURIComponent(api)}&invoice=${encodeURIComponent(JSON.stringify(invoice))}`;
    expect(await query({}, hash)).toMatchObject({ invoiceId: '1402562843463' });
    expect(requests).toMatchObject([{ body: invoice }]);
  });

  it.each([
    ['refused', { body: '{"resultCode":49,"resultDescription":"INVALID_INVOICE_DATA"}' }, '49 INVALID_INVOICE_DATA'],
    ['answered with the exception', { body: '{"resultCode":999,"resultDescription":"EXCEPTION"}' }, '999 EXCEPTION'],
    ['answered with an error', { status: 500, body: 'no' }, 'HTTP 500'],
    ['answered with null', { body: 'null' }, 'HTTP 200'],
    ['answered with HTML', { body: '<h1>Hello</h1>' }, 'JSON'],
    ['answered without a reference', { body: '{"resultCode":0}' }, 'no invoice'],
    [
      'answered with a script',
      { body: JSON.stringify({ ...sent, invoiceQRCode: 'javascript:alert(1)' }) },
      'no invoice',
    ],
    ['answered with markup', { body: JSON.stringify({ ...sent, invoiceReference: '<b>' }) }, 'no invoice'],
  ])('reports why there is no invoice if it is %s, without a retry', async (_what, given, reason) => {
    answer = given;
    await expect(query({ invoice, apiURL: api })).rejects.toThrow(reason);
    expect(requests).toHaveLength(1);
  });
});

describe('a tag without an invoice', () => {
  it.each([[{}], [[]], [{ invoice: null }], [{ invoice: 'text' }], [{ apiURL: '/seqr-webshop-api' }]])(
    'sends nothing and reports what is missing: %j',
    async (body) => {
      await expect(query(body)).rejects.toThrow('seqrShop.js#!invoiceQRCode=');
      expect(requests).toEqual([]);
    },
  );

  it('is complete with a status address, whose answer may contain the code', async () => {
    expect(await query({}, '#!statusURL=%2Fstatus')).toMatchObject({ statusURL: expect.stringMatching(/\/status$/) });
  });
});

describe('a tag with a reference', () => {
  it.each([
    ['invoiceReference', 'getPaymentStatus.php?invoiceReference=7'],
    ['invoiceId', 'invoice.php?invoiceId=7'],
  ])('as %s polls %s', async (name, path) => {
    const found = await query({ apiURL: `${api}/`, [name]: '7' });
    expect(found).toMatchObject({ invoiceId: '7', statusURL: `${api}/${path}` });
  });

  it('sends no invoice and keeps its status address', async () => {
    const found = await query({ apiURL: api, invoice, invoiceId: '7', statusURL: '/status' });
    expect(found.statusURL).toBe(new URL('/status', document.baseURI).href);
    expect(await query({ invoice, invoiceReference: '7' })).toMatchObject({ invoiceId: '7', statusURL: undefined });
    expect(requests).toEqual([]);
  });
});
