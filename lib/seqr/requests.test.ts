import { afterAll, beforeAll, expect, test } from 'vitest';
import { money } from '../money';
import { answerOf, createTestClient, startService, success, type TestService } from '../testing/test-service';
import type { SeqrClient } from './client';
import { readEnvelope } from './read-envelope';

let service: TestService;
let client: SeqrClient;

beforeAll(async () => {
  service = await startService((response, body) => {
    const operation = /<ext:(\w+)/.exec(body)?.[1] ?? '';
    const more: Record<string, string> = {
      sendInvoice: '<invoiceQRCode>HTTP://SEQR.SE/R1</invoiceQRCode><invoiceReference>1</invoiceReference>',
      getPaymentStatus: '<status>ISSUED</status><version>0</version>',
      registerTerminal: '<terminalId>t</terminalId>',
      markTransactionPeriod: '<transactionPeriodId>p</transactionPeriodId>',
      executeReport: '<report><title>r</title></report>',
    };
    response.end(answerOf(operation, success + (more[operation] ?? '')));
  });
  client = createTestClient(service.address);
});

afterAll(async () => {
  client.close();
  await service.close();
});

const context = (principal: string, password: string) => `<context>
  <channel>WS</channel>
  <clientId>Pine &amp; Sons</clientId>
  <clientReference>pine 1.0</clientReference>
  <clientRequestTimeout>0</clientRequestTimeout>
  <initiatorPrincipalId>${principal}</initiatorPrincipalId>
  <password>${password}</password>
</context>`;
const terminal = context('<id>till-7</id><type>TERMINALID</type>', 'terminal-secret');
const reseller = context('<id>pine-shop</id><type>RESELLERUSER</type><userId>9900</userId>', 'reseller-secret');

/** Returns the content of the SOAP body that a call sends, and expects exactly one request. */
async function sent(call: () => Promise<unknown>): Promise<string> {
  service.requests.length = 0;
  await call();
  expect(service.requests).toHaveLength(1);
  return (
    /^<\?xml version="1.0" encoding="utf-8"\?><soap:Envelope xmlns:soap="http:\/\/schemas.xmlsoap.org\/soap\/envelope\/"[^>]*><soap:Body>(.*)<\/soap:Body><\/soap:Envelope>$/s.exec(
      service.requests[0] ?? '',
    )?.[1] ?? ''
  );
}

const message = (operation: string, fields: string) =>
  `<ext:${operation} xmlns:ext="http://external.interfaces.ers.seamless.com/">${fields}</ext:${operation}>`.replace(
    />\s+</g,
    '><',
  );

