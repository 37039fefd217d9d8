import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { db } from '../db/client';
import { seqrIsDown } from '../payments/breaker';
import { portOf } from '../port-of';
import { configure } from '../testing/configure';
import { startRealSandbox } from '../testing/real-sandbox';
import { type SeqrOrder, seqrOrder } from '../testing/seqr-order';
import { openShopDatabase } from '../testing/shop-database';
import { getOutcome } from './get-outcome';
import { startWhatIf } from './start-what-if';
import { plans, SLOW_MS, type WhatIf, whatIfs } from './what-if';

const addresses = { forSeqr: 'http://127.0.0.1:1', forBuyer: 'http://127.0.0.1:1' };

let seqr: Awaited<ReturnType<typeof startRealSandbox>>;
let close: () => Promise<void>;

beforeAll(async () => {
  close = await openShopDatabase();
  seqr = await startRealSandbox();
});
afterAll(async () => {
  await seqr.stop();
  await close();
});

/** The sandbox of these tests is another process, which the shop reaches as it would reach its own. */
beforeEach(() => configure({ DEMO: 'on', SEQR_SANDBOX: 'on', SEQR_SANDBOX_PUBLIC: 'off' }));

const start = (order: SeqrOrder, whatIf: WhatIf, visitorId: string | null = 'visitor') =>
  startWhatIf(whatIf, { orderId: order.orderId, visitorId }, addresses);
const outcome = (order: SeqrOrder) => getOutcome(order.orderId, 'visitor');

async function withSeqrAt(address: string, run: () => Promise<void>): Promise<void> {
  const before = process.env.SEQR_WSDL_URL ?? '';
  configure({ SEQR_WSDL_URL: `${address}/soap/merchant/cashregister-2?wsdl` });
  try {
    await run();
  } finally {
    configure({ SEQR_WSDL_URL: before });
  }
}

/** Asks SEQR, as the watcher does, until the payment is in this state. */
async function askUntil(order: SeqrOrder, state: string) {
  await expect
    .poll(
      async () => {
        await order.ask();
        return (await order.row()).state;
      },
      { timeout: 30_000 },
    )
    .toBe(state);
}

describe('the shop', () => {
  it.each(['network', 'down'] as const)('learns of a payment after failed calls: %s', async (whatIf) => {
    const order = await seqrOrder();
    expect(await start(order, whatIf)).toBe(true);
    await order.ask();
    expect(await outcome(order)).toMatchObject({ whatIf, isOver: false, failedCalls: 1, secondsUntilKnown: null });
    await askUntil(order, 'PAID');
    const over = await outcome(order);
    expect(over).toMatchObject({ isOver: true, failedCalls: 4, secondsUntilKnown: expect.any(Number) });
  });

  it('shows no code after the response was lost, and does not repeat the call', async () => {
    const order = await seqrOrder();
    expect(await start(order, 'lost')).toBe(true);
    expect(await outcome(order)).toMatchObject({ isOver: true, failedCalls: 1 });
    const payments = await db().read.payment.findMany({
      where: { orderId: order.orderId },
      orderBy: { attempt: 'asc' },
    });
    expect(payments.map(({ state, invoiceQRCode }) => [state, invoiceQRCode !== null])).toEqual([
      ['CANCELED', true],
      ['UNKNOWN', false],
    ]);
  });

  it('keeps waiting, with the same code, after a payer has too little money', async () => {
    const order = await seqrOrder();
    expect(await start(order, 'money')).toBe(true);
    await order.ask();
    expect(await outcome(order)).toMatchObject({ whatIf: 'money', isOver: true });
    expect(await order.row()).toMatchObject({ state: 'ISSUED', invoiceReference: order.reference });
    expect(await seqr.read(order.reference)).toMatchObject({ status: 'ISSUED', paid: null });
  });

  it('learns that SEQR reversed a payment because the shop asked too late', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const order = await seqrOrder();
    expect(await start(order, 'slow')).toBe(true);
    vi.advanceTimersByTime(SLOW_MS - 1);
    await order.ask();
    expect(await outcome(order)).toMatchObject({ isOver: false, failedCalls: 1 });
    await seqr.passTime(20);
    vi.useRealTimers();
    await askUntil(order, 'CANCELED');
    expect(await outcome(order)).toMatchObject({ isOver: true });
    expect(await seqr.read(order.reference)).toMatchObject({ status: 'CANCELED', closedBy: 'REVERSAL' });
  });

  it('books one payment if two payers pay', async () => {
    const order = await seqrOrder();
    expect(await start(order, 'twice')).toBe(true);
    await askUntil(order, 'PAID');
    expect(await outcome(order)).toMatchObject({ whatIf: 'twice', isOver: true });
    const { notifications } = await seqr.read(order.reference);
    expect(notifications).toHaveLength(4);
    expect(await db().read.payment.count({ where: { orderId: order.orderId } })).toBe(1);
  });
});

