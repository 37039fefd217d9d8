import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { now, secondsAfter } from '../clock';
import { db } from '../db/client';
import type { Prisma } from '../db/generated/client';
import { newKey } from '../ids';
import { money } from '../money';
import { formatOrderNumber } from '../orders/get-order';
import type { OrderState } from '../orders/order-states';
import type { PaymentStatusAnswer } from '../seqr/answers';
import { addPaidOrder } from '../testing/order-rows';
import { addOrder } from '../testing/orders';
import { openShopDatabase } from '../testing/shop-database';
import { applyStatus, isNews } from './apply-status';

const money100 = { amount: 100_00, currency: 'SEK' };
const state = 'ISSUED' as const;
const row = { id: 'p', orderId: 'o', state, ...money100, version: 3, heldAt: null, invoiceReference: '1' };
const ersReference = '2026112309000000000000001';
const paid = { ...row, state: 'PAID' as const };

function answer(status: string, version = 3, sum = 100_00, reference = ersReference): PaymentStatusAnswer {
  const receipt = { paymentReference: reference, invoice: { totalAmount: money(sum, 'SEK') } };
  return { status, version, ersReference: reference, receipt, customerTokens: [] };
}

describe('isNews', () => {
  it.each([
    ['same status', row, answer('ISSUED'), false],
    ['same status, older version', row, answer('ISSUED', 2), false],
    ['same status, newer version, which the next call must acknowledge', row, answer('ISSUED', 4), true],
    ['other state', row, answer('CANCELED'), true],
    ['unknown status', row, answer('PARTIALLY_PAID'), true],
    ['paid', row, answer('PAID'), true],
    ['paid, already booked', paid, answer('PAID'), false],
    ['same status while held, which ends the incident', { ...row, heldAt: new Date() }, answer('ISSUED'), true],
    ['paid, already booked with another amount', paid, answer('PAID', 3, 99_00), true],
    ['paid, already booked, and its receipt is gone', paid, { ...answer('PAID'), receipt: undefined }, false],
    ['paid, already booked in another currency', { ...paid, currency: 'EUR' }, answer('PAID'), true],
    ['not paid, with another amount', row, answer('ISSUED', 3, 99_00), false],
    ['reversed after it was booked', paid, answer('CANCELED'), true],
  ])('decides whether an answer is news: %s', (_, before, status, isNew) => {
    expect(isNews(before, status)).toBe(isNew);
  });
});

