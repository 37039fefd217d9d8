import { describe, expect, test } from 'vitest';
import type { XmlElement } from '../../xml/parse-xml';
import { checkMessage, PATHS } from './check-message';
import { addChild, EXAMPLE_HEADERS, exampleMessage, find, removeAll } from './example-messages';
import type { OperationName } from './expectations';
import { RULES } from './rules';

const ROW = 'invoice/invoiceRows/invoiceRow';
const PRINCIPAL = 'context/initiatorPrincipalId';
const ENTRY = 'parameters/parameter/entry';

const BROKEN: readonly [OperationName, string, readonly string[]][] = [
  ['sendInvoice', 'context/channel', ['x'.repeat(41)]],
  ['sendInvoice', 'context/clientComment', ['x'.repeat(81)]],
  ['sendInvoice', 'context/clientId', ['', ' ']],
  ['sendInvoice', 'context/clientReference', ['', 'x'.repeat(33)]],
  ['sendInvoice', 'context/clientRequestTimeout', ['', '-1', '1.5', '1e3', '9223372036854775808']],
  ['sendInvoice', `${PRINCIPAL}/id`, ['']],
  ['sendInvoice', `${PRINCIPAL}/type`, ['RESELLERUSER', 'terminalid', ' TERMINALID', '']],
  ['executeReport', `${PRINCIPAL}/type`, ['TERMINALID']],
  ['markTransactionPeriod', `${PRINCIPAL}/type`, ['TERMINALID']],
  ['markTransactionPeriod', `${PRINCIPAL}/userId`, ['9901', '']],
  ['cancelInvoice', 'context/password', ['']],
  ['sendInvoice', 'invoice/paymentMode', ['RESERVATION_DESIRED', 'RESERVATION_REQUIRED', '']],
  ['sendInvoice', 'invoice/acknowledgmentMode', ['REQUIRE_ACKNOWLEDGMENT', 'OPTIONAL_ACKNOWLEDGMENT', '']],
  [
    'sendInvoice',
    'invoice/issueDate',
    ['2016-02-29', '2016-02-29T10:00:00', '2015-02-29T10:00:00Z', '2016-02-01T24:30:00Z', '2016-02-01T10:00:00+15:00'],
  ],
  ['sendInvoice', 'invoice/title', ['']],
  ['sendInvoice', 'invoice/clientInvoiceId', ['']],
  ['sendInvoice', 'invoice/cashierId', ['']],
  ['sendInvoice', 'invoice/totalAmount/currency', ['sek', 'XQQ', 'SE', '', 'SEK ']],
  ['sendInvoice', 'invoice/totalAmount/value', ['0', '0.00', '-1', '1,50', '1e2', 'NaN', '', '.']],
  ['refundPayment', 'invoice/totalAmount/value', ['-10.22', '0']],
  ['updateInvoice', 'invoice/totalAmount/value', ['0']],
  ['sendInvoice', 'invoice/backURL', ['shop://order/1', '/order/1', 'https://']],
  ['sendInvoice', 'invoice/notificationUrl', ['ftp://kiosk.example/', 'https://kiosk.example/a b', '']],
  ['sendInvoice', `${ROW}/itemDiscount/value`, ['free']],
  ['sendInvoice', `${ROW}/itemDiscount/currency`, ['kr']],
  ['sendInvoice', `${ROW}/itemQuantity`, ['0', '0.9', '-2', 'two', '']],
  ['sendInvoice', `${ROW}/itemTaxRate`, ['25%', '']],
  ['sendInvoice', `${ROW}/itemTotalAmount/value`, ['1 000', '']],
  ['sendInvoice', `${ROW}/itemTotalAmount/currency`, ['kr']],
  ['sendInvoice', `${ROW}/itemUnitPrice/value`, ['40:-']],
  ['sendInvoice', `${ROW}/itemUnitPrice/currency`, ['kr']],
  ['updateInvoice', 'tokens/id', ['']],
  ['updateInvoice', 'tokens/status', ['0', '2', '']],
  ['getPaymentStatus', 'invoiceReference', ['', 'R14', 'HTTP://SEQR.SE/R14']],
  ['getPaymentStatus', 'invoiceVersion', ['', '-1', '1.0', '2147483648']],
  ['refundPayment', 'ersReference', ['', '201602292359591230100000', '20160229235959123010000071']],
  ['submitPaymentReceipt', 'receiptDocument/mimeType', ['', 'html']],
  ['submitPaymentReceipt', 'receiptDocument/receiptData', ['<p>', 'PHA', 'PHA_']],
  ['submitPaymentReceipt', 'receiptDocument/receiptType', ['RECEIPT', '']],
  ['executeReport', 'reportId', ['', 'STD_RECON_003', 'Reconciliation/STD_RECON_005.xml']],
  ['markTransactionPeriod', `${ENTRY}/key`, ['terminalId']],
  ['executeReport', `${ENTRY}/key`, ['TransactionPeriodId']],
  ['markTransactionPeriod', `${ENTRY}/value`, ['']],
];

