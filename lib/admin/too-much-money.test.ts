import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runWatcherRound } from '../background/payment-watcher';
import { now } from '../clock';
import { db } from '../db/client';
import type { Prisma } from '../db/generated/client';
import { newKey } from '../ids';
import { money } from '../money';
import { reviewExcess } from '../orders/excess';
import { getOrder, totalAfterRefunds } from '../orders/get-order';
import { openIncident } from '../orders/incidents';
import { reserveChange } from '../orders/order-change';
import { enqueue } from '../outbox/enqueue';
import { finishChange } from '../payments/perform-change';
import { refundPayment } from '../refunds/refund-payment';
import { type RefundedLine, requestRefund } from '../refunds/request-refund';
import { signedIn } from '../testing/admin-session';
import { configure } from '../testing/configure';
import { addPaidOrder } from '../testing/order-rows';
import { addOrder } from '../testing/orders';
import { openShopDatabase } from '../testing/shop-database';
import { decideRefund } from './decide-refund';
import { endIncidentByHand } from './end-incident';
import { getOrderDetails } from './get-order-details';
import { receiveTransfer } from './receive-transfer';
import type { Session } from './session';
import { listIncidents } from './view-incident';

let close: () => Promise<void>;
let session: Session;

beforeAll(async () => {
  close = await openShopDatabase();
  session = signedIn();
});
afterAll(() => close());

/** Ends the order's first open incident. */
async function endFirst(number: number, form: Readonly<Record<string, string>>) {
  const [incident] = await listIncidents(session, { number });
  const { id = '', shown = '' } = incident ?? {};
  return endIncidentByHand(session, { number, id }, { ...form, shown });
}

/** An order of SEK 475.00 that was paid with SEK 525.00 by SEQR. Its payment has the order's id. */
async function overpaidOrder() {
  const id = await addPaidOrder(newKey(), 525_00);
  return db().write(async (tx) => {
    const order = await tx.order.update({ where: { id }, data: { total: 475_00 } });
    await reviewExcess(tx, id);
    return order;
  });
}

async function addPayment(orderId: string, amount: number, currency = 'SEK'): Promise<string> {
  const at = now();
  const facts = { id: newKey(), orderId, attempt: 2, state: 'PAID' as const, ersReference: newKey() };
  const payment = { ...facts, amount, currency, createdAt: at, paidAt: at, expiresAt: at };
  return (await db().write((tx) => tx.payment.create({ data: payment }))).id;
}

/** An overpaid order whose excess a person has settled elsewhere. */
async function settledOrder() {
  const { id, number } = await overpaidOrder();
  expect(await endFirst(number, { action: 'settle', note: 'Used for order T-2' })).toBe('settled');
  const request = (paymentId: string, kronor: number, change: object = {}) =>
    db().write((tx) => {
      const by = { source: 'merchant', name: 'Åsa' } as const;
      const refund = { orderId: id, paymentId, amount: money(kronor * 100, 'SEK'), reason: 'All', key: newKey(), by };
      return requestRefund(tx, { ...refund, ...change });
    });
  return {
    ...{ id, number, request },
    refundable: async () =>
      (await getOrderDetails(session, number))?.refundable.map(({ paymentId, left }) => [paymentId, left.amount]),
  };
}

/** A bank-transfer order of SEK 475.00. */
async function transferOrder(change: Parameters<typeof addOrder>[0] = {}) {
  const expiresAt = new Date(now().getTime() + 600_000);
  const { id, number } = await addOrder({ paymentMethod: 'invoice', total: 475_00, expiresAt, ...change });
  const refund = async (kronor: number, lines: readonly RefundedLine[] = []) => {
    const facts = { orderId: id, paymentId: null, amount: money(kronor * 100, 'SEK'), reason: 'Too much', lines };
    const result = await refundPayment({ ...facts, key: newKey(), by: { source: 'merchant', name: 'Åsa' } });
    if (!result.ok) throw new Error(result.reason);
    return result.id;
  };
  return {
    ...{ id, number, refund },
    receive: (kronor: number) =>
      receiveTransfer(session, number, { key: newKey(), amount: money(kronor * 100, 'SEK'), note: '' }),
    sent: (refundId: string) => decideRefund(session, { number, refundId }, { done: true, ersReference: null }),
    excess: async () => (await listIncidents(session, { number })).map(({ kind, amount }) => [kind, amount?.amount]),
    settle: () => endFirst(number, { action: 'settle', note: 'Used for order T-2' }),
    read: async () => {
      const order = await getOrder(id);
      if (!order) throw new Error('no order');
      return { state: order.state, left: totalAfterRefunds(order).amount };
    },
  };
}

