// Complete messages as printed on the SEQR developer site (API, Reporting). Client and sandbox share a contract file, so
// these tests guard against a mistake in it.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestSandbox, post, type TestSandbox } from '../../testing/sandbox/test-sandbox';
import { payInvoice } from '../payers/pay-invoice';

let test: TestSandbox;
beforeAll(async () => {
  test = await openTestSandbox();
});
afterAll(() => test.close());

const request = (operation: string, fields: string, principal = terminal) => `<soapenv:Envelope
    xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"
    xmlns:ext="http://external.interfaces.ers.seamless.com/">
  <soapenv:Header/>
  <soapenv:Body>
    <ext:${operation}>
      <context>
        <channel>WS</channel>
        <clientComment>a comment</clientComment>
        <clientId>Fish and Sons</clientId>
        <clientReference>till 1.0</clientReference>
        <clientRequestTimeout>0</clientRequestTimeout>
        ${principal}
      </context>
      ${fields}
    </ext:${operation}>
  </soapenv:Body>
</soapenv:Envelope>
`;
const terminal = `<initiatorPrincipalId>
          <id>public_test_shop_terminal</id>
          <type>TERMINALID</type>
        </initiatorPrincipalId>
        <password>12345678</password>`;
const reseller = `<initiatorPrincipalId>
          <id>public_test_shop</id>
          <type>RESELLERUSER</type>
          <userId>9900</userId>
        </initiatorPrincipalId>
        <password>1234</password>`;

async function exchange(operation: string, fields: string, principal?: string): Promise<string> {
  const response = await post(test.sandbox, request(operation, fields, principal));
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/xml; charset=utf-8']);
  return response.text();
}

const answer = (operation: string, fields: string) =>
  '<?xml version="1.0" encoding="UTF-8"?>' +
  '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>' +
  `<ns2:${operation}Response xmlns:ns2="http://external.interfaces.ers.seamless.com/"><return>${fields}</return>` +
  `</ns2:${operation}Response></soap:Body></soap:Envelope>`;
const ok = '<resultCode>0</resultCode><resultDescription>SUCCESS</resultDescription>';

const invoice = `<invoice>
        <acknowledgmentMode>NO_ACKNOWLEDGMENT</acknowledgmentMode>
        <title>Order 88</title>
        <cashierId>Ann</cashierId>
        <invoiceRows>
          <invoiceRow>
            <itemDescription>Herring, three kinds</itemDescription>
            <itemQuantity>2</itemQuantity>
            <itemSKU>88-1</itemSKU>
            <itemTaxRate>12</itemTaxRate>
            <itemTotalAmount>
              <currency>SEK</currency>
              <value>10.22</value>
            </itemTotalAmount>
            <itemUnit></itemUnit>
            <itemUnitPrice>
              <currency>SEK</currency>
              <value>5.11</value>
            </itemUnitPrice>
          </invoiceRow>
        </invoiceRows>
        <totalAmount>
          <currency>SEK</currency>
          <value>10.22</value>
        </totalAmount>
        <notificationUrl>http://127.0.0.1:1/notify</notificationUrl>
      </invoice>`;

async function sendInvoice(): Promise<string> {
  const xml = await exchange('sendInvoice', invoice);
  const reference = /<invoiceReference>(\d{13})</.exec(xml)?.[1] ?? '';
  const fields = `<invoiceQRCode>HTTP://SEQR.SE/R${reference}</invoiceQRCode><invoiceReference>${reference}</invoiceReference>`;
  expect(xml).toBe(answer('sendInvoice', ok + fields));
  return reference;
}

const statusOf = (reference: string) =>
  exchange(
    'getPaymentStatus',
    `<invoiceVersion>0</invoiceVersion>
      <invoiceReference>${reference}</invoiceReference>`,
  );

async function buy(): Promise<{ reference: string; ersReference: string; status: string }> {
  const reference = await sendInvoice();
  await payInvoice(test.sandbox, reference, '1234');
  const status = await statusOf(reference);
  return { reference, ersReference: /<ersReference>(\d{25})</.exec(status)?.[1] ?? '', status };
}

it('answers sendInvoice, and getPaymentStatus before and after the payment, as printed', async () => {
  const open = await sendInvoice();
  const noCards = '<customerTokens></customerTokens>';
  const unpaid = `${ok}<status>ISSUED</status>${noCards}<version>0</version>`;
  expect(await statusOf(open)).toBe(answer('getPaymentStatus', unpaid));

  const { reference, ersReference, status } = await buy();
  const at = /<paymentDate>(\d{4}-\d\d-\d\dT[\d:.]+Z)</.exec(status)?.[1];
  const sum = '<currency>SEK</currency><value>10.22</value>';
  const receipt =
    `<receipt><terminalId>public_test_shop_terminal</terminalId><paymentDate>${at}</paymentDate>` +
    `<invoiceReference>${reference}</invoiceReference><paymentReference>${ersReference}</paymentReference>` +
    '<payerTerminalId>default</payerTerminalId><receiverName>Tallbacka</receiverName><invoice>' +
    '<paymentMode>IMMEDIATE_DEBIT</paymentMode><acknowledgmentMode>NO_ACKNOWLEDGMENT</acknowledgmentMode>' +
    '<title>Order 88</title><invoiceRows><invoiceRow><itemDescription>Herring, three kinds</itemDescription>' +
    '<itemQuantity>2</itemQuantity><itemSKU>88-1</itemSKU><itemTaxRate>12</itemTaxRate>' +
    `<itemTotalAmount>${sum}</itemTotalAmount><itemUnitPrice>${sum.replace('10.22', '5.11')}</itemUnitPrice>` +
    `</invoiceRow></invoiceRows><totalAmount>${sum}</totalAmount><cashierId>Ann</cashierId>` +
    '<notificationUrl>http://127.0.0.1:1/notify</notificationUrl></invoice></receipt>';
  const paid = `<ersReference>${ersReference}</ersReference>${ok}<status>PAID</status>${receipt}${noCards}<version>1</version>`;
  expect(status).toBe(answer('getPaymentStatus', paid));
});

