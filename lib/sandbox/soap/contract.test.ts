import { createClientAsync } from 'soap';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placeholderAddress, readWsdl, targetNamespace } from '../../seqr/contract/wsdl';
import { configure } from '../../testing/configure';
import { serveTestSandbox } from '../../testing/sandbox/serve-test-sandbox';
import { openTestSandbox, type TestSandbox } from '../../testing/sandbox/test-sandbox';
import { parseXml, type XmlElement } from '../../xml/parse-xml';
import { publishedPaths } from '../operations/published-paths';
import { handleSoap } from './handle-soap';

const WSDL = 'http://schemas.xmlsoap.org/wsdl/';

let test: TestSandbox;
beforeAll(async () => {
  test = await openTestSandbox();
});
afterAll(() => test.close());

const get = (url: string, headers: Record<string, string> = {}, method = 'GET') =>
  handleSoap(new Request(url, { method, headers: { host: new URL(url).host, ...headers } }), test.sandbox);

const read = async (url: string) => parseXml(await (await get(url)).text());
const attribute = (element: XmlElement | undefined, name: string) =>
  element?.attributes.find(({ local }) => local === name)?.value;
const inside = (element: XmlElement | undefined, name: string) =>
  element?.children.filter((child) => child.uri === WSDL && child.name === name) ?? [];

describe('the address in the contract', () => {
  it.each([
    ['/soap/merchant/cashregister-2?wsdl', { host: 'localhost:3000' }, 'http://localhost:3000'],
    ['/soap/merchant/cashregister-2?WSDL', { host: '192.168.1.7:3000' }, 'http://192.168.1.7:3000'],
    [
      '/extclientproxy/service/v2?Wsdl',
      { host: 'seqr.internal', 'x-forwarded-proto': 'https' },
      'https://seqr.internal',
    ],
    ['/extclientproxy/service?wsdl=', { host: 'localhost:3000' }, 'http://localhost:3000'],
    [
      '/extclientproxy/service/v2?wsdl=1',
      { host: 'a&b"$&<', 'x-forwarded-proto': 'javascript' },
      'http://localhost:3000',
    ],
    [
      '/soap/merchant/cashregister-2?wsdl',
      { host: 'evil.example', 'x-forwarded-host': 'evil.example' },
      'http://localhost:3000',
    ],
  ])('is this server’s for %s with %j', async (query, headers, origin) => {
    configure({ TRUST_PROXY: '1' });
    const response = await get(`http://localhost:3000${query}`, headers);
    const wsdl = await response.text();
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/xml; charset=utf-8']);
    expect(wsdl).toContain(`<soap:address location="${origin}${query.split('?')[0]}"/>`);
    expect(wsdl).not.toContain(placeholderAddress);
  });
});

describe('the service on each published path', () => {
  const merchant = 'http://externalclientservice.cashregister.seamless.com/';

  it.each([
    [
      '/soap/merchant/cashregister-2',
      merchant,
      'ERSWSExternalClientServiceImplService',
      'ERSWSExternalClientServiceImplPort',
    ],
    [
      '/extclientproxy/service/v2',
      targetNamespace,
      'ERSWSExternalClientServiceService',
      'ERSWSExternalClientServicePort',
    ],
    ['/extclientproxy/service', targetNamespace, 'ERSWSExternalClientServiceService', 'ERSWSExternalClientServicePort'],
  ])('is for %s named {%s}%s and has one port', async (path, namespace, name, port) => {
    const definitions = await read(`http://localhost${path}?wsdl`);
    expect(attribute(definitions, 'targetNamespace')).toBe(namespace);
    const services = inside(definitions, 'service');
    expect(services.map((service) => attribute(service, 'name'))).toEqual([name]);
    expect(inside(services[0], 'port').map((each) => attribute(each, 'name'))).toEqual([port]);
  });

  it('imports the messages from the same path if its namespace differs', async () => {
    const address = 'http://seqr.internal:8443/soap/merchant/cashregister-2';
    const definitions = await read(`${address}?wsdl`);
    const imports = inside(definitions, 'import').map((each) => [
      attribute(each, 'namespace'),
      attribute(each, 'location'),
    ]);
    expect(imports).toEqual([[targetNamespace, `${address}?wsdl=contract`]]);

    const imported = await read(`${address}?wsdl=contract`);
    expect(attribute(imported, 'targetNamespace')).toBe(targetNamespace);
    expect(inside(imported, 'portType').map((each) => inside(each, 'operation').length)).toEqual([19]);
    expect(inside(imported, 'service')).toEqual([]);
  });

  it('has the whole contract in one file if the namespace is the same', async () => {
    const wsdl = await (await get('http://localhost/extclientproxy/service/v2?wsdl')).text();
    expect(wsdl.replace('http://localhost/extclientproxy/service/v2', placeholderAddress)).toBe(readWsdl());
  });

  it.each([...publishedPaths.keys()])('answers a client generated from the contract at %s', async (path) => {
    const server = await serveTestSandbox(test);
    try {
      const client = await createClientAsync(`${server.address}${path}?wsdl`, { disableCache: true });
      const [answer] = await client.benchmarkingNopAsync({});
      expect(answer).toEqual({ return: { resultCode: 0, resultDescription: 'SUCCESS' } });
    } finally {
      await server.close();
    }
  });
});

it('answers 405 to anything except ?wsdl and POST', async () => {
  expect((await get('http://localhost/soap/merchant/cashregister-2')).status).toBe(405);
  const put = await get('http://localhost/soap/merchant/cashregister-2?wsdl', {}, 'PUT');
  expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, POST']);
});
