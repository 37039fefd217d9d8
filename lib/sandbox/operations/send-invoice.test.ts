import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amount, openTestSandbox, type TestSandbox, terminalContext } from '../../testing/sandbox/test-sandbox';
import { payInvoice } from '../payers/pay-invoice';

let test: TestSandbox;
beforeAll(async () => {
  test = await openTestSandbox();
});
afterAll(() => test.close());

const noAcknowledgment = '<acknowledgmentMode>NO_ACKNOWLEDGMENT</acknowledgmentMode>';
const send = async (invoice: string) => {
  const mode = invoice.includes('<acknowledgmentMode>') ? '' : noAcknowledgment;
  return test.call('sendInvoice', `<invoice>${invoice}${mode}</invoice>`);
};
const sek = (value: string) => amount('totalAmount', value);
const row = (fields: string) => `<invoiceRow><itemDescription>Mug</itemDescription>${fields}</invoiceRow>`;

describe('sendInvoice', () => {
  it.each([
    ['title', 1_000, 49],
    ['clientInvoiceId', 200, 49],
    ['cashierId', 200, 49],
    ['footer', 2_000, 49],
    ['backURL', 2_000, 49],
    ['notificationUrl', 2_000, 49],
  ])('limits %s to %d characters', async (field, longest, code) => {
    const start = field.endsWith('l') || field.endsWith('L') ? 'http://a/' : '';
    const of = (length: number) => `${sek('1')}<${field}>${start.padEnd(length, 'a')}</${field}>`;
    expect((await send(of(longest))).code).toBe(0);
    expect((await send(of(longest + 1))).code).toBe(code);
  });

  it('limits a row’s description to 1000 characters', async () => {
    const of = (length: number) =>
      `${sek('1')}<invoiceRow><itemDescription>${'a'.repeat(length)}</itemDescription></invoiceRow>`;
    expect([(await send(of(1_000))).code, (await send(of(1_001))).code]).toEqual([0, 49]);
  });

  it('limits a clientId to 200 characters', async () => {
    const as = (length: number) =>
      terminalContext().replace('<channel>', `<clientId>${'a'.repeat(length)}</clientId><channel>`);
    const invoice = `<invoice>${sek('1')}</invoice>`;
    expect((await test.call('sendInvoice', invoice, as(200))).code).toBe(0);
    expect((await test.call('sendInvoice', invoice, as(201))).code).toBe(90);
  });

  it('limits an invoice to 100 tokens', async () => {
    const tokens = (count: number) => '<tokens><id>1</id></tokens>'.repeat(count);
    const invoice = `<invoice>${sek('1')}</invoice>`;
    expect((await test.call('sendInvoice', invoice + tokens(100))).code).toBe(0);
    expect((await test.call('sendInvoice', invoice + tokens(101))).code).toBe(49);
    expect((await test.call('sendInvoice', `${invoice}<tokens><id>${'1'.repeat(201)}</id></tokens>`)).code).toBe(49);
  });
});

describe('an amount', () => {
  it.each<[string, number, string?]>([
    ['16', 0, '16.00'],
    ['16.0', 0, '16.00'],
    ['16.00', 0, '16.00'],
    [' 1.50 ', 0, '1.50'],
    ['+1', 0, '1.00'],
    ['1.500', 0, '1.50'],
    ['.5', 0, '0.50'],
    ['9999999.99', 0, '9999999.99'],
    ['10000000', 11],
    ['0', 49],
    ['0.00', 49],
    ['-1', 49],
    ['1,50', 49],
    ['1.505', 49],
    ['1e2', 49],
    ['NaN', 49],
    ['INF', 49],
    ['0x10', 49],
    ['1 000', 49],
    ['', 49],
    ['1'.repeat(30), 49],
  ])('of %j is answered with %d', async (value, code, kept) => {
    const answer = await send(sek(value));
    expect(answer.code).toBe(code);
    if (kept === undefined) return;
    const reference = answer.get('invoiceReference') ?? '';
    await test.sandbox.db.write((tx) => tx.balance.updateMany({ data: { amount: 2_000_000_000 } }));
    await payInvoice(test.sandbox, reference, '1234');
    expect((await test.status(reference)).get('receipt/invoice/totalAmount/value')).toBe(kept);
  });

  it.each([
    ['SEK', '1.01', 0],
    ['EUR', '1.01', 0],
    ['HUF', '1.01', 0],
    ['JPY', '101', 0],
    ['JPY', '1.5', 49],
    ['JPY', '1.00', 0],
    ['sek', '1', 49],
    ['XYZ', '1', 49],
    ['', '1', 49],
    ['constructor', '1', 49],
  ])('in %s of %j is answered with %d', async (currency, value, code) => {
    expect((await send(amount('totalAmount', value, currency))).code).toBe(code);
  });
});