describe('applyStatus', () => {
  let close: () => Promise<void>;
  beforeAll(async () => {
    close = await openShopDatabase();
  });
  afterAll(() => close());

  /** An open attempt of 100.00, with the version 3. */
  async function attempt(change: Partial<Prisma.PaymentUncheckedCreateInput> = {}, orderState: OrderState = 'PENDING') {
    const order = await addOrder({ state: orderState });
    const id = newKey();
    const at = new Date();
    const facts = { id, orderId: order.id, attempt: 1, state, ...money100, version: 3, openOrderId: order.id };
    await db().write((tx) => tx.payment.create({ data: { ...facts, createdAt: at, expiresAt: at, ...change } }));
    const payment = { id, orderId: order.id };
    return {
      ...payment,
      apply: (status: PaymentStatusAnswer) => applyStatus(payment, status, 'watcher'),
      read: () => db().read.payment.findUniqueOrThrow({ where: { id } }),
      orderState: async () => (await db().read.order.findUniqueOrThrow({ where: { id: order.id } })).state,
      incidents: () => db().read.incident.findMany({ where: { orderId: order.id }, orderBy: { openedAt: 'asc' } }),
      effects: async () => {
        const subjectId = { in: [id, order.id] };
        const rows = await db().read.outbox.findMany({ where: { subjectId }, orderBy: { id: 'asc' } });
        return rows.map((effect) => [effect.kind, effect.subjectId === id ? 'payment' : 'order']);
      },
    };
  }

  it('books a payment once, with its receipts', async () => {
    const { apply, read, orderState, effects } = await attempt({ failure: 'earlier' });
    const reference = newKey();
    expect(await apply(answer('PAID', 4, 100_00, reference))).toBe(true);
    expect(await read()).toMatchObject({ state: 'PAID', version: 4, ersReference: reference, failure: null });
    expect((await read()).paidAt).toBeInstanceOf(Date);
    expect(await orderState()).toBe('PAID');
    const booked = [
      ['submit-receipt', 'payment'],
      ['mail-receipt', 'order'],
      ['mail-new-order', 'order'],
    ];
    expect(await effects()).toEqual(booked);
    expect(await apply(answer('PAID', 4, 100_00, reference))).toBe(false);
    expect(await effects()).toEqual(booked);
  });

  it('books and refunds a payment of an order that is already paid, without another receipt', async () => {
    const { apply, read, effects } = await attempt({ state: 'CANCELED', openOrderId: null }, 'PAID');
    expect(await apply(answer('PAID', 2, 100_00, newKey()))).toBe(true);
    expect(await read()).toMatchObject({ state: 'PAID', version: 3 });
    expect(await effects()).toEqual([
      ['submit-receipt', 'payment'],
      ['refund-late-payment', 'payment'],
    ]);
  });

  it('books a payment later than an earlier refund of the order, even if a process with a fast clock requested it', async () => {
    const { orderId, apply, read } = await attempt();
    const createdAt = secondsAfter(now(), 60);
    const refund = { id: newKey(), key: newKey(), orderId, state: 'DONE' as const, reason: '', ...money100, createdAt };
    await db().write((tx) => tx.refund.create({ data: refund }));
    await apply(answer('PAID', 4, 100_00, newKey()));
    const order = await db().read.order.findUniqueOrThrow({ where: { id: orderId } });
    for (const { paidAt } of [await read(), order]) expect(paidAt).toEqual(new Date(createdAt.getTime() + 1));
  });

  it('cancels the order’s open attempt if an earlier one is paid', async () => {
    const late = await attempt({ state: 'CANCELED', openOrderId: null });
    const { attempt: _, ...columns } = await late.read();
    const open = { ...columns, id: newKey(), attempt: 2, state: 'ISSUED' as const, openOrderId: late.orderId };
    await db().write((tx) => tx.payment.create({ data: open }));
    await late.apply(answer('PAID', 3, 100_00, newKey()));
    expect(await db().read.outbox.findMany({ where: { subjectId: open.id } })).toMatchObject([
      { kind: 'cancel-invoice' },
    ]);
  });

  it('stores a newer version, and ignores an older one', async () => {
    const { apply, read } = await attempt();
    expect(await apply(answer('ISSUED', 5))).toBe(false);
    expect((await read()).version).toBe(5);
    expect(await apply(answer('ISSUED', 4))).toBe(false);
    expect(await read()).toMatchObject({ state: 'ISSUED', version: 5 });
  });

  it.each([
    ['PENDING_ISSUER_ACKNOWLEDGE', 'ISSUED'],
    ['CANCELED', 'CANCELED'],
    ['RESERVED', 'RESERVED'],
  ] as const)('does not go from %s to another state that SEQR cannot reach from it', async (from, to) => {
    const { apply, read } = await attempt({ state: from, ...(from === 'CANCELED' && { openOrderId: null }) });
    await apply(answer('ISSUED', 4));
    expect(await read()).toMatchObject({ state: to, version: 4 });
  });

  it('acknowledges each waiting version once, only while the payment is open', async () => {
    const { apply, id, effects } = await attempt();
    for (const version of [4, 4, 5]) await apply(answer('PENDING_ISSUER_ACKNOWLEDGE', version));
    const rows = await db().read.outbox.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } });
    expect(rows.map(({ key }) => key)).toEqual([`answer-acknowledgment:${id}:4`, `answer-acknowledgment:${id}:5`]);
    await db().write((tx) => tx.payment.update({ where: { id }, data: { state: 'CANCELED', openOrderId: null } }));
    await apply(answer('PENDING_ISSUER_ACKNOWLEDGE', 6));
    expect(await effects()).toHaveLength(2);
  });

  describe('holds', () => {
    it('a payment with an unknown status', async () => {
      const { apply, read, incidents } = await attempt();
      expect(await apply(answer('PARTIALLY_PAID', 4, 40_00))).toBe(true);
      expect(await read()).toMatchObject({ state: 'ISSUED', version: 4, heldAt: expect.any(Date) });
      const held = { kind: 'unknown-status', status: 'PARTIALLY_PAID', amount: 40_00, currency: 'SEK', ersReference };
      expect(await incidents()).toMatchObject([held]);
    });

    it('a payment of a total that the order had before', async () => {
      const { apply, orderId, incidents } = await attempt();
      const changed = { orderId, at: new Date(), source: 'shop', kind: 'changed' } as const;
      await db().write((tx) =>
        tx.orderEvent.create({
          data: { ...changed, data: JSON.stringify({ from: 300_00, to: 100_00, currency: 'SEK' }) },
        }),
      );
      await apply(answer('PAID', 4, 200_00, newKey()));
      expect(await incidents()).toMatchObject([{ kind: 'other-amount', amount: 200_00 }]);
      await apply(answer('PAID', 4, 300_00, newKey()));
      expect(await incidents()).toMatchObject([{ kind: 'order-changed', amount: 300_00 }]);
      const inEuro = { invoice: { totalAmount: money(300_00, 'EUR') } };
      await apply({ ...answer('PAID', 4, 0, newKey()), receipt: inEuro });
      expect(await incidents()).toMatchObject([{ kind: 'other-amount', amount: 300_00, currency: 'EUR' }]);
    });

    it('a payment with the reference of another one, and names that order', async () => {
      const reference = newKey();
      const other = await addPaidOrder(reference, 100_00);
      const { number } = await db().read.order.findUniqueOrThrow({ where: { id: other } });
      const { apply, incidents, read } = await attempt();
      expect(await apply(answer('PAID', 4, 100_00, reference))).toBe(true);
      const held = { kind: 'duplicate-reference', detail: formatOrderNumber(number), ersReference: reference };
      expect(await incidents()).toMatchObject([held]);
      expect((await read()).state).toBe('ISSUED');
    });

    it('a payment that a person has already settled elsewhere', async () => {
      const { apply, id, orderId, incidents } = await attempt();
      const at = new Date();
      const settled = { kind: 'unclear', outcome: 'settled' as const, openedAt: at, endedAt: at };
      await db().write((tx) => tx.incident.create({ data: { id: newKey(), orderId, paymentId: id, ...settled } }));
      await apply(answer('PAID', 4, 100_00, newKey()));
      expect((await incidents()).map(({ kind, endedAt }) => [kind, endedAt === null])).toEqual([
        ['unclear', false],
        ['settled-before', true],
      ]);
    });

    it('a payment until a current answer matches again', async () => {
      const { apply, read, incidents } = await attempt();
      await apply(answer('PARTIALLY_PAID', 5));
      expect(await apply(answer('ISSUED', 4))).toBe(false);
      expect((await read()).heldAt).toBeInstanceOf(Date);
      expect(await apply(answer('ISSUED', 5))).toBe(true);
      expect((await read()).heldAt).toBeNull();
      expect(await incidents()).toMatchObject([{ outcome: 'resolved', actor: null, endedAt: expect.any(Date) }]);
    });

    it('a payment only until it is booked', async () => {
      const { apply, read, incidents } = await attempt();
      await apply(answer('PARTIALLY_PAID', 5));
      expect(await apply(answer('PAID', 4, 100_00, newKey()))).toBe(true);
      expect(await read()).toMatchObject({ state: 'PAID', heldAt: null, nextCheckAt: null });
      expect(await incidents()).toMatchObject([{ outcome: 'resolved' }]);
    });
  });

  it.each([
    ['another amount', answer('PAID', 4, 99_00), { status: 'PAID', amount: 99_00 }],
    ['a reversal', answer('CANCELED', 4), { status: 'CANCELED', amount: 100_00 }],
  ])('keeps a booked payment, and opens one incident, if SEQR reports %s', async (_, status, facts) => {
    const { apply, read, incidents } = await attempt({ state: 'PAID', openOrderId: null }, 'PAID');
    expect(await apply(status)).toBe(true);
    expect(await apply(status)).toBe(false);
    expect(await read()).toMatchObject({ state: 'PAID', version: 4, amount: 100_00 });
    expect(await incidents()).toMatchObject([{ kind: 'contradicted', currency: 'SEK', ersReference, ...facts }]);
  });

  it.each(['ISSUED', 'PAID', 'PARTIALLY_PAID'])('leaves a booked payment alone if SEQR reports %s', async (status) => {
    const { apply, read, incidents } = await attempt({ state: 'PAID', openOrderId: null }, 'PAID');
    expect(await apply(answer(status, 4))).toBe(false);
    expect(await read()).toMatchObject({ state: 'PAID', version: 4 });
    expect(await incidents()).toEqual([]);
  });
});