describe('a what-if', () => {
  it('does not make the shop report SEQR as down, even while another what-if runs', async () => {
    const orders = [await seqrOrder(), await seqrOrder()];
    for (const order of orders) expect(await start(order, 'down')).toBe(true);
    let wasDown = false;
    const askAll = async () => {
      for (const order of orders) await order.ask();
      wasDown ||= seqrIsDown();
      return Promise.all(orders.map(async (order) => (await order.row()).state));
    };
    await expect.poll(askAll, { timeout: 30_000 }).toEqual(['PAID', 'PAID']);
    expect(wasDown).toBe(false);
  });

  it('uses payers whose ids nobody can guess', async () => {
    const order = await seqrOrder();
    expect(await start(order, 'twice')).toBe(true);
    expect(seqr.payerOf(order.reference)).toMatch(/^visitor-[\w-]{22}$/);
  });

  it('is only for the order’s own visitor', async () => {
    const order = await seqrOrder();
    for (const other of ['another visitor', null]) {
      expect(await start(order, 'money', other)).toBe(false);
      expect(await getOutcome(order.orderId, other)).toBeNull();
    }
    expect(await outcome(order)).toBeNull();
    expect(await seqr.read(order.reference)).toMatchObject({ events: [] });
  });

  it('exists only in a demonstration', async () => {
    const order = await seqrOrder();
    configure({ DEMO: 'off', BEHIND_THE_SCENES: 'on', SEQR_SANDBOX: 'on' });
    expect(await start(order, 'money')).toBe(false);
  });

  it('is refused while another is in progress, and once nothing waits for a payer', async () => {
    const order = await seqrOrder();
    expect(await start(order, 'network')).toBe(true);
    expect(await start(order, 'money')).toBe(false);
    const paid = await seqrOrder();
    await seqr.pay(paid.reference);
    await askUntil(paid, 'PAID');
    expect(await start(paid, 'money')).toBe(false);
  });

  it('is refused while the sandbox does not answer, and can begin afterwards', async () => {
    const order = await seqrOrder();
    await withSeqrAt('http://127.0.0.1:9', async () => expect(await start(order, 'money')).toBe(false));
    expect(await outcome(order)).toBeNull();
    expect(await start(order, 'money')).toBe(true);
  });

  it('is refused if the sandbox’s answer breaks off', async () => {
    const order = await seqrOrder();
    const broken = createServer((request, response) => {
      response.writeHead(request.url?.endsWith('/pay') ? 409 : 200, { 'Content-Type': 'application/json' });
      response.write('{"reason":');
      setImmediate(() => response.destroy());
    }).listen(0, '127.0.0.1');
    await once(broken, 'listening');
    const address = `http://127.0.0.1:${portOf(broken)}`;
    await withSeqrAt(address, async () => expect(await start(order, 'money')).toBe(false)).finally(() =>
      broken.close(),
    );
  });

  it('affects only the visitor’s own invoice', async () => {
    const [order, other] = [await seqrOrder(), await seqrOrder()];
    expect(await start(order, 'network')).toBe(true);
    expect(await other.ask()).toBe('answered');
    expect(await order.ask()).toBe('failed');
  });

  it('makes too few calls fail for the shop to tell all visitors that SEQR is down', () => {
    for (const whatIf of whatIfs) {
      for (const { kind, times = 0 } of plans[whatIf].faults) {
        if (kind !== 'resultCode') expect([whatIf, kind, times < 5]).toEqual([whatIf, kind, true]);
      }
    }
  });
});
