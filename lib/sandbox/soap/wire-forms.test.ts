// Requests as written by existing SOAP stacks. The shops in docs/snippets run only where their stack is installed;
// these tests run everywhere. The requests from WCF and CXF follow the documentation; the other .NET request was
// recorded.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestSandbox, post, readAnswer, type TestSandbox } from '../../testing/sandbox/test-sandbox';

let test: TestSandbox;
beforeAll(async () => {
  test = await openTestSandbox();
});
afterAll(() => test.close());

const soap = 'http://schemas.xmlsoap.org/soap/envelope/';
const seqr = 'http://external.interfaces.ers.seamless.com/';
const xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"';
const declaration = '<?xml version="1.0" encoding="utf-8"?>';
const context =
  '<clientRequestTimeout>0</clientRequestTimeout><initiatorPrincipalId><id>public_test_shop_terminal</id>' +
  '<type>TERMINALID</type></initiatorPrincipalId><password>12345678</password>';
const invoice =
  '<title>Order 17</title><invoiceRows><invoiceRow><itemDescription>Kaffe &amp; bulle</itemDescription>' +
  '<itemQuantity>1</itemQuantity><itemTotalAmount><currency>SEK</currency><value>95.50</value></itemTotalAmount>' +
  '</invoiceRow></invoiceRows><totalAmount><currency>SEK</currency><value>95.50</value></totalAmount>';
const fields = `<context>${context}</context><invoice>${invoice}</invoice>`;
/** .NET sets the operation's namespace as the default and unsets it for every field. */
const dotnet = `<sendInvoice xmlns="${seqr}"><context xmlns="">${context}</context><invoice xmlns="">${invoice}</invoice></sendInvoice>`;

it.each([
  [
    '.NET, classes made by wsdl',
    `${declaration}<soap:Envelope xmlns:soap="${soap}" ${xsi}><soap:Body>${dotnet}</soap:Body></soap:Envelope>`,
  ],
  ['.NET, WCF', `<s:Envelope xmlns:s="${soap}"><s:Body ${xsi}>${dotnet}</s:Body></s:Envelope>`],
  [
    'JAX-WS',
    `<?xml version='1.0' encoding='UTF-8'?><S:Envelope xmlns:S="${soap}"><S:Body><ns2:sendInvoice xmlns:ns2="${seqr}">${fields}</ns2:sendInvoice></S:Body></S:Envelope>`,
  ],
  [
    'CXF',
    `<soap:Envelope xmlns:soap="${soap}"><soap:Body><ns2:sendInvoice xmlns:ns2="${seqr}">${fields}</ns2:sendInvoice></soap:Body></soap:Envelope>`,
  ],
  [
    'PHP ext-soap',
    `<?xml version="1.0" encoding="UTF-8"?>\n<SOAP-ENV:Envelope xmlns:SOAP-ENV="${soap}" xmlns:ns1="${seqr}"><SOAP-ENV:Body><ns1:sendInvoice>${fields}</ns1:sendInvoice></SOAP-ENV:Body></SOAP-ENV:Envelope>\n`,
  ],
  [
    'zeep',
    `<?xml version='1.0' encoding='utf-8'?>\n<soap-env:Envelope xmlns:soap-env="${soap}"><soap-env:Body><ns0:sendInvoice xmlns:ns0="${seqr}">${fields}</ns0:sendInvoice></soap-env:Body></soap-env:Envelope>`,
  ],
  [
    'node-soap',
    `${declaration}<soap:Envelope xmlns:soap="${soap}" ${xsi} xmlns:tns="${seqr}"><soap:Body><tns:sendInvoice>${fields}</tns:sendInvoice></soap:Body></soap:Envelope>`,
  ],
])('accepts a request from %s', async (_name, body) => {
  const headers = { SOAPAction: '""', Accept: 'text/xml, multipart/related', 'Accept-Encoding': 'gzip, deflate' };
  const answer = await readAnswer(await post(test.sandbox, body, headers));
  const reference = answer.get('invoiceReference') ?? '';
  const kept = await test.sandbox.db.read.invoice.findUnique({ where: { reference } });
  expect(kept).toMatchObject({ title: 'Order 17', total: 9550, currency: 'SEK' });
  expect(JSON.parse(kept?.rows ?? '')).toMatchObject([{ description: 'Kaffe & bulle', quantity: '1', total: 9550 }]);
});
