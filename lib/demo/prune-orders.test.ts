import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { placeOrder } from '../checkout/place-order';
import { db } from '../db/client';
import { money } from '../money';
import { getOrder } from '../orders/get-order';
import { syncPayment } from '../payments/sync-payment';
import { forgetGlobal } from '../process-global';
import { advancePeriod } from '../reconciliation/advance-period';
import { listUnfinished, requestPeriod } from '../reconciliation/request-period';
import { supplyPeriodId } from '../reconciliation/settle-lost-period';
import { listLines } from '../reconciliation/view-period';
import { refundPayment } from '../refunds/refund-payment';
import { forgetInvoices, forgetPayers } from '../sandbox/boot/forget';
import { payInvoice } from '../sandbox/payers/pay-invoice';
import { seqr } from '../seqr/from-config';
import { runBackgroundRound } from '../testing/background-round';
import { addresses, issued, newCheckout } from '../testing/checkouts';
import { configure } from '../testing/configure';
import { serveTestSandbox } from '../testing/sandbox/serve-test-sandbox';
import { openTestSandbox, type TestSandbox } from '../testing/sandbox/test-sandbox';
import { databases } from '../testing/scripted-shop';
import { openShopDatabase, stockOf } from '../testing/shop-database';
import { pruneOrders, type SeqrOfDemo } from './prune-orders';

const HOUR_MS = 3_600_000;

