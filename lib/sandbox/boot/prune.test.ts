import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { amount, invoiceOf, openTestSandbox, type TestSandbox } from '../../testing/sandbox/test-sandbox';
import { reverseInvoice } from '../invoices/reverse-invoice';
import { getInvoice } from '../payer-app/view-invoice';
import { payInvoice } from '../payers/pay-invoice';
import { savePayer } from '../payers/save-payer';
import { KEPT_AT_MOST, pruneSandbox, VISITOR } from './prune';

let test: TestSandbox;
let time = Date.parse('2026-11-29T10:00:00Z');
beforeAll(async () => {
  test = await openTestSandbox({ now: () => new Date(time) });
});
beforeEach(() => {
  time += 2 * 86_400_000;
});
afterAll(() => test.close());

const prune = (kept: Partial<typeof KEPT_AT_MOST>) => pruneSandbox(test.sandbox, { ...KEPT_AT_MOST, ...kept });
const references = async () =>
  (await test.sandbox.db.read.invoice.findMany({ orderBy: { createdAt: 'asc' } })).map(({ reference }) => reference);
const send = async (count: number, fields = '') => {
  const sent: string[] = [];
  for (let index = 0; index < count; index++) {
    time += 1000;
    sent.push(await test.sendInvoice(fields));
  }
  return sent;
};
const markAsSentByAnyone = (sent: string[]) =>
  test.sandbox.db.write((tx) =>
    tx.invoice.updateMany({ where: { reference: { in: sent } }, data: { senderAddress: '192.0.2.7' } }),
  );
const visitors = async () =>
  (await test.sandbox.db.read.payer.findMany({ where: { id: { startsWith: VISITOR } } })).map(({ id }) => id);
const makeVisitors = async (...names: string[]) => {
  for (const name of names) {
    time += 1000;
    await savePayer(test.sandbox, VISITOR + name, { name });
  }
};

describe('invoices', () => {
  it('are deleted with everything that belongs to them, oldest first', async () => {
    await prune({ invoices: 0 });
    const notificationUrl = '<notificationUrl>http://127.0.0.1:9/</notificationUrl>';
    const { reference, ersReference } = await test.buy('100.00', notificationUrl);
    const document = '<receiptDocument><receiptData>PGI+</receiptData></receiptDocument>';
    await test.call('submitPaymentReceipt', `<ersReference>${ersReference}</ersReference>${document}`);
    await test.sandbox.db.write((tx) =>
      tx.notificationAttempt.create({
        data: { milliseconds: 1, at: new Date(time), notification: { connect: { id: 1 } } },
      }),
    );
    const later = await send(4);
    await prune({ invoices: 3 });
    expect(await references()).toEqual(later.slice(1));
    const { read } = test.sandbox.db;
    const ofInvoice = { where: { invoiceReference: reference } };
    expect([
      await read.booking.count(ofInvoice),
      await read.invoiceEvent.count(ofInvoice),
      await read.notification.count(ofInvoice),
      await read.receiptDocument.count(ofInvoice),
      await read.notificationAttempt.count(),
    ]).toEqual([0, 0, 0, 0, 0]);
  });

  it('of shops with credentials of their own are deleted last', async () => {
    await prune({ invoices: 0 });
    const [own = ''] = await send(1);
    const [, , last] = await send(3);
    await markAsSentByAnyone((await references()).filter((reference) => reference !== own));
    await prune({ invoices: 2 });
    expect(await references()).toEqual([own, last]);
    await prune({ invoices: 0 });
    expect(await references()).toEqual([]);
  });

  it('are kept while their payment is in progress', async () => {
    const [paid = ''] = await send(1);
    await payInvoice(test.sandbox, paid, '1234');
    const [reserved = ''] = await send(1, '<paymentMode>RESERVATION_REQUIRED</paymentMode>');
    await payInvoice(test.sandbox, reserved, '1234');
    const [confirming = ''] = await send(1);
    await payInvoice(test.sandbox, confirming, '1234', { takesSeconds: 60 });
    await send(3);
    await prune({ invoices: 0 });
    expect(await references()).toEqual([paid, reserved, confirming]);
  });

  it('that anyone can send are deleted if the file is too large, however few there are', async () => {
    await markAsSentByAnyone(await send(2));
    await prune({ bytes: 1_000 });
    expect((await references()).length).toBeLessThanOrEqual(3);
  });

  it('that are open are kept for shops with credentials of their own if the file is too large', async () => {
    await prune({ invoices: 0 });
    const kept = await references();
    const [open = '', closed = ''] = await send(2);
    await test.call('cancelInvoice', `<invoiceReference>${closed}</invoiceReference>`);
    await prune({ bytes: 0 });
    expect(await references()).toEqual([...kept, open]);
  });

  it('stop being deleted after one batch if the file does not become smaller', async () => {
    await prune({ invoices: 0 });
    const kept = await references();
    const [sent = ''] = await send(1);
    await markAsSentByAnyone([sent]);
    const { db } = test.sandbox;
    const row = await db.read.invoice.findUniqueOrThrow({ where: { reference: sent } });
    const copies = Array.from({ length: 400 }, (_, index) => ({ ...row, reference: `copy-${index}` }));
    await db.write((tx) => tx.invoice.createMany({ data: copies }));
    const ofSameSize = new Proxy(db.read, {
      get: (read, name) => (name === '$queryRaw' ? async () => [{ bytes: 2 }] : Reflect.get(read, name)),
    });
    const full = { ...test.sandbox, db: { ...db, read: ofSameSize } };
    await pruneSandbox(full, { ...KEPT_AT_MOST, bytes: 1 });
    expect((await references()).length - kept.length).toBe(201);
    await prune({ invoices: 0 });
  });
});

