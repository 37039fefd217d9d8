import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestSandbox, type TestSandbox } from '../../testing/sandbox/test-sandbox';
import { newFault } from '../faults/fault';
import { payInvoice } from '../payers/pay-invoice';
import { getPaymentStatus, getStatus, sendInvoice } from './php-api';

let test: TestSandbox;
let hosted: TestSandbox;
beforeAll(async () => {
  test = await openTestSandbox();
  hosted = await openTestSandbox({ hosted: true });
});
afterAll(() => Promise.all([test.close(), hosted.close()]));

const EXCEPTION = { resultCode: 999, resultDescription: 'EXCEPTION', version: 0 };
const api = 'http://localhost/seqr-webshop-api';
const order = { title: 'Order 17', currency: 'SEK', items: [{ description: 'Coffee', amount: 12 }] };

function send(body: unknown, { sandbox } = test): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return sendInvoice(sandbox, new Request(`${api}/sendInvoice.php`, { method: 'POST', body: text }));
}

async function sent(body: unknown): Promise<string> {
  return (await (await send(body)).json()).invoiceReference;
}

const status = (query: string, { sandbox } = test) =>
  getPaymentStatus(sandbox, new Request(`${api}/getPaymentStatus.php?${query}`));
const shortStatus = (query: string) => getStatus(test.sandbox, new Request(`${api}/invoice.php?${query}`));

describe('sendInvoice.php', () => {
  it('returns the SOAP service’s answer to any origin', async () => {
    const response = await send(order);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('content-type')).toBe('application/json');
    const answer = await response.json();
    const { invoiceReference } = answer;
    expect(answer).toEqual({
      resultCode: 0,
      resultDescription: 'SUCCESS',
      invoiceQRCode: `HTTP://SEQR.SE/R${invoiceReference}`,
      invoiceReference,
    });
  });

  it.each([
    ['exact numbers', [33.33, 33.33, 33.34], '100.00'],
    ['decimals that floats cannot add', [0.1, 0.2], '0.30'],
    ['text', ['16.00', ' 4 ', '+1.5'], '21.50'],
    ['a discount', [20, -5], '15.00'],
  ])('adds up the items’ amounts: %s', async (_what, amounts, total) => {
    const reference = await sent({ ...order, items: amounts.map((amount) => ({ description: 'Thing', amount })) });
    await payInvoice(test.sandbox, reference, '1234');
    expect((await test.status(reference)).get('receipt/invoice/totalAmount/value')).toBe(total);
  });

  it('sends title, rows, addresses and NO_ACKNOWLEDGMENT', async () => {
    const [backURL, notificationUrl] = ['http://shop.example/back?a=1&b=2', 'http://127.0.0.1:9/notify'];
    const reference = await sent({ ...order, title: 'Tea & <cake>', backURL, notificationUrl });
    const invoice = await test.sandbox.db.read.invoice.findUniqueOrThrow({ where: { reference } });
    expect(invoice).toMatchObject({
      title: 'Tea & <cake>',
      backURL,
      notificationUrl,
      acknowledgmentMode: 'NO_ACKNOWLEDGMENT',
      total: 1200,
    });
    expect(JSON.parse(invoice.rows)).toMatchObject([{ description: 'Coffee', total: 1200 }]);
  });

  it.each([
    ['no items', { ...order, items: [] }, 49],
    ['no currency', { title: 'x', items: order.items }, 49],
    ['an unknown currency', { ...order, currency: 'XXX' }, 49],
    ['an invalid amount', { ...order, items: [{ amount: '1,50' }] }, 49],
    ['an item without an amount', { ...order, items: [{ description: 'Coffee' }] }, 49],
    ['more decimals than the currency has', { ...order, items: [{ amount: 1.505 }] }, 49],
    ['an excessive amount', { ...order, items: Array(50).fill({ amount: '90000000000000' }) }, 11],
    ['a notificationUrl of another scheme', { ...order, notificationUrl: 'ftp://shop.example' }, 64],
    ['an unknown terminal', { ...order, terminalId: 'nobody', password: 'x' }, 29],
    ['a wrong password', { ...order, terminalId: 'public_test_shop_terminal', password: 'x' }, 20],
  ])('returns the SOAP service’s code for %s', async (_what, body, code) => {
    const response = await send(body);
    expect([response.status, (await response.json()).resultCode]).toEqual([200, code]);
  });

  it.each([
    ['invalid JSON', 'hello'],
    ['an empty body', ''],
    ['a list', []],
    ['null', null],
    ['items that are not a list', { ...order, items: 'coffee' }],
    ['an amount that is an object', { ...order, items: [{ amount: {} }] }],
    ['a title that is an object', { ...order, title: {} }],
  ])('returns the exception without a stack trace for %s', async (_what, body) => {
    const response = await send(body);
    expect([response.status, await response.json()]).toEqual([200, EXCEPTION]);
  });

  it('accepts a body of up to 64 kB', async () => {
    const body = (length: number) => JSON.stringify({ ...order, comment: 'x'.repeat(length) });
    const rest = body(0).length;
    expect((await (await send(body(65_536 - rest))).json()).resultCode).toBe(0);
    const refused = await send(body(65_537 - rest));
    expect([refused.status, await refused.json()]).toEqual([413, EXCEPTION]);
  });

  it('ignores the address of another service', async () => {
    const answer = await (await send({ ...order, wsdl: 'http://127.0.0.1:1/other?wsdl' })).json();
    expect(answer.resultCode).toBe(0);
  });

  it('calls as the terminal in the request', async () => {
    const till = await test.registerTerminal();
    const reference = await sent({ ...order, terminalId: till.id, password: 'till-1' });
    expect((await (await status(`invoiceReference=${reference}`)).json()).resultCode).toBe(54);
    const own = await status(`invoiceReference=${reference}&terminalId=${till.id}&password=till-1`);
    expect((await own.json()).status).toBe('ISSUED');
  });

  it('requires credentials in a public sandbox', async () => {
    const refused = { resultCode: 21, resultDescription: 'ACCESS_DENIED' };
    expect(await (await send(order, hosted)).json()).toEqual(refused);
    expect(await (await status('invoiceReference=1', hosted)).json()).toEqual(refused);
    const credentials = { terminalId: 'public_test_shop_terminal', password: '12345678' };
    expect((await (await send({ ...order, ...credentials }, hosted)).json()).resultCode).toBe(0);
  });
});