it('answers updateInvoice and cancelInvoice as printed', async () => {
  const reference = await sendInvoice();
  const update = `<invoiceReference>${reference}</invoiceReference>
      <invoice>
        <title>Order 88, changed</title>
        <cashierId>Ann</cashierId>
        <totalAmount>
          <currency>SEK</currency>
          <value>9.99</value>
        </totalAmount>
      </invoice>`;
  expect(await exchange('updateInvoice', update)).toBe(answer('updateInvoice', ok));
  const named = `<invoiceReference>${reference}</invoiceReference>`;
  expect(await exchange('cancelInvoice', named)).toBe(answer('cancelInvoice', ok));
  expect(await exchange('cancelInvoice', named)).toBe(
    answer(
      'cancelInvoice',
      '<resultCode>95</resultCode><resultDescription>INVOICE_ALREADY_CANCELED</resultDescription>',
    ),
  );
});

it('answers commitReservation as printed', async () => {
  const xml = await exchange(
    'sendInvoice',
    invoice.replace('<title>', '<paymentMode>RESERVATION_REQUIRED</paymentMode><title>'),
  );
  const reference = /<invoiceReference>(\d+)</.exec(xml)?.[1] ?? '';
  await payInvoice(test.sandbox, reference, '1234');
  const commit = `<amount>
        <currency>SEK</currency>
        <value>5</value>
      </amount>
      <invoiceReference>${reference}</invoiceReference>`;
  expect(await exchange('commitReservation', commit)).toMatch(
    /<return><ersReference>\d{25}<\/ersReference><resultCode>0</,
  );
});

it('answers submitPaymentReceipt and refundPayment as printed', async () => {
  const { ersReference } = await buy();
  const document = `<ersReference>${ersReference}</ersReference>
      <receiptDocument>
        <mimeType>plain/xml</mimeType>
        <receiptData>PGtvcHA+MjwvaG9wcD4=</receiptData>
        <receiptType>xxx</receiptType>
      </receiptDocument>`;
  const own = `<ersReference>${ersReference}</ersReference>`;
  expect(await exchange('submitPaymentReceipt', document)).toBe(answer('submitPaymentReceipt', own + ok));
  const refund = `${own}
      <invoice>
        <title>Refund</title>
        <cashierId>Ann</cashierId>
        <totalAmount>
          <currency>SEK</currency>
          <value>10.22</value>
        </totalAmount>
      </invoice>`;
  const xml = await exchange('refundPayment', refund);
  const reference = /<ersReference>(\d{25})</.exec(xml)?.[1];
  expect(xml).toBe(answer('refundPayment', `<ersReference>${reference}</ersReference>${ok}`));
  expect(reference).not.toBe(ersReference);
});

it('answers registerTerminal, assignSeqrId and unregisterTerminal as printed', async () => {
  const fields = `<externalTerminalId>Shop 1/POS 2</externalTerminalId>
      <password>secret</password>
      <name>Fish and Sons, by the door</name>`;
  const xml = await exchange('registerTerminal', fields, reseller);
  const id = /<terminalId>([0-9a-f]{32})</.exec(xml)?.[1] ?? '';
  expect(xml).toBe(answer('registerTerminal', `${ok}<terminalId>${id}</terminalId>`));
  const till = terminal.replace('public_test_shop_terminal', id).replace('12345678', 'secret');
  expect(await exchange('assignSeqrId', '<seqrId>FISH88</seqrId>', till)).toBe(answer('assignSeqrId', ok));
  expect(await exchange('unregisterTerminal', '', till)).toBe(answer('unregisterTerminal', ok));
});

it('answers markTransactionPeriod and executeReport as printed', async () => {
  const ofTerminal = `<parameters>
        <parameter>
          <entry>
            <key>TERMINALID</key>
            <value>public_test_shop_terminal</value>
          </entry>
        </parameter>
      </parameters>`;
  const marked = await exchange('markTransactionPeriod', ofTerminal, reseller);
  const period = /<transactionPeriodId>(\d{25})</.exec(marked)?.[1] ?? '';
  expect(marked).toBe(answer('markTransactionPeriod', `${ok}<transactionPeriodId>${period}</transactionPeriodId>`));
  const report = `<reportId>Reconciliation/STD_RECON_006.xml</reportId>
      <language>en</language>
      ${ofTerminal.replace('TERMINALID', 'transactionPeriodId').replace('public_test_shop_terminal', period)}`;
  expect(await exchange('executeReport', report, reseller)).toBe(
    answer('executeReport', '<resultCode>2</resultCode><resultDescription>REPORT_NOT_READY</resultDescription>'),
  );
  await test.advance(3);
  const ready = await exchange('executeReport', report, reseller);
  expect(ready).toMatch(
    new RegExp(
      `<report><title>STD_RECON_006_${period}.xml</title><mimeType>text/html</mimeType><content>[A-Za-z0-9+/=]+</content><contentString>&lt;\\?xml`,
    ),
  );
});
