import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerPreflight, answerStatus, streamStatus } from './public-status';
import { openTestSandbox, type TestSandbox } from './test-sandbox';

let test: TestSandbox;
beforeAll(async () => {
  test = await openTestSandbox();
});
afterAll(() => test.close());

const cors = (response: Response) =>
  Object.fromEntries([...response.headers].filter(([name]) => name.startsWith('access-control-')));

it('names its stream, and lets pages of any origin read it and the server’s time', async () => {
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

it('answers an unknown invoice with 404 that any page can read', async () => {
  const request = new Request('http://localhost/seqr-webshop-api/invoices/1/events');
  for (const response of [await answerStatus(test.sandbox, '1'), await streamStatus(test.sandbox, request, '1')]) {
    expect(response.status).toBe(404);
    expect(cors(response)).toMatchObject({ 'access-control-allow-origin': '*' });
  }
});

it('allows any page to query', () => {
  expect(cors(answerPreflight())).toMatchObject({ 'access-control-allow-origin': '*' });
});
