import { afterAll, beforeAll, expect, it } from 'vitest';
import { placeholderAddress, readWsdl } from '../../seqr/contract/wsdl';
import { openTestSandbox, type TestSandbox } from '../test-sandbox';
import { handleSoap } from './handle-soap';

let test: TestSandbox;
beforeAll(async () => {
  test = await openTestSandbox();
});
afterAll(() => test.close());

const get = (url: string, headers: Record<string, string> = {}, method = 'GET') =>
  handleSoap(new Request(url, { method, headers }), test.sandbox);

it.each([
  [
    'http://localhost:3000/soap/merchant/cashregister-2?wsdl',
    { host: 'localhost:3000' },
    'http://localhost:3000/soap/merchant/cashregister-2',
  ],
  [
    'http://localhost:3000/soap/merchant/cashregister-2?WSDL',
    { host: '192.168.1.7:3000' },
    'http://192.168.1.7:3000/soap/merchant/cashregister-2',
  ],
  [
    'http://localhost:3000/extclientproxy/service/v2?Wsdl',
    { host: 'shop.example', 'x-forwarded-proto': 'https' },
    'https://shop.example/extclientproxy/service/v2',
  ],
  [
    'http://localhost:3000/extclientproxy/service/v2?wsdl=1',
    { host: 'a&b"$&<', 'x-forwarded-proto': 'javascript' },
    'http://a&amp;b&quot;$&amp;&lt;/extclientproxy/service/v2',
  ],
])('serves the contract under %s', async (url, headers, address) => {
  const response = await get(url, headers);
  const wsdl = await response.text();
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/xml; charset=utf-8']);
  expect(wsdl).toContain(`<soap:address location="${address}"/>`);
  expect(wsdl.replace(address, placeholderAddress)).toBe(readWsdl());
});

it('answers any other question than ?wsdl and a POST with 405', async () => {
  expect((await get('http://localhost/soap/merchant/cashregister-2')).status).toBe(405);
  const put = await get('http://localhost/soap/merchant/cashregister-2?wsdl', {}, 'PUT');
  expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, POST']);
});