/** Two units at 100.00 and free delivery, with 25 % VAT. */
const lines = ['A', 'D'].map((name, position) => ({
  ...{ position, kind: position === 0 ? 'PRODUCT' : 'DELIVERY', name, quantity: position === 0 ? 2 : 1 },
  ...{ unitPrice: position === 0 ? 100_00 : 0, vatRate: 25_00, total: position === 0 ? 200_00 : 0 },
})) satisfies Prisma.OrderLineCreateWithoutOrderInput[];

describe('an excess transfer', () => {
  it('is listed until refunded, after which the order total remains', async () => {
    const order = await transferOrder();
    expect(await order.receive(525)).toBe('paid');
    expect(await order.excess()).toEqual([['excess', 50_00]]);
    const refund = await order.refund(50);
    expect(await order.excess()).toEqual([]);
    expect(await order.sent(refund)).toBe(true);
    expect(await order.read()).toEqual({ state: 'PAID', left: 475_00 });
  });

  it('is listed again if its refund was not done', async () => {
    const order = await transferOrder();
    await order.receive(525);
    const refundId = await order.refund(50);
    await decideRefund(session, { number: order.number, refundId }, { done: false });
    expect(await order.excess()).toEqual([['excess', 50_00]]);
  });

  it('is listed again if its refund could not be sent to SEQR', async () => {
    configure({ SEQR_WSDL_URL: 'http://127.0.0.1:9/soap?wsdl' });
    const { id, number } = await overpaidOrder();
    const excess = async () =>
      (await listIncidents(session, { number })).map(({ kind, amount }) => [kind, amount?.amount]);
    expect(await excess()).toEqual([['excess', 50_00]]);
    const refund = { orderId: id, paymentId: id, amount: money(50_00, 'SEK'), reason: 'Too much' };
    const result = await refundPayment({ ...refund, key: newKey(), by: { source: 'merchant', name: 'Åsa' } });
    expect(result).toMatchObject({ state: 'REFUSED', failure: 'unreachable' });
    expect(await excess()).toEqual([['excess', 50_00]]);
  });

  it('offers a prefilled refund by bank transfer', async () => {
    const order = await transferOrder();
    await order.receive(525);
    const [incident] = await listIncidents(session, { number: order.number });
    expect(incident).toMatchObject({ actions: ['refund', 'settle'], refundFrom: 'transfer' });
  });

  it('offers a refund of a payment that the shop is not refunding itself', async () => {
    const { id, number } = await overpaidOrder();
    const second = await addPayment(id, 525_00);
    await db().write(async (tx) => {
      await enqueue(tx, 'refund-late-payment', id);
      await reviewExcess(tx, id);
    });
    const [incident] = await listIncidents(session, { number });
    expect(incident).toMatchObject({ amount: { amount: 50_00 }, refundFrom: second });
  });

  it('stays listed when goods are refunded by line', async () => {
    const sold = lines.map((line) => (line.position === 0 ? { ...line, quantity: 4, total: 400_00 } : line));
    const rest = { kind: 'PRODUCT' as const, name: 'B', quantity: 1, unitPrice: 75_00, vatRate: 12_00, total: 75_00 };
    const order = await transferOrder({ lines: { create: [...sold, { position: 2, ...rest }] } });
    await order.receive(525);
    const refundId = await order.refund(100, [{ position: 0, quantity: 1, amount: 100_00 }]);
    expect(await order.excess()).toEqual([['excess', 50_00]]);
    await order.sent(refundId);
    expect(await order.excess()).toEqual([['excess', 50_00]]);
    const kept = { state: 'PARTIALLY_REFUNDED', keeps: 375_00 };
    expect(await db().read.order.findUnique({ where: { id: order.id } })).toMatchObject(kept);
    await order.sent(await order.refund(50));
    expect(await order.excess()).toEqual([]);
    expect(await db().read.order.findUnique({ where: { id: order.id } })).toMatchObject(kept);
    const notes = await db().read.creditNote.findMany({ where: { orderId: order.id }, include: { vat: true } });
    expect(notes.flatMap(({ vat }) => vat)).toMatchObject([{ rate: 25_00, net: 80_00, vat: 20_00 }]);
  });

  it('can be settled elsewhere; a later excess is listed separately', async () => {
    const order = await transferOrder();
    await order.receive(525);
    expect(await order.settle()).toBe('settled');
    expect(await order.excess()).toEqual([]);
    await order.receive(10);
    expect(await order.excess()).toEqual([['excess', 10_00]]);
    expect(await order.read()).toMatchObject({ state: 'PAID', left: 535_00 });
  });
});

