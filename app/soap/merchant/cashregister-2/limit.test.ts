// Tests the limit on SOAP calls through the route, on a separate sandbox.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { resetLimits } from '@/lib/http/rate-limit';
import { configure } from '@/lib/testing/configure';
import { openTestSandbox, type TestSandbox } from '@/lib/testing/sandbox/test-sandbox';
import { setGlobal } from '@/lib/testing/set-global';
import { GET, POST } from './route';

let test: TestSandbox;

beforeAll(async () => {
  test = await openTestSandbox();
  setGlobal('sandbox', Promise.resolve(test.sandbox));
  configure({ RATE_LIMIT_SOAP: '2' });
  resetLimits();
});
afterAll(() => test.close());

const address = 'http://localhost:3000/soap/merchant/cashregister-2';
const nop =
  '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>' +
  '<e:benchmarkingNop xmlns:e="http://external.interfaces.ers.seamless.com/"/></s:Body></s:Envelope>';

function call(from: string): Promise<Response> {
  return POST(new Request(address, { method: 'POST', body: nop, headers: { 'x-client-address': from } }));
}

it('refuses calls above the limit with 429 and a fault, only for that address', async () => {
  expect((await call('192.0.2.1')).status).toBe(200);
  expect((await call('192.0.2.1')).status).toBe(200);
  const refused = await call('192.0.2.1');
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
  expect(await refused.text()).toContain('<faultstring>Too many calls from this address.');
  expect((await call('192.0.2.2')).status).toBe(200);
});

it('does not count requests for the contract', async () => {
  for (let count = 0; count < 5; count++) {
    const headers = { 'x-client-address': '192.0.2.3' };
    expect((await GET(new Request(`${address}?wsdl`, { headers }))).status).toBe(200);
  }
  expect((await call('192.0.2.3')).status).toBe(200);
});
