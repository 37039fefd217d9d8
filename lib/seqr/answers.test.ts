import { afterAll, beforeAll, expect, test } from 'vitest';
import { money } from '../money';
import type { SeqrClient } from './client';
import { answerOf, createTestClient, failureOf, startService, success, type TestService } from './test-service';

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

test('an issued invoice', async () => {
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

test('an unpaid status', async () => {
  expect(await status('<status>ISSUED</status><version>1</version>')).toEqual({
    status: 'ISSUED',
    version: 1,
    customerTokens: [],
  });
});

test('a paid status with its receipt and exact amount', async () => {
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
         <totalAmount><currency>SEK</currency><value>90071992547409.91</value></totalAmount>
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
      invoice: { totalAmount: money(9007199254740991, 'SEK') },
    },
  });
});

test.each(['PARTIALLY_PAID', 'SOMETHING_NEW'])('status %s reaches the caller', async (word) => {
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
])('customer tokens: %s', async (_, tokens, expected) => {
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
  ['1<![CDATA[0]]>.5&#48;', 1050],
  ['0.29', 29],
])('the amount %s is read exactly', async (value, minor) => {
  expect((await total(value)).receipt?.invoice?.totalAmount).toEqual(money(minor, 'SEK'));
});

test.each([
  ['1,50', 'SEK'],
  ['1.505', 'SEK'],
  ['1e2', 'SEK'],
  ['NaN', 'SEK'],
  ['999999999999999999999999999999', 'SEK'],
  ['', 'SEK'],
  ['1', 'XYZ'],
  ['1', '__proto__'],
])('the amount %j %s is refused, with the place named', async (value, currency) => {
  const error = await failureOf(total(value, currency));
  expect(error).toMatchObject({ kind: 'content', mayHaveHappened: true, retrySafe: true });
  expect(error.message).toContain('receipt.invoice.totalAmount');
});

test('fields that are nil count as absent, prefixes and unknown fields do not matter', async () => {
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

test('a refund’s own reference, a terminal, a period', async () => {
  answer = answerOf('refundPayment', `<ersReference>2026</ersReference>${success}`);
  expect(await client.refundPayment({ ersReference: '1', invoice: {} })).toEqual({ ersReference: '2026' });
  answer = answerOf('registerTerminal', `${success}<terminalId>87e7</terminalId>`);
  expect(await client.registerTerminal({ externalTerminalId: '8', password: 'abcd' })).toEqual({ terminalId: '87e7' });
  answer = answerOf('markTransactionPeriod', `${success}<transactionPeriodId>2012</transactionPeriodId>`);
  expect(await client.markTransactionPeriod()).toEqual({ transactionPeriodId: '2012' });
  answer = answerOf('benchmarkingNop', success);
  expect(await client.benchmarkingNop()).toEqual({});
});

test('a report keeps its XML, also in CDATA, and its bytes', async () => {
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

test('a report may be larger than other answers', async () => {
  const text = 'x'.repeat(1_200_000);
  answer = answerOf('executeReport', `${success}<report><contentString>${text}</contentString></report>`);
  expect((await client.executeReport({ reportId: 'r' })).contentString).toHaveLength(text.length);
});