test('sends the fields of sendInvoice in the contract’s order, whatever the caller’s order', async () => {
  const body = await sent(() =>
    client.sendInvoice({
      tokens: [{ status: 0, value: 'K-1', id: 'card', description: 'Loyalty' }, { status: 1 }],
      invoice: {
        commitReservationTimeout: 600,
        notificationUrl: 'http://shop.test/notify?order=a&b=c',
        backURL: 'http://shop.test/back',
        footer: 'Tack!',
        cashierId: 'web',
        totalAmount: money(49_990, 'SEK'),
        invoiceRows: [
          {
            itemUnitPrice: money(25_000, 'SEK'),
            itemUnit: 'pcs',
            itemTotalAmount: money(50_000, 'SEK'),
            itemTaxRate: 25,
            itemSKU: 'P-1',
            itemQuantity: 2,
            itemEAN: '7350000000001',
            itemDiscount: money(0, 'SEK'),
            itemDescription: 'Lantern <oak> & glass',
          },
          { itemDescription: 'Rebate', itemQuantity: '0.5', itemTotalAmount: money(-10, 'SEK') },
        ],
        clientInvoiceId: '1001',
        title: 'Order 1001 – åäö 🌲',
        issueDate: new Date('2026-01-02T03:04:05Z'),
        acknowledgmentMode: 'NO_ACKNOWLEDGMENT',
        paymentMode: 'IMMEDIATE_DEBIT',
      },
    }),
  );
  expect(body).toBe(
    message(
      'sendInvoice',
      `${terminal}
      <invoice>
        <paymentMode>IMMEDIATE_DEBIT</paymentMode>
        <acknowledgmentMode>NO_ACKNOWLEDGMENT</acknowledgmentMode>
        <issueDate>2026-01-02T03:04:05.000Z</issueDate>
        <title>Order 1001 – åäö 🌲</title>
        <clientInvoiceId>1001</clientInvoiceId>
        <invoiceRows>
          <invoiceRow>
            <itemDescription>Lantern &lt;oak&gt; &amp; glass</itemDescription>
            <itemDiscount><currency>SEK</currency><value>0.00</value></itemDiscount>
            <itemEAN>7350000000001</itemEAN>
            <itemQuantity>2</itemQuantity>
            <itemSKU>P-1</itemSKU>
            <itemTaxRate>25</itemTaxRate>
            <itemTotalAmount><currency>SEK</currency><value>500.00</value></itemTotalAmount>
            <itemUnit>pcs</itemUnit>
            <itemUnitPrice><currency>SEK</currency><value>250.00</value></itemUnitPrice>
          </invoiceRow>
          <invoiceRow>
            <itemDescription>Rebate</itemDescription>
            <itemQuantity>0.5</itemQuantity>
            <itemTotalAmount><currency>SEK</currency><value>-0.10</value></itemTotalAmount>
          </invoiceRow>
        </invoiceRows>
        <totalAmount><currency>SEK</currency><value>499.90</value></totalAmount>
        <cashierId>web</cashierId>
        <footer>Tack!</footer>
        <backURL>http://shop.test/back</backURL>
        <notificationUrl>http://shop.test/notify?order=a&amp;b=c</notificationUrl>
        <commitReservationTimeout>600</commitReservationTimeout>
      </invoice>
      <tokens><description>Loyalty</description><id>card</id><status>0</status><value>K-1</value></tokens>
      <tokens><status>1</status></tokens>`,
    ),
  );
});

const invoice = { title: 'Changed', totalAmount: money(1022, 'SEK') };
const invoiceXml =
  '<invoice><title>Changed</title><totalAmount><currency>SEK</currency><value>10.22</value></totalAmount></invoice>';
const periodXml = (entries: string) => `<parameters><parameter>${entries}</parameter></parameters>`;

const operations: [operation: string, call: () => Promise<unknown>, fields: string][] = [
  [
    'updateInvoice',
    () => client.updateInvoice({ tokens: [{ status: 90, id: 'c' }], invoice, invoiceReference: '77' }),
    `${terminal}<invoiceReference>77</invoiceReference>${invoiceXml}<tokens><id>c</id><status>90</status></tokens>`,
  ],
  [
    'getPaymentStatus',
    () => client.getPaymentStatus({ invoiceVersion: 3, invoiceReference: '77' }),
    `${terminal}<invoiceReference>77</invoiceReference><invoiceVersion>3</invoiceVersion>`,
  ],
  [
    'cancelInvoice',
    () => client.cancelInvoice({ invoiceReference: '77' }),
    `${terminal}<invoiceReference>77</invoiceReference>`,
  ],
  [
    'commitReservation',
    () => client.commitReservation({ invoiceReference: '77', amount: money(5, 'EUR') }),
    `${terminal}<amount><currency>EUR</currency><value>0.05</value></amount><invoiceReference>77</invoiceReference>`,
  ],
  [
    'commitReservation',
    () => client.commitReservation({ invoiceReference: '77' }),
    `${terminal}<invoiceReference>77</invoiceReference>`,
  ],
  [
    'submitPaymentReceipt',
    () =>
      client.submitPaymentReceipt({
        receiptDocument: {
          receiptType: 'PAYMENT_RECEIPT',
          receiptData: Buffer.from('<p>å</p>'),
          mimeType: 'text/html',
        },
        ersReference: '2026',
      }),
    `${terminal}<ersReference>2026</ersReference><receiptDocument><mimeType>text/html</mimeType>
    <receiptData>PHA+w6U8L3A+</receiptData><receiptType>PAYMENT_RECEIPT</receiptType></receiptDocument>`,
  ],
  [
    'refundPayment',
    () => client.refundPayment({ invoice, ersReference: '2026' }),
    `${terminal}<ersReference>2026</ersReference>${invoiceXml}`,
  ],
  [
    'registerTerminal',
    () => client.registerTerminal({ name: 'Till 8', password: 'new-secret', externalTerminalId: 'Shop 1/8' }),
    `${reseller}<externalTerminalId>Shop 1/8</externalTerminalId><password>new-secret</password><name>Till 8</name>`,
  ],
  ['unregisterTerminal', () => client.unregisterTerminal(), terminal],
  [
    'unregisterTerminal',
    () => client.unregisterTerminal({ as: { id: 'till-8', password: 'new-secret' } }),
    context('<id>till-8</id><type>TERMINALID</type>', 'new-secret'),
  ],
  ['unregisterTerminal', () => client.unregisterTerminal({ as: 'reseller' }), reseller],
  ['assignSeqrId', () => client.assignSeqrId({ seqrId: 'ABC123' }), `${terminal}<seqrId>ABC123</seqrId>`],
  ['markTransactionPeriod', () => client.markTransactionPeriod(), reseller],
  [
    'markTransactionPeriod',
    () => client.markTransactionPeriod({ parameters: { TERMINALID: 'till-7' } }),
    reseller + periodXml('<entry><key>TERMINALID</key><value>till-7</value></entry>'),
  ],
  [
    'executeReport',
    () =>
      client.executeReport({
        parameters: { transactionPeriodId: '20', other: 'x' },
        language: 'sv',
        reportId: 'Reconciliation/Shop.xml',
      }),
    `${reseller}<reportId>Reconciliation/Shop.xml</reportId><language>sv</language>${periodXml(
      `<entry><key>transactionPeriodId</key><value>20</value></entry><entry><key>other</key><value>x</value></entry>`,
    )}`,
  ],
  ['benchmarkingNop', () => client.benchmarkingNop(), ''],
];