describe.each(databases)('on %s', (database) => {
  let test: TestSandbox;
  let service: Awaited<ReturnType<typeof serveTestSandbox>>;
  let closeDatabase: () => Promise<void>;
  let ofDemo: SeqrOfDemo;
  /** The clock continues from test to test, because closings must follow one another. */
  let time = Date.now();

  beforeAll(async () => {
    closeDatabase = await openShopDatabase(database);
    test = await openTestSandbox({ now: () => new Date() });
    service = await serveTestSandbox(test);
    const SEQR_WSDL_URL = `${service.address}/soap/merchant/cashregister-2?wsdl`;
    configure({ DEMO: 'on', DEMO_KEEP: '1h', SEQR_SANDBOX: 'on', SEQR_WSDL_URL, SEQR_TIMEOUT: '30' });
    ofDemo = {
      forgetInvoices: (references) => forgetInvoices(test.sandbox, references),
      forgetPayers: (before) => forgetPayers(test.sandbox, before),
    };
  });
  afterAll(async () => {
    configure({ DEMO: '', DEMO_KEEP: '', SEQR_SANDBOX: '' });
    seqr().close();
    await service.close();
    await test.close();
    await closeDatabase();
    for (const name of ['shop-db', 'seqr']) forgetGlobal(name);
  });
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: time });
  });
  afterEach(() => {
    time = Date.now();
    vi.useRealTimers();
  });

  async function buy() {
    const order = await issued();
    await payInvoice(test.sandbox, order.reference, '1234');
    await syncPayment(order.paymentId, 'page');
    expect((await order.read()).state).toBe('PAID');
    return order;
  }

  /** Carries out the effects of orders, such as mails. */
  async function settle() {
    for (let round = 0; round < 4; round += 1) await runBackgroundRound();
  }

  async function finishClosings() {
    for (let ids = await listUnfinished('shop'); ids.length > 0; ids = await listUnfinished('shop')) {
      vi.setSystemTime(Date.now() + 4_000);
      for (const id of ids) await advancePeriod(id);
    }
  }

  async function finishNewest() {
    const { id } = await newestClosing();
    for (let steps = 0; steps < 5; steps += 1) {
      vi.setSystemTime(Date.now() + 4_000);
      await advancePeriod(id);
    }
    const closing = await newestClosing();
    expect(closing).toMatchObject({ id, state: 'RECONCILED' });
    return closing;
  }

  const passHours = (hours: number) => vi.setSystemTime(Date.now() + hours * HOUR_MS);
  const prune = () => pruneOrders(ofDemo);
  const newestClosing = () => db().read.period.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
  const rowsAtSeqr = async (invoiceReference: string) => {
    const { booking, invoiceEvent, invoice, message } = test.sandbox.db.read;
    const where = { invoiceReference };
    const counts = [booking.count({ where }), invoiceEvent.count({ where }), message.count({ where })];
    return Promise.all([invoice.count({ where: { reference: invoiceReference } }), ...counts]);
  };
  const findOrder = (id: string) => db().read.order.findUnique({ where: { id } });

  it('deletes an old order with all its rows after its period is closed', async () => {
    const old = await buy();
    const { orderId, paymentId } = old;
    const key = `refund ${orderId}`;
    const request = {
      orderId,
      paymentId,
      amount: money(50_00, 'SEK'),
      key,
      reason: 'x',
      by: { source: 'shop' },
    } as const;
    expect(await refundPayment(request)).toMatchObject({ ok: true, state: 'DONE' });
    await settle();
    passHours(2);
    const young = await buy();
    await prune();
    expect(await findOrder(old.orderId)).not.toBeNull();
    expect(await newestClosing()).toMatchObject({ actor: 'demo', state: 'REQUESTED' });
    await finishClosings();
    expect(await newestClosing()).toMatchObject({ state: 'RECONCILED', openCount: 0, matchedCount: 3 });
    await prune();
    expect(await findOrder(old.orderId)).toBeNull();
    expect(await rowsAtSeqr(old.reference)).toEqual([0, 0, 0, 0]);
    expect(await db().read.pruning.count()).toBe(0);
    expect(await db().read.paymentEvent.count({ where: { paymentId: old.paymentId } })).toBe(0);
    expect(await stockOf(old.slug)).toEqual({ stock: 4, reserved: 0, sold: 0 });
    expect(await findOrder(young.orderId)).not.toBeNull();
    await test.sandbox.messages.flush();
    expect(await rowsAtSeqr(young.reference)).not.toContain(0);
  });

  it('leaves the next closing without differences, and does not compare the last one again', async () => {
    const old = await buy();
    await settle();
    passHours(2);
    await prune();
    await finishClosings();
    const closing = await newestClosing();
    await prune();
    expect(await findOrder(old.orderId)).toBeNull();
    await buy();
    passHours(0.5);
    await requestPeriod('shop', 'test');
    await finishClosings();
    const next = await newestClosing();
    expect(next.id).not.toBe(closing.id);
    expect(next).toMatchObject({ state: 'RECONCILED', openCount: 0, matchedCount: 1 });
    expect(await listLines(closing.id, 'open', 10)).toEqual([]);
  });

  it('continues after a crash between the two databases; until then the buyer still sees the order', async () => {
    const old = await buy();
    await settle();
    passHours(2);
    await prune();
    await finishClosings();
    const dying = async (references: readonly string[]) => {
      await ofDemo.forgetInvoices(references);
      throw new Error('killed');
    };
    await expect(pruneOrders({ ...ofDemo, forgetInvoices: dying })).rejects.toThrow('killed');
    expect(await getOrder(old.orderId)).toMatchObject({ state: 'PAID' });
    await prune();
    expect(await findOrder(old.orderId)).toBeNull();
  });

  it('makes the units of an unpaid order available again, and needs no closing to delete the order', async () => {
    const checkout = { ...(await newCheckout(20)), paymentMethod: 'invoice' as const };
    const placed = await placeOrder(checkout, { visitorId: 'v', clientAddress: null }, addresses);
    if (!placed.ok) throw new Error(placed.reason);
    await settle();
    const slug = checkout.items[0]?.slug ?? '';
    expect(await stockOf(slug)).toEqual({ stock: 19, reserved: 1, sold: 0 });
    passHours(2);
    await prune();
    expect(await findOrder(placed.order.orderId)).toBeNull();
    expect(await stockOf(slug)).toEqual({ stock: 20, reserved: 0, sold: 0 });
  });

  it('keeps an order whose payment is in progress or whose effects have not happened', async () => {
    const paying = await issued();
    const paid = await buy();
    passHours(2);
    await requestPeriod('shop', 'test');
    await finishClosings();
    await prune();
    expect(await findOrder(paying.orderId)).not.toBeNull();
    expect(await findOrder(paid.orderId)).not.toBeNull();
  });

  it('allows no other DELETE, and no UPDATE even in its own transaction', async () => {
    const { paymentId } = await buy();
    const refused = [
      () => db().write((tx) => tx.paymentEvent.deleteMany({ where: { paymentId } })),
      () =>
        db().write(async (tx) => {
          await tx.pruning.create({ data: { orderId: 'any' } });
          await tx.paymentEvent.updateMany({ where: { paymentId }, data: { detail: 'x' } });
        }),
    ];
    for (const run of refused) await expect(run()).rejects.toThrow(/constraint|append-only/i);
    expect(await db().read.pruning.count()).toBe(0);
    const events = { where: { paymentId } };
    expect(await db().read.paymentEvent.count(events)).toBeGreaterThan(0);
  });

  it('deletes counted orders although SEQR never has the report of a closing with a wrong id', async () => {
    const old = await buy();
    await settle();
    passHours(2);
    const { periodId: id } = await requestPeriod('shop', 'test');
    await advancePeriod(id);
    const { transactionPeriodId: right } = await newestClosing();
    await db().write((tx) => tx.period.update({ where: { id }, data: { transactionPeriodId: '1' } }));
    passHours(0.2);
    await advancePeriod(id);
    await prune();
    expect(await newestClosing()).toMatchObject({ id, state: 'MARKED', failure: 'seqr:SYSTEM_ERROR' });

    passHours(0.1);
    await prune();
    expect(await findOrder(old.orderId)).not.toBeNull();
    expect((await finishNewest()).id).not.toBe(id);
    await prune();
    expect(await findOrder(old.orderId)).toBeNull();

    const open = await buy();
    await settle();
    passHours(2);
    await advancePeriod(id);
    await prune();
    expect(await findOrder(open.orderId)).not.toBeNull();
    await finishNewest();
    await prune();
    expect(await findOrder(open.orderId)).toBeNull();

    const stuck = () => db().read.period.findUniqueOrThrow({ where: { id } });
    expect(await stuck()).toMatchObject({ state: 'MARKED', failure: 'seqr:SYSTEM_ERROR', nextAt: expect.any(Date) });
    await supplyPeriodId(id, right ?? '', { source: 'merchant', name: 'Åsa' });
    await finishClosings();
    expect(await stuck()).toMatchObject({ state: 'RECONCILED', transactionPeriodId: right });
  });

  it('does nothing without DEMO=on', async () => {
    configure({ DEMO: '' });
    await expect(prune()).rejects.toThrow('only deleted with DEMO=on');
    configure({ DEMO: 'on' });
  });
});
