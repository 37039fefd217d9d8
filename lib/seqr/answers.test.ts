import { afterAll, beforeAll, expect, test } from 'vitest';
import { money } from '../money';
import {
  answerOf,
  createTestClient,
  failureOf,
  startService,
  success,
  type TestService,
} from '../testing/test-service';
import type { SeqrClient } from './client';

let service: TestService;
let client: SeqrClient;
let answer = '';

beforeAll(async () => {
  service = await startService((response) => response.setHeader('Content-Type', 'text/xml; charset=utf-8').end(answer));
  client = createTestClient(service.address);
});

afterAll(async () => {
  client.close();
  await service.close();
});

const status = (fields: string) => {
  answer = answerOf('getPaymentStatus', success + fields);
  return client.getPaymentStatus({ invoiceReference: '77', invoiceVersion: 0 });
};

test('reads an issued invoice', async () => {
  answer = answerOf(
    'sendInvoice',
    `${success}<invoiceQRCode>HTTP://SEQR.SE/R1402562843463</invoiceQRCode>
     <invoiceReference>1402562843463</invoiceReference>`,
  );
  expect(await client.sendInvoice({ invoice: {} })).toEqual({
    invoiceQRCode: 'HTTP://SEQR.SE/R1402562843463',
    invoiceReference: '1402562843463',
  });
});

test('reads an unpaid status', async () => {
  expect(await status('<status>ISSUED</status><version>1</version>')).toEqual({
    status: 'ISSUED',
    version: 1,
    customerTokens: [],
  });
});

test('reads a paid status with its receipt and exact amount', async () => {
  answer = answerOf(
    'getPaymentStatus',
    `<ersReference>2026010203040506701000001</ersReference>${success}
     <status>PAID</status>
     <receipt>
       <terminalId>till-7</terminalId>
       <paymentDate>2026-01-02T03:04:05</paymentDate>
       <paymentReference>2026010203040506701000001</paymentReference>
       <receiverName>Pine &amp; Sons</receiverName>
       <invoice>
         <title/>
         <invoiceRows>
           <invoiceRow><itemQuantity>1</itemQuantity></invoiceRow><invoiceRow><itemQuantity>2</itemQuantity></invoiceRow>
         </invoiceRows>
         <totalAmount><currency>SEK</currency><value>21474836.47</value></totalAmount>
       </invoice>
     </receipt>
     <version>2</version>`,
  );
  expect(await client.getPaymentStatus({ invoiceReference: '77', invoiceVersion: 0 })).toEqual({
    ersReference: '2026010203040506701000001',
    status: 'PAID',
    version: 2,
    customerTokens: [],
    receipt: {
      terminalId: 'till-7',
      paymentDate: '2026-01-02T03:04:05',
      paymentReference: '2026010203040506701000001',
      receiverName: 'Pine & Sons',
      invoice: { totalAmount: money(2_147_483_647, 'SEK') },
    },
  });
});

test.each(['PARTIALLY_PAID', 'SOMETHING_NEW'])('passes the status %s to the caller', async (word) => {
  expect((await status(`<status> ${word} </status><version>4</version>`)).status).toBe(word);
});

test.each([
  ['none', '<customerTokens/>', []],
  [
    'one',
    '<customerTokens><token><status>0</status><value>K</value></token></customerTokens>',
    [{ status: 0, value: 'K' }],
  ],
  [
    'two',
    '<customerTokens><token><id>a</id><status>0</status></token><token><id>b</id><status>1</status></token></customerTokens>',
    [
      { id: 'a', status: 0 },
      { id: 'b', status: 1 },
    ],
  ],
])('reads customer tokens: %s', async (_, tokens, expected) => {
  expect(
    (await status(`<status>PENDING_ISSUER_ACKNOWLEDGE</status>${tokens}<version>1</version>`)).customerTokens,
  ).toEqual(expected);
});

const total = (value: string, currency = 'SEK') =>
  status(`<status>PAID</status><receipt><invoice><totalAmount><currency>${currency}</currency><value>${value}</value>
    </totalAmount></invoice></receipt><version>2</version>`);

test.each([
  ['16', 1600],
  ['16.1', 1610],
  [' +1.50\n', 150],
  ['1.10000', 110],
  ['-3.05', -305],
  ['10<!-- split -->.50', 1050],
  ['10<!-- -->.50', 1050],
  ['<![CDATA[10.50]]>', 1050],
  ['<![CDATA[10]]><![CDATA[.50]]>', 1050],
  ['<?xml-stylesheet?>10.<?x?>50', 1050],
  ['1<![CDATA[0]]>.5&#48;', 1050],
  ['0.29', 29],
])('reads the amount %s exactly', async (value, minor) => {
  expect((await total(value)).receipt?.invoice?.totalAmount).toEqual(money(minor, 'SEK'));
});

test.each([
  ['1,50', 'SEK'],
  ['1.505', 'SEK'],
  ['1e2', 'SEK'],
  ['NaN', 'SEK'],
  ['999999999999999999999999999999', 'SEK'],
  ['21474836.48', 'SEK'],
  ['', 'SEK'],
  ['1', 'XYZ'],
  ['1', '__proto__'],
  ['<b>1</b>', 'SEK'],
  ['<![CDATA[<?xml version="1.0"?><b>1</b>]]>', 'SEK'],
])('rejects the amount %j %s and names its path', async (value, currency) => {
  const error = await failureOf(total(value, currency));
  expect(error).toMatchObject({ kind: 'content', mayHaveHappened: true, retrySafe: true });
  expect(error.message).toContain('receipt.invoice.totalAmount');
});

