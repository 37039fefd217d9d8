import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  envelope,
  openTestSandbox,
  post,
  readAnswer,
  type TestSandbox,
  terminalContext,
} from '../../testing/sandbox/test-sandbox';
import { payInvoice } from '../payers/pay-invoice';
import { getPayer } from '../payers/view-payer';
import { handleSoap } from '../soap/handle-soap';
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

describe('call faults', () => {
  it('answer with any result code, before or after the work', async () => {
    await add({ kind: 'resultCode', operation: 'sendInvoice', resultCode: 94, times: 1 });
    expect((await readAnswer(await send())).code).toBe(94);
    expect(await invoices()).toBe(0);
    await add({ kind: 'resultCode', operation: 'sendInvoice', resultCode: 90, times: 1, afterWork: true });
    expect((await readAnswer(await send())).code).toBe(90);
    expect(await invoices()).toBe(1);
    expect((await readAnswer(await send())).code).toBe(0);
  });

  it('return a result code in each operation’s own answer format', async () => {
    await add({ kind: 'resultCode', resultCode: 93 });
    for (const operation of ['getPaymentStatus', 'executeReport', 'registerTerminal', 'benchmarkingNop']) {
      expect((await test.call(operation)).code).toBe(93);
    }
  });

  it('close the connection after the work', async () => {
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
  ])('answer with %j', async (fault, status, body) => {
    await add({ ...fault, times: 1 });
    const response = await send();
    expect([response.status, await response.text()]).toEqual([status, expect.stringMatching(body)]);
    expect((await readAnswer(await send())).code).toBe(0);
  });

  it('delay the answer', async () => {
    await add({ kind: 'delay', seconds: 0.05, times: 1 });
    const started = performance.now();
    expect((await readAnswer(await send())).code).toBe(0);
    expect(performance.now() - started).toBeGreaterThanOrEqual(45);
  });

  it('hang until the client disconnects', async () => {
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

  it('return an outdated status, although the call acknowledges the payment', async () => {
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

  it('return a status unknown to the contract', async () => {
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
  ])('return a wrong receipt for a paid invoice only: %j', async (fault, expected) => {
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

  it('take the whole service down until they are ended', async () => {
    const { id } = await add({ kind: 'down' });
    await expect((await send()).text()).rejects.toThrow();
    const wsdl = await handleSoap(new Request('http://localhost/soap?wsdl'), test.sandbox);
    await expect(wsdl.text()).rejects.toThrow();
    await test.sandbox.faults.remove((fault) => fault.id === id, new Date());
    expect((await readAnswer(await send())).code).toBe(0);
    expect(await invoices()).toBe(1);
  });
});

describe('a limited fault', () => {
  it('does not affect other calls', async () => {
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

  it('affects calls that name only the payment', async () => {
    const { reference, ersReference } = await test.buy();
    const part = '<invoice><totalAmount><currency>SEK</currency><value>1</value></totalAmount></invoice>';
    const refund = await test.call('refundPayment', `<ersReference>${ersReference}</ersReference>${part}`);
    await add({ kind: 'resultCode', resultCode: 93, invoiceReference: reference });
    for (const reference of [ersReference, refund.get('ersReference')]) {
      expect((await test.call('submitPaymentReceipt', `<ersReference>${reference}</ersReference>`)).code).toBe(93);
    }
  });

  it('is counted down across a restart', async () => {
    await add({ kind: 'resultCode', resultCode: 93, times: 3 });
    await test.call('benchmarkingNop');
    await test.restart();
    const codes = [];
    for (let call = 0; call < 3; call += 1) codes.push((await test.call('benchmarkingNop')).code);
    expect(codes).toEqual([93, 93, 0]);
    await test.restart();
    expect(test.sandbox.faults.isEmpty).toBe(true);
  });

  it('is counted correctly for concurrent calls', async () => {
    await add({ kind: 'resultCode', resultCode: 93, times: 5 });
    const answers = await Promise.all(Array.from({ length: 12 }, () => test.call('benchmarkingNop')));
    expect(answers.filter(({ code }) => code === 93)).toHaveLength(5);
  });
});

describe('notification faults', () => {
  const pay = async (url: string) => {
    const reference = await test.sendInvoice(`<notificationUrl>${url}</notificationUrl>`);
    await payInvoice(test.sandbox, reference, '1234');
    return reference;
  };
  const queued = () => test.sandbox.db.read.notification.findMany({ orderBy: { id: 'asc' } });

  it('drop a notification', async () => {
    await add({ kind: 'dropNotification', times: 1 });
    await pay('http://127.0.0.1:1/');
    expect(await queued()).toMatchObject([{ dueAt: null, doneAt: expect.any(Date) }]);
    await pay('http://127.0.0.1:1/');
    expect((await queued())[1]?.dueAt).not.toBeNull();
  });

  it('delay and duplicate notifications', async () => {
    await add({ kind: 'delayNotification', seconds: 30, times: 1 });
    await add({ kind: 'repeatNotification', copies: 2, times: 1 });
    await pay('http://127.0.0.1:1/');
    const [delayed] = await queued();
    expect((delayed?.dueAt?.getTime() ?? 0) - Date.now()).toBeGreaterThan(28_000);
    await pay('http://127.0.0.1:1/');
    expect(await queued()).toHaveLength(4);
  });

  it('reorder notifications: hold back a group, then send the last first', async () => {
    await add({ kind: 'reorderNotifications' });
    const first = await pay('http://127.0.0.1:1/');
    expect((await queued())[0]?.dueAt).toBeNull();
    const second = await pay('http://127.0.0.1:1/');
    const order = (await queued()).sort((a, b) => (a.dueAt?.getTime() ?? 0) - (b.dueAt?.getTime() ?? 0));
    expect(order.map(({ invoiceReference }) => invoiceReference)).toEqual([second, first]);
  });

  it('hold nothing back once they are ended', async () => {
    const { id } = await add({ kind: 'reorderNotifications' });
    await pay('http://127.0.0.1:1/');
    await test.sandbox.faults.remove((fault) => fault.id === id, new Date());
    expect((await queued())[0]?.dueAt).not.toBeNull();
  });

  it('hold notifications back while the service is down', async () => {
    const reference = await pay('http://127.0.0.1:1/');
    await add({ kind: 'down' });
    await test.advance(0, { invoiceReference: reference });
    expect(await test.sandbox.db.read.notificationAttempt.count()).toBe(0);
    await test.sandbox.faults.remove(() => true, new Date());
    await test.advance(1, { invoiceReference: reference });
    expect(await test.sandbox.db.read.notificationAttempt.count()).toBe(1);
  });
});

describe('payer faults', () => {
  it('refuse the payer', async () => {
    const reference = await test.sendInvoice();
    await add({ kind: 'refusePayer', reason: 'too-little-money', invoiceReference: reference, times: 1 });
    await add({ kind: 'refusePayer', invoiceReference: reference, times: 1 });
    const pay = () => payInvoice(test.sandbox, reference, '1234');
    expect(await pay()).toEqual({ ok: false, reason: 'too-little-money' });
    expect((await test.status(reference)).get('status')).toBe('ISSUED');
    expect(await pay()).toEqual({ ok: false, reason: 'payment-failed' });
    expect((await test.status(reference)).get('status')).toBe('FAILED');
  });

  it('make the payer pay another amount, which the receipt, balance and report show', async () => {
    const balance = async () =>
      (await getPayer(test.sandbox))?.balances.find(({ currency }) => currency === 'SEK')?.amount ?? 0;
    const before = await balance();
    await add({ kind: 'payAmount', amount: '12.50', times: 1 });
    const { reference } = await test.buy();
    expect((await test.status(reference)).get('receipt/invoice/totalAmount/value')).toBe('12.50');
    expect(before - (await balance())).toBe(12_50);
    expect(await test.sandbox.db.read.booking.findFirst()).toMatchObject({ kind: 'PAYMENT', amount: 12_50 });
  });

  it('reverse an acknowledged payment, also in the bookings', async () => {
    const balance = async () => (await getPayer(test.sandbox))?.balances.find(({ currency }) => currency === 'SEK');
    const balanceBefore = await balance();
    await add({ kind: 'reversePayment', seconds: 60, times: 1 });
    const { reference } = await test.buy();
    expect((await test.status(reference)).get('status')).toBe('PAID');
    await test.advance(60, { invoiceReference: reference });
    expect((await test.status(reference)).get('status')).toBe('CANCELED');
    expect(await balance()).toEqual(balanceBefore);
    const booked = await test.sandbox.db.read.booking.findMany({ where: { bookedAt: { not: null } } });
    expect(booked.reduce((sum, { amount }) => sum + amount, 0)).toBe(0);
  });
});

describe('newFault', () => {
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
  ])('rejects %j', (fault) => {
    expect(newFault.safeParse(fault).success).toBe(false);
  });
});
