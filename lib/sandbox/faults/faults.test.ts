import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { payInvoice } from '../payers/pay-invoice';
import { getPayer } from '../payers/view-payer';
import { handleSoap } from '../soap/handle-soap';
import { envelope, openTestSandbox, post, readAnswer, type TestSandbox, terminalContext } from '../test-sandbox';
import { newFault } from './fault';

let test: TestSandbox;
beforeEach(async () => {
  test = await openTestSandbox();
});
afterEach(() => test.close());

const add = (fault: object) => test.sandbox.faults.add(newFault.parse(fault), new Date());
const raw = (operation: string, fields: string) =>
  post(test.sandbox, envelope(`<ext:${operation}>${terminalContext()}${fields}</ext:${operation}>`));
const statusOf = (reference: string) => raw('getPaymentStatus', `<invoiceReference>${reference}</invoiceReference>`);
const send = (id = '1') =>
  raw(
    'sendInvoice',
    `<invoice><clientInvoiceId>${id}</clientInvoiceId><totalAmount><currency>SEK</currency><value>1</value></totalAmount></invoice>`,
  );
const invoices = () => test.sandbox.db.read.invoice.count();

describe('a fault of calls', () => {
  it('answers with any result code, in the contract’s form, without or after the work', async () => {
    await add({ kind: 'resultCode', operation: 'sendInvoice', resultCode: 94, times: 1 });
    expect((await readAnswer(await send())).code).toBe(94);
    expect(await invoices()).toBe(0);
    await add({ kind: 'resultCode', operation: 'sendInvoice', resultCode: 90, times: 1, afterWork: true });
    expect((await readAnswer(await send())).code).toBe(90);
    expect(await invoices()).toBe(1);
    expect((await readAnswer(await send())).code).toBe(0);
  });

  it('answers every code for every operation so that a validating client reads it', async () => {
    await add({ kind: 'resultCode', resultCode: 93 });
    for (const operation of ['getPaymentStatus', 'executeReport', 'registerTerminal', 'benchmarkingNop']) {
      expect((await test.call(operation)).code).toBe(93);
    }
  });

  it('closes the connection after having done the work', async () => {
    await add({ kind: 'close', operation: 'sendInvoice', times: 1 });
    await expect((await send()).text()).rejects.toThrow();
    expect(await invoices()).toBe(1);
  });

  it.each([
    [{ kind: 'http', status: 503 }, 503, /<h1>/],
    [{ kind: 'http', status: 200 }, 200, /<!doctype html>/],
    [{ kind: 'soapFault', message: 'told to <fail>' }, 500, /<faultcode>soap:Server.*told to &lt;fail&gt;/],
    [{ kind: 'malformed' }, 200, /<\/retrun>/],
    [{ kind: 'truncated' }, 200, /^<\?xml(?!.*Envelope>$)/],
  ])('%j', async (fault, status, body) => {
    await add({ ...fault, times: 1 });
    const response = await send();
    expect([response.status, await response.text()]).toEqual([status, expect.stringMatching(body)]);
    expect((await readAnswer(await send())).code).toBe(0);
  });

  it('delays', async () => {
    await add({ kind: 'delay', seconds: 0.05, times: 1 });
    const started = performance.now();
    expect((await readAnswer(await send())).code).toBe(0);
    expect(performance.now() - started).toBeGreaterThanOrEqual(45);
  });

  it('hangs until the client gives up', async () => {
    await add({ kind: 'hang', times: 1 });
    const impatient = new AbortController();
    const request = new Request('http://localhost/soap', {
      method: 'POST',
      body: envelope('<ext:benchmarkingNop/>'),
      signal: impatient.signal,
    });
    const answer = handleSoap(request, test.sandbox);
    const first = await Promise.race([answer, new Promise((resolve) => setTimeout(() => resolve('nothing'), 50))]);
    expect(first).toBe('nothing');
    impatient.abort();
    await expect((await answer).text()).rejects.toThrow();
  });

  it('answers the status from before the last change, although the question counts', async () => {
    const reference = await test.sendInvoice();
    await payInvoice(test.sandbox, reference, '1234');
    await add({ kind: 'stale', invoiceReference: reference, times: 1 });
    const stale = await test.status(reference);
    expect([stale.get('status'), stale.get('version'), stale.get('ersReference'), stale.get('receipt')]).toEqual([
      'ISSUED',
      '0',
      undefined,
      undefined,
    ]);
    await test.advance(20, { invoiceReference: reference });
    expect((await test.status(reference)).get('status')).toBe('PAID');
  });

  it('answers a status that the contract does not know', async () => {
    const reference = await test.sendInvoice();
    await add({ kind: 'status', status: 'PARTIALLY_PAID', times: 1 });
    await (await send()).text();
    expect(await (await statusOf(reference)).text()).toContain('<status>PARTIALLY_PAID</status>');
    expect((await test.status(reference)).get('status')).toBe('ISSUED');
  });

  it.each([
    [{ amount: '1.00', currency: 'EUR' }, { 'receipt/invoice/totalAmount/value': '1.00' }],
    [{ currency: 'EUR' }, { 'receipt/invoice/totalAmount/currency': 'EUR' }],
    [{ ersReference: '77' }, { ersReference: '77', 'receipt/paymentReference': '77' }],
    [{ ersReference: 'none' }, { ersReference: undefined, 'receipt/paymentReference': undefined }],
    [{ receiptOf: '88' }, { 'receipt/invoiceReference': '88' }],
    [{ missing: true }, { receipt: undefined }],
  ])('answers about a paid invoice, and about no other, with a receipt that is wrong: %j', async (fault, expected) => {
    const reference = await test.sendInvoice();
    await add({ kind: 'wrongReceipt', ...fault, times: 1 });
    expect((await test.status(reference)).get('status')).toBe('ISSUED');
    await payInvoice(test.sandbox, reference, '1234');
    const wrong = await test.status(reference);
    expect(wrong.get('status')).toBe('PAID');
    for (const [path, value] of Object.entries(expected)) expect(wrong.get(path), path).toBe(value);
    const right = await test.status(reference);
    expect(right.get('receipt/invoiceReference')).toBe(reference);
    expect(right.get('receipt/paymentReference')).toBe(right.get('ersReference'));
  });

  it('takes the service down altogether, until it is lifted', async () => {
    const { id } = await add({ kind: 'down' });
    await expect((await send()).text()).rejects.toThrow();
    const wsdl = await handleSoap(new Request('http://localhost/soap?wsdl'), test.sandbox);
    await expect(wsdl.text()).rejects.toThrow();
    await test.sandbox.faults.remove((fault) => fault.id === id, new Date());
    expect((await readAnswer(await send())).code).toBe(0);
    expect(await invoices()).toBe(1);
  });
});