describe.each(BROKEN)('%s %s', (operation, path, texts) => {
  test.each(texts)('rejects “%s”', (text) => {
    const envelope = exampleMessage(operation);
    find(envelope, path).text = text;
    const deviations = checkMessage(operation, envelope, EXAMPLE_HEADERS);
    const shown = `At ${operation}/${path.replace(ROW, `${ROW}[1]`).replace('tokens', 'tokens[1]').replace(ENTRY, `${ENTRY}[1]`)}, `;
    expect(deviations.some((sentence) => sentence.startsWith(shown))).toBe(true);
  });
});

test('every constrained value has a broken variant', () => {
  const constrained = PATHS.filter(
    ({ form, values, maxLength }) => values || maxLength || (form && form !== 'any text'),
  );
  const broken = new Set(BROKEN.map(([, path]) => path));
  expect(constrained.map(({ path }) => path).filter((path) => !broken.has(path))).toEqual([]);
});

test('no deviation repeats the password', () => {
  const envelope = exampleMessage('sendInvoice');
  find(envelope, 'context/password').text = 'qzx';
  expect(checkMessage('sendInvoice', envelope, EXAMPLE_HEADERS).join()).not.toContain('qzx');
});

type RuleCase = [(typeof RULES)[number]['name'], OperationName, string, (envelope: XmlElement) => void];

const setText = (path: string, text: string) => (envelope: XmlElement) => {
  find(envelope, path).text = text;
};

const BROKEN_RULES: readonly RuleCase[] = [
  ['rows use the currency of the total', 'sendInvoice', 'itemDiscount', setText(`${ROW}/itemDiscount/currency`, 'EUR')],
  ['rows use the currency of the total', 'sendInvoice', 'Total', setText(`${ROW}/itemTotalAmount/currency`, 'EUR')],
  ['rows use the currency of the total', 'sendInvoice', 'Unit', setText(`${ROW}/itemUnitPrice/currency`, 'EUR')],
  ['a reseller user has userId 9900', 'executeReport', 'Id', (e) => removeAll(e, `${PRINCIPAL}/userId`)],
  ['a reseller user has userId 9900', 'markTransactionPeriod', 'Id', (e) => removeAll(e, `${PRINCIPAL}/userId`)],
  ['a terminal password has at least 4 characters', 'sendInvoice', 'length 3', setText('context/password', '123')],
  ['a terminal password has at least 4 characters', 'getPaymentStatus', 'length 3', setText('context/password', '123')],
  ['the newest version is acknowledged', 'getPaymentStatus', 'version 3', setText('invoiceVersion', '2')],
  ['receipt data has a MIME type', 'submitPaymentReceipt', 'mimeType', (e) => removeAll(e, 'receiptDocument/mimeType')],
  ['a report names its period', 'executeReport', 'no transactionPeriodId', setText(`${ENTRY}/key`, 'TERMINALID')],
  ['a report names its period', 'executeReport', 'P1', setText(`${ENTRY}/value`, 'P1')],
  [
    'a report names its period',
    'executeReport',
    '“7”',
    (e) =>
      addChild(e, 'parameters/parameter', 'entry', [
        { name: 'key', uri: '', attributes: [], children: [], text: 'transactionPeriodId' },
        { name: 'value', uri: '', attributes: [], children: [], text: '7' },
      ]),
  ],
];

describe('rules across fields', () => {
  test.each(BROKEN_RULES)('%s: a broken %s is reported with “%s”', (name, operation, found, change) => {
    const envelope = exampleMessage(operation);
    change(envelope);
    const { expected } = RULES.find((rule) => rule.name === name)!;
    const deviations = checkMessage(operation, envelope, EXAMPLE_HEADERS, 3);
    expect(deviations).toEqual([expect.stringContaining(expected)]);
    expect(deviations[0]).toContain(found);
  });

  test('each rule has a broken variant', () => {
    expect(new Set(BROKEN_RULES.map(([name]) => name))).toEqual(new Set(RULES.map(({ name }) => name)));
  });

  test('the id may carry the userId', () => {
    const envelope = exampleMessage('executeReport');
    removeAll(envelope, `${PRINCIPAL}/userId`);
    find(envelope, `${PRINCIPAL}/id`).text = 'kioskvinter/9900';
    expect(checkMessage('executeReport', envelope, EXAMPLE_HEADERS)).toEqual([]);
  });

  test('a receipt may have no document', () => {
    const envelope = exampleMessage('submitPaymentReceipt');
    removeAll(envelope, 'receiptDocument');
    expect(checkMessage('submitPaymentReceipt', envelope, EXAMPLE_HEADERS)).toEqual([]);
  });
});