describe('payers', () => {
  it('of visitors are deleted, oldest first; others are kept', async () => {
    await savePayer(test.sandbox, 'anna', { name: 'Anna' });
    await makeVisitors('1', '2', '3');
    await prune({ visitors: 2 });
    expect(await visitors()).toEqual([`${VISITOR}2`, `${VISITOR}3`]);
    expect(await test.sandbox.db.read.balance.count({ where: { payerId: `${VISITOR}1` } })).toBe(0);
    expect(await test.sandbox.db.read.payer.count({ where: { id: { in: ['anna', 'default'] } } })).toBe(2);
  });

  it('are kept while their payment is in progress', async () => {
    await makeVisitors('4');
    const [reference = ''] = await send(1);
    expect(await payInvoice(test.sandbox, reference, '1234', { payerId: `${VISITOR}4` })).toMatchObject({ ok: true });
    await prune({ visitors: 0 });
    expect(await visitors()).toEqual([`${VISITOR}4`]);
  });

  it('leave paid invoices that can be read and reversed when they are deleted', async () => {
    await makeVisitors('6');
    const sent = await test.call('sendInvoice', `${invoiceOf('1')}<tokens><id>CARD-7</id><status>0</status></tokens>`);
    const reference = sent.get('invoiceReference') ?? '';
    await payInvoice(test.sandbox, reference, '1234', { payerId: `${VISITOR}6` });
    await test.status(reference);
    await prune({ visitors: 0 });
    expect(await getInvoice(test.sandbox, reference)).toMatchObject({ status: 'PAID' });
    expect(await reverseInvoice(test.sandbox, reference)).toMatchObject({ ok: true });
    expect(await getInvoice(test.sandbox, reference)).toMatchObject({ status: 'CANCELED' });
  });

  it('cannot be refunded once they are deleted: the call answers 99 and books nothing', async () => {
    await makeVisitors('5');
    const [reference = ''] = await send(1);
    await payInvoice(test.sandbox, reference, '1234', { payerId: `${VISITOR}5` });
    const ersReference = (await test.status(reference)).get('ersReference');
    await prune({ visitors: 0 });
    const refund = `<ersReference>${ersReference}</ersReference><invoice>${amount('totalAmount', '1')}</invoice>`;
    expect((await test.call('refundPayment', refund)).code).toBe(99);
    expect(await test.sandbox.db.read.booking.count({ where: { invoiceReference: reference } })).toBe(1);
  });
});

describe('terminals', () => {
  it('registered by strangers are deleted if they are older than a day and have no invoice', async () => {
    const own = await test.registerTerminal();
    const old = await test.registerTerminal();
    const used = await test.registerTerminal();
    await test.call('sendInvoice', `<invoice>${amount('totalAmount', '1')}</invoice>`, used.context);
    time += 2 * 86_400_000;
    const fresh = await test.registerTerminal();
    const strangers = { in: [old.id, used.id, fresh.id] };
    await test.sandbox.db.write((tx) =>
      tx.terminal.updateMany({ where: { id: strangers }, data: { ownerAddress: '192.0.2.1' } }),
    );
    await prune({ terminals: 0 });
    const ids = (await test.sandbox.db.read.terminal.findMany()).map(({ id }) => id);
    expect(ids.sort()).toEqual(['public_test_shop_terminal', own.id, used.id, fresh.id].sort());
    expect((await test.call('getPaymentStatus', '', old.context)).code).toBe(29);
  });
});

describe('periods', () => {
  it('are deleted beyond the limit, oldest first', async () => {
    const mark = async () => (await test.call('markTransactionPeriod')).get('transactionPeriodId');
    await mark();
    time += 10_000;
    const newest = await mark();
    await prune({ periods: 1 });
    expect((await test.sandbox.db.read.period.findMany()).map(({ id }) => id)).toEqual([newest]);
  });
});

it('prunes only a public sandbox', async () => {
  for (const hosted of [true, false]) {
    const own = await openTestSandbox({ hosted, keptAtMost: { ...KEPT_AT_MOST, periods: 1 } });
    const old = new Date('2020-01-01');
    await own.sandbox.db.write((tx) =>
      tx.period.createMany({
        data: Array.from({ length: 3 }, (_, index) => ({
          id: String(index),
          resellerId: 'public_test_shop',
          markedAt: old,
          readyAt: old,
        })),
      }),
    );
    own.sandbox.start();
    await own.restart();
    expect(await own.sandbox.db.read.period.count()).toBe(hosted ? 1 : 3);
    await own.close();
  }
});
