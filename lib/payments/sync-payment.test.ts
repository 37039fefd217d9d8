import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { monotonicMs, secondsAfter } from '../clock';
import { db } from '../db/client';
import type { Prisma } from '../db/generated/client';
import { onChange } from '../orders/order-changes';
import { addUnpaidOrder } from '../testing/order-rows';
import type { ScriptedSeqr } from '../testing/scripted-seqr';
import { openScriptedShop } from '../testing/scripted-shop';
import { answerOf, success } from '../testing/test-service';
import { noteNotifications } from './schedule';
import { syncForPerson, syncPayment } from './sync-payment';

let service: ScriptedSeqr;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ service, close } = await openScriptedShop(5));
});
afterAll(() => close());
beforeEach(async () => {
  await noteNotifications(false);
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
  service.instead.clear();
});

let serial = 0;
async function payment(change: Prisma.PaymentUncheckedUpdateInput = {}) {
  const id = await addUnpaidOrder(100_00);
  const invoiceReference = String(170_000_000_000 + serial++);
  const update = (data: Prisma.PaymentUncheckedUpdateInput) =>
    db().write((tx) => tx.payment.update({ where: { id }, data }));
  await update({ invoiceReference, openOrderId: id, ...change });
  return {
    ...{ id, update },
    asked: () => service.count(`getPaymentStatus ${invoiceReference}`),
    read: () => db().read.payment.findUniqueOrThrow({ where: { id } }),
    incidents: () => db().read.incident.findMany({ where: { paymentId: id } }),
  };
}
const closed = { state: 'CANCELED', openOrderId: null, closedAt: new Date() } as const;
const answer = (fields: string) =>
  service.instead.set('getPaymentStatus', (response) => response.end(answerOf('getPaymentStatus', fields)));
const answerStatus = (status: string, version = 1) =>
  answer(`${success}<status>${status}</status><version>${version}</version>`);
const secondsUntilCheck = async ({ read }: Awaited<ReturnType<typeof payment>>) => {
  const { askedAt, nextCheckAt } = await read();
  return nextCheckAt && askedAt && (nextCheckAt.getTime() - askedAt.getTime()) / 1000;
};

describe('an open payment', () => {
  it('is asked about at most once a second', async () => {
    const one = await payment();
    answerStatus('ISSUED');
    expect(await syncPayment(one.id, 'watcher')).toBe('answered');
    expect(await syncPayment(one.id, 'watcher')).toBe('not-asked');
    expect([one.asked(), await secondsUntilCheck(one)]).toEqual([1, 5]);
    vi.setSystemTime(secondsAfter(new Date(), 1));
    answerStatus('ISSUED');
    expect(await syncPayment(one.id, 'watcher')).toBe('answered');
  });

  it('is checked a second after the last call if a page asks earlier', async () => {
    const one = await payment();
    answerStatus('ISSUED');
    await syncPayment(one.id, 'watcher');
    expect(await syncPayment(one.id, 'page')).toBe('not-asked');
    expect([one.asked(), await secondsUntilCheck(one)]).toEqual([1, 1]);
    await one.update({ nextCheckAt: new Date(0) });
    await syncPayment(one.id, 'page');
    expect((await one.read()).nextCheckAt).toEqual(new Date(0));
  });

  it('is checked every second while its page is open', async () => {
    const one = await payment();
    const leave = onChange(one.id, () => {});
    answerStatus('ISSUED');
    await syncPayment(one.id, 'watcher');
    leave();
    expect(await secondsUntilCheck(one)).toBe(1);
  });

  it('tells its page only what has changed', async () => {
    const one = await payment();
    let changes = 0;
    const leave = onChange(one.id, () => {
      changes += 1;
    });
    answerStatus('ISSUED', 0);
    await syncPayment(one.id, 'page');
    expect(changes).toBe(0);
    await one.update({ askedAt: null });
    answerStatus('RESERVED');
    await syncPayment(one.id, 'page');
    leave();
    expect([changes, (await one.read()).state]).toEqual([1, 'RESERVED']);
  });

  it.each([
    ['soon if SEQR is down', '<resultCode>94</resultCode>', 1],
    ['on schedule if SEQR refuses the call', '<resultCode>20</resultCode>', 5],
  ])('is checked again %s', async (_, fields, seconds) => {
    const one = await payment();
    answer(fields);
    expect(await syncPayment(one.id, 'watcher')).toBe('failed');
    expect(await secondsUntilCheck(one)).toBe(seconds);
    expect(await one.incidents()).toEqual([]);
  });

  it('is held if SEQR does not know its invoice', async () => {
    const one = await payment();
    answer('<resultCode>54</resultCode>');
    expect(await syncPayment(one.id, 'watcher')).toBe('answered');
    const nothing = { status: null, amount: null, currency: null, ersReference: null, detail: null };
    expect(await one.incidents()).toMatchObject([{ kind: 'unknown-invoice', ...nothing }]);
    expect((await one.read()).heldAt).toBeInstanceOf(Date);
  });

  it('is not asked about before it has an invoice', async () => {
    const one = await payment({ invoiceReference: null });
    const before = service.calls.length;
    expect(await syncPayment(one.id, 'notification')).toBe('not-asked');
    expect(service.calls.length).toBe(before);
  });
});

