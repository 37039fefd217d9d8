import { afterAll, beforeAll, expect, it } from 'vitest';
import { now, secondsAfter } from '../clock';
import { config } from '../config';
import { db } from '../db/client';
import type { Prisma } from '../db/generated/client';
import { onChange } from '../orders/order-changes';
import { addUnpaidOrder } from '../testing/order-rows';
import { openShopDatabase } from '../testing/shop-database';
import { releaseHeldGoods } from './release-held-goods';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openShopDatabase();
});
afterAll(() => close());

const daysAgo = (days: number) => secondsAfter(now(), -days * 86_400);
/** A little more and a little less than HELD_DAYS ago. */
const [longAgo, recently] = [daysAgo(config().heldDays + 0.01), daysAgo(config().heldDays - 0.01)];

type Data = {
  readonly order?: Prisma.OrderUncheckedUpdateInput;
  readonly payment?: Prisma.PaymentUncheckedUpdateInput;
};

/** An unpaid order of 100.00, whose payment is open unless `payment` says otherwise. */
async function waiting({ order = {}, payment = {} }: Data) {
  const id = await addUnpaidOrder(100_00);
  await db().write(async (tx) => {
    await tx.order.update({ where: { id }, data: { expiresAt: recently, ...order } });
    await tx.payment.update({ where: { id }, data: { openOrderId: id, ...payment } });
  });
  const read = async () => {
    const { state, payments } = await db().read.order.findUniqueOrThrow({ where: { id }, include: { payments: true } });
    return [state, ...payments.map((attempt) => attempt.state)];
  };
  const events = async () => {
    const rows = await db().read.orderEvent.findMany({ where: { orderId: id } });
    return rows.map(({ kind, source, data }) => ({ kind, source, data: JSON.parse(data) }));
  };
  return { id, read, events };
}
const closedPayment = { openOrderId: null, state: 'EXPIRED' } as const;
const partlyTransferred = { transferred: 40_00, expiresAt: longAgo };

it('closes an order whose payment has been held for HELD_DAYS, records why, and tells its pages', async () => {
  const { id, read, events } = await waiting({ payment: { heldAt: longAgo } });
  let changes = 0;
  const stop = onChange(id, () => changes++);
  await releaseHeldGoods();
  stop();
  expect(await read()).toEqual(['EXPIRED', 'EXPIRED']);
  expect(await events()).toEqual([{ kind: 'goods-released', source: 'shop', data: { days: config().heldDays } }]);
  expect(changes).toBe(1);
  expect(await db().read.paymentEvent.findFirst({ where: { paymentId: id } })).toMatchObject({ source: 'watcher' });
  await releaseHeldGoods();
  expect(await events()).toHaveLength(1);
});

it('closes an order whose partial bank transfer is overdue', async () => {
  const { read } = await waiting({ order: partlyTransferred, payment: closedPayment });
  await releaseHeldGoods();
  expect(await read()).toEqual(['EXPIRED', 'EXPIRED']);
});

it.each<[string, Data]>([
  ['whose payment has been held for less than HELD_DAYS', { payment: { heldAt: recently } }],
  ['whose partial transfer is not overdue', { order: { transferred: 40_00 }, payment: closedPayment }],
  ['that is overdue, but for which nothing was received', { order: { expiresAt: longAgo }, payment: closedPayment }],
  ['with an overdue partial transfer, while a payment is still open', { order: partlyTransferred }],
])('does not touch an order %s', async (_, data) => {
  const { read, events } = await waiting(data);
  const before = await read();
  await releaseHeldGoods();
  expect(await read()).toEqual(before);
  expect(await events()).toEqual([]);
});

it('does not touch an order that is paid between the search and the write', async () => {
  const { id, read, events } = await waiting({ payment: { heldAt: longAgo } });
  let goOn = () => {};
  const searched = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const paying = db().write(async (tx) => {
    await searched;
    await tx.order.update({ where: { id }, data: { state: 'PAID' } });
  }, id);
  const releasing = releaseHeldGoods();
  // SQLite runs reads in sequence, so the search is done when this count returns. Writes to one order are serialized, so
  // the release waits for the payment.
  await db().read.order.count();
  goOn();
  await Promise.all([paying, releasing]);
  expect(await read()).toEqual(['PAID', 'ISSUED']);
  expect(await events()).toEqual([]);
});