describe('narrowing', () => {
  it('leaves everybody else alone', async () => {
    const reference = await test.sendInvoice('<clientInvoiceId>A</clientInvoiceId>');
    const other = await test.sendInvoice('<clientInvoiceId>B</clientInvoiceId>');
    await add({ kind: 'resultCode', resultCode: 93, clientInvoiceId: 'A' });
    expect((await test.status(reference)).code).toBe(93);
    expect((await test.status(other)).code).toBe(0);
    expect((await readAnswer(await send('A'))).code).toBe(93);
    await add({ kind: 'resultCode', resultCode: 94, invoiceReference: other, operation: 'getPaymentStatus' });
    expect((await test.status(other)).code).toBe(94);
    expect((await test.call('cancelInvoice', `<invoiceReference>${other}</invoiceReference>`)).code).toBe(0);
    const till = await test.registerTerminal();
    await add({ kind: 'resultCode', resultCode: 90, terminalId: till.id });
    expect((await test.call('assignSeqrId', '<seqrId>A1</seqrId>', till.context)).code).toBe(90);
    expect((await test.call('assignSeqrId', '<seqrId>A1</seqrId>')).code).toBe(0);
  });

  it('reaches calls that name only the payment', async () => {
    const { reference, ersReference } = await test.buy();
    const part = '<invoice><totalAmount><currency>SEK</currency><value>1</value></totalAmount></invoice>';
    const refund = await test.call('refundPayment', `<ersReference>${ersReference}</ersReference>${part}`);
    await add({ kind: 'resultCode', resultCode: 93, invoiceReference: reference });
    for (const known of [ersReference, refund.get('ersReference')]) {
      expect((await test.call('submitPaymentReceipt', `<ersReference>${known}</ersReference>`)).code).toBe(93);
    }
  });

  it('counts down, also across a restart', async () => {
    await add({ kind: 'resultCode', resultCode: 93, times: 3 });
    await test.call('benchmarkingNop');
    await test.restart();
    const codes = [];
    for (let call = 0; call < 3; call += 1) codes.push((await test.call('benchmarkingNop')).code);
    expect(codes).toEqual([93, 93, 0]);
    await test.restart();
    expect(test.sandbox.faults.isEmpty).toBe(true);
  });

  it('gives each of many calls at once its turn', async () => {
    await add({ kind: 'resultCode', resultCode: 93, times: 5 });
    const answers = await Promise.all(Array.from({ length: 12 }, () => test.call('benchmarkingNop')));
    expect(answers.filter(({ code }) => code === 93)).toHaveLength(5);
  });
});

