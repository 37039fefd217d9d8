import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  envelope,
  invoiceOf,
  openTestSandbox,
  post,
  type TestSandbox,
  terminalContext,
} from '../../testing/sandbox/test-sandbox';
import { faultRequest } from '../control/start-fault';
import { payInvoice } from '../payers/pay-invoice';
import { handleSoap } from '../soap/handle-soap';
import { FAULT_LIMITS, newFault } from './fault';

let test: TestSandbox;
beforeEach(async () => {
  test = await openTestSandbox();
});
afterEach(() => test.close());

const add = (fault: object) => test.sandbox.faults.add(faultRequest.parse(fault), new Date());
const rows = (...skus: string[]) =>
  `<invoiceRows>${skus.map((sku) => `<invoiceRow><itemSKU>${sku}</itemSKU></invoiceRow>`).join('')}</invoiceRows>`;
const send = async (fields: string, context = terminalContext()) =>
  (await test.call('sendInvoice', invoiceOf('100.00', fields), context)).code;
const sendRaw = (fields: string, context = terminalContext()) =>
  post(test.sandbox, envelope(`<ext:sendInvoice>${context}${invoiceOf('1.00', fields)}</ext:sendInvoice>`));

describe('a limited fault in sendInvoice', () => {
  it('applies only to invoices with the sku in one of their rows', async () => {
    await add({ kind: 'resultCode', resultCode: 94, operation: 'sendInvoice', sku: 'jam' });
    expect(await send(rows('tea', 'jam'))).toBe(94);
    expect(await send(rows('tea', 'jam-2'))).toBe(0);
    expect(await send('')).toBe(0);
    expect(await send('<invoiceRow><itemSKU> jam </itemSKU></invoiceRow>')).toBe(94);
  });

  it('applies only to the clientInvoiceId or the terminal that it names', async () => {
    await add({ kind: 'resultCode', resultCode: 94, clientInvoiceId: 'A-1' });
    const till = await test.registerTerminal();
    await add({ kind: 'resultCode', resultCode: 90, terminalId: till.id });
    expect(await send('<clientInvoiceId>A-1</clientInvoiceId>')).toBe(94);
    expect(await send('<clientInvoiceId>A-2</clientInvoiceId>')).toBe(0);
    expect(await send('', till.context)).toBe(90);
  });

  it('applies only where all its limits match', async () => {
    await add({ kind: 'resultCode', resultCode: 94, sku: 'jam', clientInvoiceId: 'A-1' });
    expect(await send(rows('jam'))).toBe(0);
    expect(await send(`<clientInvoiceId>A-1</clientInvoiceId>${rows('jam')}`)).toBe(94);
  });

  it('drops the connection as if SEQR were down for these invoices, or for one terminal', async () => {
    await add({ kind: 'down', sku: 'jam' });
    const till = await test.registerTerminal();
    await add({ kind: 'down', terminalId: till.id });
    await expect((await sendRaw(rows('jam'))).text()).rejects.toThrow();
    await expect((await sendRaw('', till.context)).text()).rejects.toThrow();
    expect(await send(rows('tea'))).toBe(0);
    const wsdl = await handleSoap(new Request('http://localhost/soap?wsdl'), test.sandbox);
    expect(wsdl.status).toBe(200);
  });
});