test.each(operations)('sends %s as SEQR’s published contract defines it', async (operation, call, fields) => {
  expect(await sent(call)).toBe(message(operation, fields));
});

test('does not change a reseller id that already contains the user (`shop/9900`)', async () => {
  const other = createTestClient(service.address, { reseller: { id: 'pine-shop/9900', password: 'reseller-secret' } });
  const body = await sent(() => other.markTransactionPeriod());
  other.close();
  expect(body).toContain(
    '<initiatorPrincipalId><id>pine-shop/9900</id><type>RESELLERUSER</type></initiatorPrincipalId>',
  );
});

test('escapes markup and line breaks, and replaces characters that are invalid in XML', async () => {
  const title = '<![CDATA[]]></title><password>x</password>]]>\u0000\uD800\r\n&amp;';
  const body = await sent(() => client.sendInvoice({ invoice: { title, invoiceRows: [] } }));
  expect(body).toContain(
    '<title>&lt;![CDATA[]]&gt;&lt;/title&gt;&lt;password&gt;x&lt;/password&gt;]]&gt;\uFFFD\uFFFD&#xD;&#xA;&amp;amp;</title>',
  );
});

test.each([
  '<![CDATA[]]>',
  '<![CDATA[</title><password>x</password>]]>',
  '<![CDATA[a]]>\r\n<b/>]]>]]>',
  '<![CDATA[<![CDATA[x]]>',
  ' a "quoted" text\twith \'both\' ends ',
])('sends the text %j so that it arrives unchanged', async (title) => {
  await sent(() => client.sendInvoice({ invoice: { title } }));
  const message = readEnvelope(service.requests[0] ?? '');
  expect(message).toMatchObject({ name: 'sendInvoice', content: { invoice: { title } } });
});

test('refuses to send a fractional quantity', async () => {
  const rows = [{ itemQuantity: 1.5 }];
  service.requests.length = 0;
  await expect(client.sendInvoice({ invoice: { invoiceRows: rows } })).rejects.toThrow(RangeError);
  expect(service.requests).toEqual([]);
});

test('refuses to create a client whose clientReference or channel is too long', () => {
  expect(() => createTestClient(service.address, { clientReference: 'x'.repeat(33) })).toThrow(/clientReference/);
  expect(() => createTestClient(service.address, { channel: 'x'.repeat(41) })).toThrow(/channel/);
});