describe('a fault of notifications', () => {
  const pay = async (url: string) => {
    const reference = await test.sendInvoice(`<notificationUrl>${url}</notificationUrl>`);
    await payInvoice(test.sandbox, reference, '1234');
    return reference;
  };
  const owed = () => test.sandbox.db.read.notification.findMany({ orderBy: { id: 'asc' } });

  it('drops', async () => {
    await add({ kind: 'dropNotification', times: 1 });
    await pay('http://127.0.0.1:1/');
    expect(await owed()).toMatchObject([{ dueAt: null, doneAt: expect.any(Date) }]);
    await pay('http://127.0.0.1:1/');
    expect((await owed())[1]?.dueAt).not.toBeNull();
  });

  it('delays and doubles', async () => {
    await add({ kind: 'delayNotification', seconds: 30, times: 1 });
    await add({ kind: 'repeatNotification', copies: 2, times: 1 });
    await pay('http://127.0.0.1:1/');
    const [delayed] = await owed();
    expect((delayed?.dueAt?.getTime() ?? 0) - Date.now()).toBeGreaterThan(28_000);
    await pay('http://127.0.0.1:1/');
    expect(await owed()).toHaveLength(4);
  });

  it('reorders: keeps them back until all of the group are there, then the last goes first', async () => {
    await add({ kind: 'reorderNotifications' });
    const first = await pay('http://127.0.0.1:1/');
    expect((await owed())[0]?.dueAt).toBeNull();
    const second = await pay('http://127.0.0.1:1/');
    const order = (await owed()).sort((a, b) => (a.dueAt?.getTime() ?? 0) - (b.dueAt?.getTime() ?? 0));
    expect(order.map(({ invoiceReference }) => invoiceReference)).toEqual([second, first]);
  });

  it('keeps nothing back once it is removed', async () => {
    const { id } = await add({ kind: 'reorderNotifications' });
    await pay('http://127.0.0.1:1/');
    await test.sandbox.faults.remove((fault) => fault.id === id, new Date());
    expect((await owed())[0]?.dueAt).not.toBeNull();
  });

  it('sends none while the service is down', async () => {
    const reference = await pay('http://127.0.0.1:1/');
    await add({ kind: 'down' });
    await test.advance(0, { invoiceReference: reference });
    expect(await test.sandbox.db.read.notificationAttempt.count()).toBe(0);
    await test.sandbox.faults.remove(() => true, new Date());
    await test.advance(1, { invoiceReference: reference });
    expect(await test.sandbox.db.read.notificationAttempt.count()).toBe(1);
  });
});

describe('a fault of payers', () => {
  it('refuses the payer', async () => {
    const reference = await test.sendInvoice();
    await add({ kind: 'refusePayer', reason: 'too-little-money', invoiceReference: reference, times: 1 });
    await add({ kind: 'refusePayer', invoiceReference: reference, times: 1 });
    const pay = () => payInvoice(test.sandbox, reference, '1234');
    expect(await pay()).toEqual({ ok: false, reason: 'too-little-money' });
    expect((await test.status(reference)).get('status')).toBe('ISSUED');
    expect(await pay()).toEqual({ ok: false, reason: 'payment-failed' });
    expect((await test.status(reference)).get('status')).toBe('FAILED');
  });

  it('has the payer pay another amount, which the receipt, the balance and the report have', async () => {
    const balance = async () =>
      (await getPayer(test.sandbox))?.balances.find(({ currency }) => currency === 'SEK')?.amount ?? 0;
    const before = await balance();
    await add({ kind: 'payAmount', amount: '12.50', times: 1 });
    const { reference } = await test.buy();
    expect((await test.status(reference)).get('receipt/invoice/totalAmount/value')).toBe('12.50');
    expect(before - (await balance())).toBe(12_50);
    expect(await test.sandbox.db.read.booking.findFirst()).toMatchObject({ kind: 'PAYMENT', amount: 12_50 });
  });

  it('reverses a payment that the merchant knows of, in the books too', async () => {
    const balance = async () => (await getPayer(test.sandbox))?.balances.find(({ currency }) => currency === 'SEK');
    const had = await balance();
    await add({ kind: 'reversePayment', seconds: 60, times: 1 });
    const { reference } = await test.buy();
    expect((await test.status(reference)).get('status')).toBe('PAID');
    await test.advance(60, { invoiceReference: reference });
    expect((await test.status(reference)).get('status')).toBe('CANCELED');
    expect(await balance()).toEqual(had);
    const booked = await test.sandbox.db.read.booking.findMany({ where: { bookedAt: { not: null } } });
    expect(booked.reduce((sum, { amount }) => sum + amount, 0)).toBe(0);
  });
});

describe('what can be asked for', () => {
  it.each([
    [{ kind: 'explode' }],
    [{ kind: 'resultCode' }],
    [{ kind: 'resultCode', resultCode: 3 }],
    [{ kind: 'resultCode', resultCode: '93' }],
    [{ kind: 'delay', seconds: -1 }],
    [{ kind: 'http', status: 99 }],
    [{ kind: 'payAmount', amount: '1e3' }],
    [{ kind: 'wrongReceipt', currency: 'kr' }],
    [{ kind: 'close', times: 0 }],
    [{ kind: 'close', invoiceRefrence: '1' }],
    [{ kind: 'dropNotification', operation: 'sendInvoice' }],
    [{}],
  ])('not %j', (fault) => {
    expect(newFault.safeParse(fault).success).toBe(false);
  });
});