describe('money that a person has settled elsewhere', () => {
  it('does not pay for the order', async () => {
    const order = await transferOrder({ state: 'EXPIRED', closedAt: now() });
    expect(await order.receive(100)).toBe('part');
    expect(await order.settle()).toBe('settled');
    expect(await order.receive(375)).toBe('part');
    expect(await order.excess()).toEqual([['excess', 375_00]]);
    expect(await order.receive(100)).toBe('honoured');
    expect(await order.excess()).toEqual([]);
  });

  it('is not left to refund, so a refund is of the order’s own money', async () => {
    const order = await transferOrder();
    await order.receive(525);
    await order.settle();
    const details = await getOrderDetails(session, order.number);
    expect(details?.refundable).toMatchObject([{ paymentId: null, left: { amount: 475_00 } }]);
    await expect(order.refund(476)).rejects.toThrow('too-much');
    await order.sent(await order.refund(50));
    expect((await order.read()).state).toBe('PARTIALLY_REFUNDED');
    expect(await order.excess()).toEqual([]);
  });
});

describe('money of a payment that a person has settled elsewhere', () => {
  it('is not left to refund, so a refund is of the order’s own money', async () => {
    const { id, request, refundable } = await settledOrder();
    expect(await refundable()).toEqual([[id, 475_00]]);
    expect(await request(id, 476)).toEqual({ ok: false, reason: 'too-much' });
    expect(await request(id, 400)).toMatchObject({ ok: true });
    expect(await refundable()).toEqual([[id, 75_00]]);
    expect(await request(id, 76)).toEqual({ ok: false, reason: 'too-much' });
    expect(await request(id, 75)).toMatchObject({ ok: true });
    expect(await refundable()).toEqual([]);
  });

  it('does not limit the refund of another payment, and is not covered by it', async () => {
    const { id, request, refundable } = await settledOrder();
    const late = await addPayment(id, 475_00);
    await db().write((tx) => enqueue(tx, 'refund-late-payment', late));
    expect(await refundable()).toEqual([
      [id, 475_00],
      [late, 475_00],
    ]);
    expect(await request(id, 476)).toEqual({ ok: false, reason: 'too-much' });
    expect(await request(id, 475)).toMatchObject({ ok: true });
    const shop = { key: `late:${late}`, by: { source: 'shop' } };
    expect(await request(late, 475, shop)).toMatchObject({ ok: true });
  });

  it('is not left to refund in another currency', async () => {
    const { id, number, request, refundable } = await settledOrder();
    const euro = await addPayment(id, 60_00, 'EUR');
    await db().write((tx) => reviewExcess(tx, id));
    await endFirst(number, { action: 'settle', note: 'Used for order T-2' });
    expect(await refundable()).toEqual([[id, 475_00]]);
    expect(await request(euro, 1, { amount: money(1, 'EUR') })).toEqual({ ok: false, reason: 'too-much' });
  });

  it('is refunded if SEQR has reversed the whole payment', async () => {
    const { id, number } = await settledOrder();
    const facts = { kind: 'contradicted', status: 'CANCELED', ersReference: null, detail: null } as const;
    await db().write((tx) =>
      openIncident(tx, { orderId: id, paymentId: id }, { ...facts, amount: 525_00, currency: 'SEK' }),
    );
    expect(await endFirst(number, { action: 'record' })).toBe('recorded');
    expect(await db().read.order.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'REFUNDED' });
    expect(await db().read.refund.findFirst({ where: { orderId: id } })).toMatchObject({ amount: 525_00 });
  });
});

describe('a duplicate transfer', () => {
  it('is listed in full', async () => {
    const order = await transferOrder();
    await order.receive(475);
    expect(await order.excess()).toEqual([]);
    expect(await order.receive(475)).toBe('already-paid');
    expect(await order.excess()).toEqual([['excess', 475_00]]);
  });

  it.each([
    ['partly', 100, 475_00 - 100_00],
    ['fully', 475, 0],
  ])('is listed in full after the order was %s refunded', async (_, refunded, left) => {
    const order = await transferOrder();
    await order.receive(475);
    await order.sent(await order.refund(refunded));
    expect(await order.excess()).toEqual([]);
    expect(await order.receive(50)).toBe('already-paid');
    expect(await order.excess()).toEqual([['excess', 50_00]]);
    await order.sent(await order.refund(50));
    expect(await order.excess()).toEqual([]);
    expect((await order.read()).left).toBe(left);
  });
});