test('treats nil fields as absent and ignores prefixes and unknown fields', async () => {
  answer = `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Header><any/></e:Header><e:Body>
    <getPaymentStatusResponse xmlns="http://external.interfaces.ers.seamless.com/" xmlns:i="http://www.w3.org/2001/XMLSchema-instance">
      <return><ersReference i:nil="true"/><resultCode>0</resultCode><resultDescription>SUCCESS</resultDescription>
      <status>ISSUED</status><receipt i:nil="1"/><version>0</version><__proto__>x</__proto__><later>y</later></return>
    </getPaymentStatusResponse></e:Body></e:Envelope>`;
  expect(await client.getPaymentStatus({ invoiceReference: '77', invoiceVersion: 0 })).toEqual({
    status: 'ISSUED',
    version: 0,
    customerTokens: [],
  });
});

test('ignores href, id and xsi:type', async () => {
  const paid = `<totalAmount id="paid"><currency>SEK</currency><value>1</value></totalAmount>`;
  const xsi = 'http://www.w3.org/2001/XMLSchema-instance';
  const answered = await status(`<status id="s" href="#r">ISSUED</status><receipt href="#r"/><version>3</version>
    <later id="r"><terminalId>till-7</terminalId><invoice>${paid}</invoice></later>
    <receiptOf xmlns:i="${xsi}" i:type="receipt"><status href="#s"/></receiptOf>`);
  expect(answered).toEqual({ status: 'ISSUED', version: 3, receipt: {}, customerTokens: [] });
  const error = await failureOf(
    status(`<status>PAID</status><version>3</version><later>${paid}</later>
      <receipt><invoice><totalAmount href="#paid"/></invoice></receipt>`),
  );
  expect(error).toMatchObject({ kind: 'content' });
  expect(error.message).toContain('receipt.invoice.totalAmount');
});

test.each(['__proto__', 'constructor', 'hasOwnProperty', 'attributes', 'Fault', 'cancelInvoice', 'Ωé', '𐀀'])(
  'ignores an element with the name %s',
  async (name) => {
    const strange = `<${name}><status>PAID</status><version>9</version></${name}>`;
    const answered = await status(`${strange}<status>ISSUED</status><version>3</version>${strange}<${name}/>
      <customerTokens><token><${name}>x</${name}><status>0</status></token></customerTokens>`);
    expect(answered).toEqual({ status: 'ISSUED', version: 3, customerTokens: [{ status: 0 }] });
    expect(Object.prototype).not.toHaveProperty('version');
    const instead = await failureOf(status(`<status><${name}/></status><version>3</version>`));
    expect(instead).toMatchObject({ kind: 'content' });
    const within = await failureOf(
      status(`<ersReference><${name}/></ersReference><status>ISSUED</status><version>3</version>`),
    );
    expect(within.message).toContain('ersReference');
  },
);

test('treats empty elements as absent', async () => {
  const answered =
    await status(`<ersReference/><status>ISSUED</status><version>3</version><customerTokens> </customerTokens>
    <receipt><paymentDate/><terminalId> </terminalId><invoice/></receipt>`);
  expect(answered).toEqual({ status: 'ISSUED', version: 3, receipt: { invoice: {} }, customerTokens: [] });
});

test('reads a refund’s reference, a terminal and a period', async () => {
  answer = answerOf('refundPayment', `<ersReference>2026</ersReference>${success}`);
  expect(await client.refundPayment({ ersReference: '1', invoice: {} })).toEqual({ ersReference: '2026' });
  answer = answerOf('registerTerminal', `${success}<terminalId>87e7</terminalId>`);
  expect(await client.registerTerminal({ externalTerminalId: '8', password: 'abcd' })).toEqual({ terminalId: '87e7' });
  answer = answerOf('markTransactionPeriod', `${success}<transactionPeriodId>2012</transactionPeriodId>`);
  expect(await client.markTransactionPeriod()).toEqual({ transactionPeriodId: '2012' });
  answer = answerOf('benchmarkingNop', success);
  expect(await client.benchmarkingNop()).toEqual({});
});

test('reads a report’s XML, also in CDATA, and its bytes', async () => {
  const inner = '<?xml version="1.0"?>\n<ShopTransactionSummary>\n  <Row/>\n</ShopTransactionSummary>\n';
  answer = answerOf(
    'executeReport',
    `${success}<report><title>Shop_20.xml</title><mimeType>text/html</mimeType><content>
      ${Buffer.from(inner).toString('base64')}
    </content><contentString><![CDATA[${inner}]]></contentString></report>`,
  );
  const report = await client.executeReport({ reportId: 'Reconciliation/Shop.xml' });
  expect(report).toMatchObject({ title: 'Shop_20.xml', mimeType: 'text/html', contentString: inner });
  expect(Buffer.from(report.content ?? []).toString()).toBe(inner);
});

test('accepts an empty report and rejects an answer without a report', async () => {
  answer = answerOf('executeReport', `${success}<report><content/><contentString> \n</contentString></report>`);
  expect(await client.executeReport({ reportId: 'r' })).toEqual({ content: Buffer.of(), contentString: ' \n' });
  answer = answerOf('executeReport', success);
  expect((await failureOf(client.executeReport({ reportId: 'r' }))).message).toContain('report');
});

test('allows larger reports than other answers', async () => {
  const text = 'x'.repeat(1_200_000);
  answer = answerOf('executeReport', `${success}<report><contentString>${text}</contentString></report>`);
  expect((await client.executeReport({ reportId: 'r' })).contentString).toHaveLength(text.length);
});