describe('a refused invoice', () => {
  it.each([
    ['no invoice', null, 49],
    ['no total', '<title>x</title>', 49],
    [
      'a row of another currency',
      `${sek('1')}<invoiceRows>${row(amount('itemTotalAmount', '1', 'EUR'))}</invoiceRows>`,
      49,
    ],
    ['a row with a bad amount', `${sek('1')}<invoiceRows>${row(amount('itemTotalAmount', '1.001'))}</invoiceRows>`, 49],
    [
      'a row with a bad quantity',
      `${sek('1')}<invoiceRows>${row('<itemQuantity>two</itemQuantity>')}</invoiceRows>`,
      49,
    ],
    ['1001 rows', `${sek('1')}<invoiceRows>${row('').repeat(1001)}</invoiceRows>`, 49],
    ['an unknown payment mode', `<paymentMode>LATER</paymentMode>${sek('1')}`, 49],
    ['a bad timeout', `${sek('1')}<commitReservationTimeout>soon</commitReservationTimeout>`, 49],
    ['a notificationUrl of another scheme', `${sek('1')}<notificationUrl>ftp://shop.example/</notificationUrl>`, 64],
    ['a script as notificationUrl', `${sek('1')}<notificationUrl>javascript:alert(1)</notificationUrl>`, 64],
    ['words as notificationUrl', `${sek('1')}<notificationUrl>notify me</notificationUrl>`, 64],
  ])('has %s', async (_name, invoice, code) => {
    const answer = invoice === null ? await test.call('sendInvoice') : await send(invoice);
    expect([answer.code, answer.names]).toEqual([code, ['resultCode', 'resultDescription']]);
  });
});

describe('sendInvoice from existing clients', () => {
  const two = (name: string) =>
    `<${name}><itemDescription>A</itemDescription></${name}><${name}><itemDescription>B</itemDescription></${name}>`;

  it.each([
    ['rows in their wrapper', `<invoiceRows>${two('invoiceRow')}</invoiceRows>${sek('1')}`],
    ['a bare list of rows', `${sek('1')}${two('invoiceRow')}`],
    ['the wrapper repeated', `${two('invoiceRows')}${sek('1')}`],
    ['an unknown element', `<invoiceRows>${two('invoiceRow')}</invoiceRows><sparkle/>${sek('1')}`],
  ])('accepts %s', async (_name, invoice) => {
    const reference = (await send(invoice)).get('invoiceReference') ?? '';
    await payInvoice(test.sandbox, reference, '1234');
    const { xml } = await test.status(reference);
    expect([...xml.matchAll(/<itemDescription>(\w)</g)].map(([, name]) => name)).toEqual(['A', 'B']);
  });

  it('accepts fields in any order, discounts, odd rates and dates without a time zone', async () => {
    const discount = row(`${amount('itemTotalAmount', '-10')}<itemTaxRate>-25</itemTaxRate><itemUnit></itemUnit>`);
    const invoice =
      `${sek('90')}<cashierId>Bo</cashierId><backURL>myshop://back</backURL><title>T</title>` +
      `<invoiceRows>${row(`<itemQuantity> +1 </itemQuantity>${amount('itemTotalAmount', ' 100 ')}`)}${discount}</invoiceRows>` +
      `<issueDate>2015-10-29T10:18:48</issueDate><footer/><acknowledgmentMode>NO_ACKNOWLEDGMENT</acknowledgmentMode>`;
    const reference = (await send(invoice)).get('invoiceReference') ?? '';
    await payInvoice(test.sandbox, reference, '1234');
    const status = await test.status(reference);
    expect(status.get('receipt/invoice/issueDate')).toBe('2015-10-29T10:18:48');
    expect(status.xml).toContain('<itemTotalAmount><currency>SEK</currency><value>-10.00</value>');
  });

  it.each([
    ['2016-02-29T23:59:59.123+14:00', true],
    ['2015-02-29T10:00:00Z', false],
    ['2015-02-30T10:00:00Z', false],
    ['2015-13-01T10:00:00Z', false],
    ['0000-01-01T10:00:00Z', false],
    ['2015-10-29T24:00:00Z', false],
    ['2015-10-29T10:60:00Z', false],
    ['2015-10-29T10:00:00+14:01', false],
    ['2015-10-29T10:00:00+15:00', false],
    ['2015-10-29T10:00:00+02:60', false],
    ['2015-10-29', false],
  ])('accepts the issueDate %s; the receipt has it: %s', async (date, kept) => {
    const { reference } = await test.buy('1', `<issueDate>${date}</issueDate>`);
    expect((await test.status(reference)).get('receipt/invoice/issueDate')).toBe(kept ? date : undefined);
  });

  it('treats xsi:nil and empty fields as absent', async () => {
    const nil = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"';
    const invoice = `<paymentMode ${nil}/><notificationUrl/><commitReservationTimeout ${nil}/>${sek('1')}<issueDate>soon</issueDate>`;
    expect((await send(invoice)).code).toBe(0);
    const tokens = '<tokens/><tokens>  </tokens><tokens><id>CARD</id></tokens>';
    const sent = await test.call('sendInvoice', `<invoice>${sek('1')}</invoice>${tokens}`);
    expect(sent.code).toBe(0);
    expect((await test.status(sent.get('invoiceReference') ?? '')).get('customerTokens/token/id')).toBe('CARD');
    const words = await test.call('sendInvoice', `<invoice>${sek('1')}</invoice><tokens>CARD</tokens>`);
    expect(words.code).toBe(49);
  });

  it('accepts fields that are wrongly qualified', async () => {
    const invoice = `<ext:invoice><ext:totalAmount><ext:currency>SEK</ext:currency><ext:value>1</ext:value></ext:totalAmount></ext:invoice>`;
    expect((await test.call('sendInvoice', invoice)).code).toBe(0);
  });
});