describe('getPaymentStatus.php', () => {
  it('reports a payment and acknowledges it', async () => {
    const reference = await sent({ ...order, items: [...order.items, { description: 'Bun', amount: '3' }] });
    const open = await status(`invoiceReference=${reference}`);
    expect([open.headers.get('cache-control'), open.headers.get('access-control-allow-origin')]).toEqual([
      'no-cache',
      '*',
    ]);
    expect(await open.json()).toEqual({
      resultCode: 0,
      resultDescription: 'SUCCESS',
      status: 'ISSUED',
      customerTokens: {},
      version: 0,
    });

    await payInvoice(test.sandbox, reference, '1234');
    const paid = await (await status(`invoiceReference=${reference}`)).json();
    expect(paid).toMatchObject({ resultCode: 0, status: 'PAID', ersReference: expect.stringMatching(/^\d{25}$/) });
    expect(paid.receipt.invoice.invoiceRows.invoiceRow).toHaveLength(2);
    expect(paid.receipt.invoice.totalAmount).toEqual({ currency: 'SEK', value: '15.00' });
    await test.advance(21, { invoiceReference: reference });
    expect((await (await status(`invoiceReference=${reference}`)).json()).status).toBe('PAID');
  });

  it('accepts the reference as a form, like a notification’s', async () => {
    const body = new URLSearchParams({ invoiceReference: await sent(order) });
    const request = new Request(`${api}/getPaymentStatus.php`, { method: 'POST', body });
    expect((await (await getPaymentStatus(test.sandbox, request)).json()).status).toBe('ISSUED');
    const large = new Request(`${api}/getPaymentStatus.php`, { method: 'POST', body: 'x'.repeat(65_537) });
    expect((await getPaymentStatus(test.sandbox, large)).status).toBe(413);
  });

  it.each(['', 'invoiceReference=', 'invoiceReference=1', 'invoiceReference=%3Cx%3E', 'invoiceReference=%00'])(
    'answers 54 to %j',
    async (query) => {
      expect(await (await status(query)).json()).toMatchObject({
        resultCode: 54,
        resultDescription: 'INVALID_INVOICE_REFERENCE',
      });
    },
  );

  it('returns the exception if the service answers with a fault', async () => {
    const reference = await sent(order);
    const scope = { invoiceReference: reference, operation: 'getPaymentStatus' };
    const fault = newFault.parse({ kind: 'soapFault', message: 'the inside', ...scope });
    await test.sandbox.faults.add(fault, new Date());
    const response = await status(`invoiceReference=${reference}`);
    expect([response.status, await response.json()]).toEqual([200, EXCEPTION]);
  });
});

describe('invoice.php', () => {
  it('returns the status only', async () => {
    const reference = await sent(order);
    expect(await (await shortStatus(`invoiceId=${reference}`)).json()).toEqual({ status: 'ISSUED' });
    await payInvoice(test.sandbox, reference, '1234');
    expect(await (await shortStatus(`invoiceId=${reference}`)).json()).toEqual({ status: 'PAID' });
  });

  it('returns an empty status for an unknown invoice', async () => {
    expect(await (await shortStatus('invoiceId=1')).json()).toEqual({ status: '' });
  });
});