describe('a closed payment', () => {
  it.each([
    ['watcher', 'not-asked'],
    ['page', 'not-asked'],
    ['notification', 'answered'],
    ['refusal', 'answered'],
  ] as const)('that the %s asks about is %s', async (source, outcome) => {
    const one = await payment(closed);
    answerStatus('CANCELED');
    expect(await syncPayment(one.id, source)).toBe(outcome);
    expect(await syncPayment(one.id, source), 'within the same second').toBe('not-asked');
    expect(await one.read()).toMatchObject({ state: 'CANCELED', nextCheckAt: null });
  });

  it('fails and is not held if SEQR does not know its invoice', async () => {
    const one = await payment(closed);
    answer('<resultCode>54</resultCode>');
    expect(await syncPayment(one.id, 'notification')).toBe('failed');
    expect(await one.incidents()).toEqual([]);
  });
});

it('asks about a held payment less often, and not if it was held or released meanwhile', async () => {
  const heldAt = secondsAfter(new Date(), -7_200);
  const one = await payment({ heldAt });
  expect(await syncPayment(one.id, 'watcher', { orderId: one.id, heldAt: null })).toBe('not-asked');
  answerStatus('PARTIALLY_PAID');
  expect(await syncPayment(one.id, 'watcher', { orderId: one.id, heldAt })).toBe('answered');
  expect(await secondsUntilCheck(one)).toBe(3_600);
  expect(await syncPayment(one.id, 'page')).toBe('not-asked');
  expect(await secondsUntilCheck(one)).toBe(3_600);
});

describe('a person who waits for the outcome', () => {
  const hold = () => {
    const held: (() => void)[] = [];
    service.instead.set('getPaymentStatus', (response) => void held.push(() => response.destroy()));
    return held;
  };

  it('is answered in time, and the check goes on', async () => {
    const one = await payment();
    const held = hold();
    expect(await syncForPerson(one.id, 'buyer', monotonicMs() - 8_950)).toBe('not-asked');
    await vi.waitFor(() => expect(held.length).toBe(1));
    answerStatus('ISSUED');
    held[0]?.();
    await vi.waitFor(async () => expect(await secondsUntilCheck(one)).toBe(1));
  });

  it('waits for a call in progress, and not for a second one if that call fails', async () => {
    const one = await payment();
    const held = hold();
    const watching = syncPayment(one.id, 'watcher');
    await vi.waitFor(() => expect(held.length).toBe(1));
    const waiting = syncForPerson(one.id, 'buyer', monotonicMs());
    held[0]?.();
    expect([await watching, await waiting, one.asked()]).toEqual(['failed', 'failed', 1]);
  });
});
