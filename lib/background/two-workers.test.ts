import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { now, secondsAfter } from '../clock';
import { db } from '../db/client';
import { enqueue } from '../outbox/enqueue';
import { configure } from '../testing/configure';
import { issuedOrder } from '../testing/issued-order';
import { databases, openScriptedShop } from '../testing/scripted-shop';
import { addProducts } from '../testing/shop-database';
import { startSmtpServer } from '../testing/smtp-server';
import { startWorker } from '../testing/start-worker';

// Two workers, each in its own process, share one database. This process counts what SEQR and the mail server receive.

const addresses = { forSeqr: 'http://shop.test', forBuyer: 'http://shop.test' };
const PATIENCE = { timeout: 60_000, interval: 50 };

describe.each(databases)('on %s', (database) => {
  let shop: Awaited<ReturnType<typeof openScriptedShop>>;
  let smtp: Awaited<ReturnType<typeof startSmtpServer>>;
  const workers: Awaited<ReturnType<typeof startWorker>>[] = [];

  beforeEach(async () => {
    shop = await openScriptedShop(30, database);
    smtp = await startSmtpServer();
    configure({ SMTP_URL: smtp.url });
    await addProducts([{ slug: 'jar', stock: 100 }]);
  });
  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.kill()));
    await smtp.close();
    await shop.close();
  });

  async function newWorker() {
    const worker = await startWorker();
    workers.push(worker);
    return worker;
  }

  const orders = (count: number) => Promise.all(Array.from({ length: count }, () => issuedOrder('jar', addresses)));
  const pay = (reference: string) => shop.service.set(reference, { status: 'PAID' });

  const everythingDone = () =>
    vi.waitFor(async () => {
      expect(await db().read.outbox.count({ where: { doneAt: null } })).toBe(0);
      expect(await db().read.order.count({ where: { state: 'PENDING' } })).toBe(0);
    }, PATIENCE);

  /** The Message-IDs of receipts and refunds. */
  const mails = () =>
    smtp.received
      .filter(({ raw }) => /^Subject: .*(receipt|refund)/im.test(raw))
      .map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw)?.[1])
      .toSorted();

  it('two workers run each effect once', async () => {
    const paid = await orders(6);
    const overdue = await orders(3);
    for (const { reference } of paid) pay(reference);
    const past = secondsAfter(now(), -1);
    await db().write(async (tx) => {
      const where = { orderId: { in: overdue.map(({ orderId }) => orderId) } };
      await tx.payment.updateMany({ where, data: { expiresAt: past, nextCheckAt: past } });
      await tx.order.updateMany({ where: { id: where.orderId }, data: { expiresAt: past } });
    });
    const both = await Promise.all([newWorker(), newWorker()]);
    await Promise.all(both.map((worker) => worker.start()));
    await everythingDone();

    const payments = await db().read.payment.findMany({ where: { state: 'PAID' } });
    expect(payments).toHaveLength(paid.length);
    await db().write(async (tx) => {
      for (const { id } of payments) await enqueue(tx, 'refund-late-payment', id);
    });
    await vi.waitFor(async () => expect(await db().read.refund.count({ where: { state: 'DONE' } })).toBe(6), PATIENCE);
    await everythingDone();

    for (const { states } of overdue) expect(await states()).toEqual(['EXPIRED', 'EXPIRED']);
    for (const { reference } of overdue) expect(shop.service.count(`cancelInvoice ${reference}`)).toBe(1);
    expect(shop.service.count('submitPaymentReceipt')).toBe(6);
    expect(shop.service.count('refundPayment')).toBe(6);
    expect(mails()).toEqual([...new Set(mails())]);
    expect(mails()).toHaveLength(12);
  }, 120_000);

  it('a call whose worker is killed waits, and another worker repeats it', async () => {
    const arrival = new Promise<void>((resolve) => {
      shop.service.instead.set('submitPaymentReceipt', () => resolve());
    });
    const [order] = await orders(1);
    pay(order?.reference ?? '');
    const first = await newWorker();
    await first.start();
    await arrival;
    await first.kill();
    const where = { kind: 'submit-receipt' };
    const row = await db().read.outbox.findFirstOrThrow({ where });
    expect(row.doneAt).toBeNull();
    expect(row.nextAt?.getTime()).toBeGreaterThan(now().getTime());
    // Half of SEQR's 20 s, so that another worker still finds out about a payment in time.
    expect(row.nextAt?.getTime()).toBeLessThanOrEqual(now().getTime() + 10_000);

    // Ends the dead worker's lease.
    await db().write((tx) => tx.outbox.updateMany({ where: { doneAt: null }, data: { nextAt: now() } }));
    await (await newWorker()).start();
    await everythingDone();
    expect(shop.service.count('submitPaymentReceipt')).toBe(2);
    expect(await order?.states()).toEqual(['PAID', 'PAID']);
    // The dead worker may have sent the mail without recording it. Both mails then have the same Message-ID.
    expect(new Set(mails()).size).toBe(1);
  }, 120_000);
});