describe('a fault limited by sku', () => {
  it('applies to later calls that name only the invoice or the payment', async () => {
    const jam = await test.buy('10', rows('jam'));
    const tea = await test.buy('10', rows('tea'));
    await add({ kind: 'resultCode', resultCode: 93, sku: 'jam' });
    expect((await test.status(jam.reference)).code).toBe(93);
    expect((await test.status(tea.reference)).code).toBe(0);
    const refund = (ersReference: string) =>
      test.call('refundPayment', `<ersReference>${ersReference}</ersReference>${invoiceOf('1')}`);
    expect((await refund(jam.ersReference)).code).toBe(93);
    expect((await refund(tea.ersReference)).code).toBe(0);
  });

  it('applies to the payer’s actions and to notifications', async () => {
    await add({ kind: 'refusePayer', sku: 'jam', times: 1 });
    await add({ kind: 'payAmount', amount: '12.50', sku: 'jam' });
    await add({ kind: 'dropNotification', sku: 'jam' });
    await add({ kind: 'reversePayment', sku: 'jam' });
    const buy = async (sku: string) => {
      const url = '<notificationUrl>http://127.0.0.1:1/</notificationUrl>';
      const reference = await test.sendInvoice(`${rows(sku)}${url}`);
      return { reference, result: await payInvoice(test.sandbox, reference, '1234') };
    };
    const tea = await buy('tea');
    expect((await buy('jam')).result).toEqual({ ok: false, reason: 'payment-failed' });
    const jam = await buy('jam');
    const find = (reference: string) => test.sandbox.db.read.invoice.findUniqueOrThrow({ where: { reference } });
    expect([(await find(tea.reference)).paid, (await find(jam.reference)).paid]).toEqual([100_00, 12_50]);
    const notifications = await test.sandbox.db.read.notification.findMany({ orderBy: { id: 'asc' } });
    expect(notifications.map(({ doneAt }) => doneAt !== null)).toEqual([false, true]);
    for (const { reference } of [tea, jam]) await test.status(reference);
    await test.advance(1);
    expect([(await find(tea.reference)).status, (await find(jam.reference)).status]).toEqual(['PAID', 'CANCELED']);
  });

  it('holds back only the notifications of its invoices while SEQR is down for them', async () => {
    await add({ kind: 'down', sku: 'jam' });
    for (const sku of ['tea', 'jam']) {
      const data = {
        currency: 'SEK',
        total: 1,
        paymentMode: 'IMMEDIATE_DEBIT',
        acknowledgmentMode: 'NO_ACKNOWLEDGMENT',
      } as const;
      const at = new Date();
      await test.sandbox.db.write(async (tx) => {
        const invoice = { ...data, reference: sku, terminalId: 'public_test_shop_terminal', status: 'PAID' } as const;
        await tx.invoice.create({
          data: { ...invoice, rows: JSON.stringify([{ sku }]), clockOffset: 0, createdAt: at, expiresAt: at },
        });
        const notification = { invoiceReference: sku, url: 'http://127.0.0.1:1/', createdAt: at, dueAt: at };
        await tx.notification.create({ data: notification });
      });
    }
    await test.advance(0);
    await Promise.all(test.sandbox.deliveries.keys());
    const attempts = await test.sandbox.db.read.notification.findMany({ orderBy: { id: 'asc' } });
    expect(attempts.map(({ invoiceReference, attempts }) => [invoiceReference, attempts])).toEqual([
      ['tea', 1],
      ['jam', 0],
    ]);
  });

  it('survives a restart, which an invalid fault of an earlier release does not prevent', async () => {
    await add({ kind: 'delay', seconds: 0, sku: 'jam' });
    const settings = JSON.stringify({ kind: 'close', invoiceReference: 'order 17', afterWork: true });
    await test.sandbox.db.write((tx) => tx.fault.create({ data: { kind: 'close', settings, createdAt: new Date() } }));
    await test.restart();
    expect(test.sandbox.faults.list()).toMatchObject([{ kind: 'delay', sku: 'jam' }]);
  });
});

describe('the limits', () => {
  it.each(newFault.options.map(({ shape }) => [shape.kind.value, Object.keys(shape)]))(
    'of %s are terminal, invoice, clientInvoiceId and sku',
    (_kind, names) => {
      expect(names).toEqual(expect.arrayContaining(FAULT_LIMITS.filter((name) => name !== 'operation')));
    },
  );

  it.each([
    [{ sku: '' }, 'sku: must be 1 to 200 characters, without spaces around them'],
    [{ sku: ' jam' }, 'sku: must be 1 to 200 characters, without spaces around them'],
    [{ sku: 17 }, 'sku: must be text'],
    [{ sku: ['jam'] }, 'sku: must be text'],
    [{ sku: null }, 'sku: must be text'],
    [{ clientInvoiceId: 'x'.repeat(201) }, 'clientInvoiceId: must be 1 to 200 characters, without spaces around them'],
    [{ terminalId: '\n' }, 'terminalId: must be 1 to 200 characters, without spaces around them'],
    [{ invoiceReference: 'R1402562843463' }, 'invoiceReference: must be the digits of an invoiceReference'],
    [{ operation: 'sendinvoice' }, 'operation: is not an operation of SEQR’s contract'],
    [{ itemSKU: 'jam' }, ': Unrecognized key: "itemSKU"'],
  ])('refuse %j', (limits, problem) => {
    const { error } = faultRequest.safeParse({ kind: 'close', ...limits });
    expect(error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)).toEqual([problem]);
  });
});
