import { afterAll, beforeAll, expect, it } from 'vitest';
import { CLIENT_ADDRESS_HEADER } from '../../http/client-address';
import { MAX_STREAMS } from '../../http/event-stream';
import { openTestSandbox, type TestSandbox } from '../../testing/sandbox/test-sandbox';
import { answerPreflight, answerStatus, streamStatus } from './public-status';

let test: TestSandbox;
beforeAll(async () => {
  test = await openTestSandbox();
});
afterAll(() => test.close());

const cors = (response: Response) =>
  Object.fromEntries([...response.headers].filter(([name]) => name.startsWith('access-control-')));

it('names the event stream, and allows pages of any origin to read the status and the server’s time', async () => {
  const reference = await test.sendInvoice('');
  const response = await answerStatus(test.sandbox, reference);
  expect(await response.json()).toMatchObject({
    status: 'ISSUED',
    events: `/seqr-webshop-api/invoices/${reference}/events`,
  });
  expect(cors(response)).toEqual({
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'Date',
  });
});

it('answers 404 for an unknown invoice, and pages of any origin can read that', async () => {
  const request = new Request('http://localhost/seqr-webshop-api/invoices/1/events');
  for (const response of [await answerStatus(test.sandbox, '1'), await streamStatus(test.sandbox, request, '1')]) {
    expect(response.status).toBe(404);
    expect(cors(response)).toMatchObject({ 'access-control-allow-origin': '*' });
  }
});

it('allows requests from any page', () => {
  expect(cors(answerPreflight())).toMatchObject({ 'access-control-allow-origin': '*' });
});

it('refuses another event stream to an address that has the highest number, and pages of any origin can read that', async () => {
  const reference = await test.sendInvoice('');
  const client = new AbortController();
  const open = (address: string) =>
    streamStatus(
      test.sandbox,
      new Request('http://localhost/events', { headers: { [CLIENT_ADDRESS_HEADER]: address }, signal: client.signal }),
      reference,
    );
  for (let count = 0; count < MAX_STREAMS; count++) expect((await open('192.0.2.1')).status).toBe(200);
  const refused = await open('192.0.2.1');
  expect(refused.status).toBe(429);
  expect(cors(refused)).toMatchObject({ 'access-control-allow-origin': '*' });
  expect((await open('192.0.2.2')).status).toBe(200);
  client.abort();
  expect((await open('192.0.2.1')).status).toBe(200);
});
