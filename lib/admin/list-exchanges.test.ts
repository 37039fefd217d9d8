import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { configure } from '../testing/configure';
import { listExchanges } from './list-exchanges';
import { startSession } from './session';

const { session } = startSession('Åsa');
const payments = [{ attempt: 1, invoiceReference: '1402562843463' }] as unknown as Parameters<typeof listExchanges>[1];
const at = '2026-11-23T13:05:00.000Z';
const line = {
  at,
  operation: 'getPaymentStatus',
  httpStatus: 200,
  resultCode: 0,
  note: null,
  milliseconds: 1,
  response: '<a/>',
};

/** In the sandbox's order: newest first. */
let messages: object[];
let requests: string[];
const server = createServer((request, response) => {
  requests.push(`${request.url} ${request.headers['x-sandbox-key'] ?? 'no key'}`);
  response.end(JSON.stringify({ messages }));
});
let origin: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

async function list(change: Parameters<typeof configure>[0]) {
  requests = [];
  configure(change);
  return listExchanges(session, payments);
}

describe('listExchanges', () => {
  it('returns the sandbox’s messages, oldest first, with repeats folded and passwords masked', async () => {
    const poll = { ...line, request: '<invoiceVersion>0</invoiceVersion>' };
    const sent = { ...line, operation: 'sendInvoice', request: '<password>hush</password>' };
    messages = [
      { ...poll, id: 5, resultCode: 54 },
      { ...poll, id: 4 },
      { ...poll, id: 3 },
      { ...sent, id: 2 },
    ];
    const found = await list({ SEQR_WSDL_URL: `${origin}/soap?wsdl` });
    if (!found.kept) throw new Error(found.reason);
    const [only] = found.payments;
    expect(only).toMatchObject({ attempt: 1, invoiceReference: '1402562843463', isCut: false });
    expect(only?.exchanges.map(({ id, operation, count, resultName }) => [id, operation, count, resultName])).toEqual([
      [2, 'sendInvoice', 1, 'SUCCESS'],
      [3, 'getPaymentStatus', 2, 'SUCCESS'],
      [5, 'getPaymentStatus', 1, 'INVALID_INVOICE_REFERENCE'],
    ]);
    expect(only?.exchanges[0]?.request).toBe('<password>***</password>');
    expect(requests).toEqual(['/sandbox/api/messages?invoiceReference=1402562843463&limit=200 no key']);
  });

  it('returns `elsewhere`, without a request, if the SEQR service is not our sandbox', async () => {
    const elsewhere = { SEQR_WSDL_URL: 'https://seqr.invalid/soap?wsdl' };
    expect(await list(elsewhere)).toEqual({ kept: false, reason: 'elsewhere' });
    const beside = { ...elsewhere, SEQR_SANDBOX: 'force', SEQR_SANDBOX_KEY: 'a key that is long enough' };
    expect(await list(beside)).toEqual({ kept: false, reason: 'elsewhere' });
  });

  it.each([
    ['does not answer', 'http://127.0.0.1:9'],
    ['answers something else', ''],
  ])('reports the sandbox as unreachable if it %s', async (_, address) => {
    messages = [{ id: 'no number' }];
    const found = await list({ SEQR_WSDL_URL: `${address || origin}/soap?wsdl` });
    expect(found).toEqual({ kept: false, reason: 'unreachable' });
  });
});
