import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { secondsAfter } from '../clock';
import { db } from '../db/client';
import { newKey } from '../ids';
import { addPaidOrder } from '../testing/order-rows';
import { openShopDatabase } from '../testing/shop-database';
import {
  checkInterval,
  furthestCheckMs,
  heldCheckAt,
  mayBeAsked,
  noteNotifications,
  notificationsArrive,
} from './schedule';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openShopDatabase();
});
afterAll(() => close());

describe('heldCheckAt', () => {
  it('schedules checks every 8 seconds for an hour, hourly for a day, then none', () => {
    const heldAt = new Date('2026-11-29T09:00:00Z');
    const pauses = new Map<number, number>();
    let at = heldAt;
    for (let next = heldCheckAt(heldAt, at); next; next = heldCheckAt(heldAt, at)) {
      const seconds = (next.getTime() - at.getTime()) / 1000;
      pauses.set(seconds, (pauses.get(seconds) ?? 0) + 1);
      at = next;
    }
    expect([...pauses]).toEqual([
      [8, 450],
      [3_600, 24],
    ]);
  });
});

describe('mayBeAsked', () => {
  const at = new Date('2026-11-29T09:00:00Z');

  it.each([
    ['never', true, null],
    ['0.999 s ago', false, -0.999],
    ['1 s ago', true, -1],
    ['just now', false, 0],
    ['by a concurrent call that began a moment later', false, 0.001],
    ['in the future, before the clock was set back', true, 1.001],
  ])('may ask about a payment that was last asked about %s: %s', async (_, isDue, seconds) => {
    const id = await addPaidOrder(newKey(), 100_00);
    const askedAt = seconds === null ? null : secondsAfter(at, seconds);
    await db().write((tx) => tx.payment.update({ where: { id }, data: { askedAt } }));
    expect(await db().read.payment.count({ where: { id, ...mayBeAsked(at) } })).toBe(isDue ? 1 : 0);
  });
});

describe('checkInterval', () => {
  it('is 8 s while notifications arrive, otherwise 1 s for an open page and 5 s without one', async () => {
    await noteNotifications(false);
    expect([notificationsArrive(), checkInterval(true), checkInterval(false)]).toEqual([false, 1, 5]);
    await noteNotifications(true);
    expect([notificationsArrive(), checkInterval(true), checkInterval(false)]).toEqual([true, 8, 8]);
    await noteNotifications(false);
    expect(checkInterval(true)).toBe(1);
  });
});

it('schedules no check more than 1 minute ahead, or 61 minutes for a held payment', () => {
  expect([furthestCheckMs(false), furthestCheckMs(true)]).toEqual([60_000, 3_660_000]);
});
