import { afterAll, beforeAll, expect, it } from 'vitest';
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