describe('a duplicate transfer that arrives while a refund waits to be sent', () => {
  it.each([
    ['fully', 475, 'REFUNDED'],
    ['partly', 100, 'PARTIALLY_REFUNDED'],
  ])('is listed in full, and the order becomes %s refunded', async (_, refunded, state) => {
    const order = await transferOrder();
    await order.receive(475);
    const refund = await order.refund(refunded);
    expect(await order.receive(475)).toBe('already-paid');
    expect(await order.excess()).toEqual([['excess', 475_00]]);
    await order.sent(refund);
    expect((await order.read()).state).toBe(state);
    expect(await order.excess()).toEqual([['excess', 475_00]]);
    await order.sent(await order.refund(475));
    expect([(await order.read()).state, await order.excess()]).toEqual([state, []]);
  });

  it('is listed in full even if a process with a fast clock requested that refund', async () => {
    const order = await transferOrder();
    await order.receive(475);
    const id = await order.refund(475);
    const createdAt = new Date(now().getTime() + 60_000);
    await db().write((tx) => tx.refund.update({ where: { id }, data: { createdAt } }));
    await order.receive(475);
    expect(await order.excess()).toEqual([['excess', 475_00]]);
    await order.sent(id);
    expect((await order.read()).state).toBe('REFUNDED');
  });

  it('does not take the VAT out of that refund’s credit note', async () => {
    const order = await transferOrder({ total: 200_00, lines: { create: lines } });
    await order.receive(200);
    const refundId = await order.refund(200);
    await order.receive(200);
    await order.sent(refundId);
    const note = await db().read.creditNote.findUniqueOrThrow({ where: { refundId }, include: { vat: true } });
    expect(note.vat).toMatchObject([{ rate: 25_00, net: 160_00, vat: 40_00 }]);
  });

  it('is listed as well if that refund is not done', async () => {
    const order = await transferOrder();
    await order.receive(475);
    const refundId = await order.refund(475);
    await order.receive(475);
    await decideRefund(session, { number: order.number, refundId }, { done: false });
    expect(await order.excess()).toEqual([['excess', 475_00]]);
    expect((await order.read()).state).toBe('PAID');
  });
});

it('a transfer of the new total pays an order whose change is reserved', async () => {
  const order = await transferOrder({ total: 200_00, lines: { create: lines } });
  await db().write((tx) =>
    reserveChange(
      tx,
      { id: order.id, total: 200_00, currency: 'SEK' },
      { quantities: new Map([[0, 1]]), after: { lines: [], total: 100_00 }, paymentVersion: null },
      { source: 'merchant', name: 'Åsa' },
    ),
  );
  expect(await order.receive(100)).toBe('paid');
  await finishChange(order.id);
  expect(await db().read.orderChange.findFirst({ where: { orderId: order.id } })).toMatchObject({ state: 'APPLIED' });
});

describe('a transfer for a closed order', () => {
  it('is listed in full if it is partial; the order reopens once the rest arrives', async () => {
    const order = await transferOrder({ state: 'EXPIRED', closedAt: now() });
    expect(await order.receive(100)).toBe('part');
    expect(await order.excess()).toEqual([['excess', 100_00]]);
    expect(await order.receive(375)).toBe('honoured');
    expect(await order.excess()).toEqual([]);
  });
});

describe('a partly paid order', () => {
  it('expires after HELD_DAYS, and its payment is listed as excess', async () => {
    const expiresAt = new Date(now().getTime() - 6 * 86_400_000);
    const order = await transferOrder({ expiresAt });
    await order.receive(100);
    await runWatcherRound();
    expect((await order.read()).state).toBe('PENDING');
    const past = new Date(now().getTime() - 8 * 86_400_000);
    await db().write((tx) => tx.order.update({ where: { id: order.id }, data: { expiresAt: past } }));
    await runWatcherRound();
    expect((await order.read()).state).toBe('EXPIRED');
    expect(await order.excess()).toEqual([['excess', 100_00]]);
  });
});
