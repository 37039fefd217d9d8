import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '../db/client';
import { newKey } from '../ids';
import { addUnpaidOrder } from '../testing/order-rows';
import type { ScriptedSeqr } from '../testing/scripted-seqr';
import { openScriptedShop } from '../testing/scripted-shop';
import { answerOf, success } from '../testing/test-service';
import { handleNotification } from './handle-notification';
import { noteNotifications, notificationsArrive } from './schedule';

let service: ScriptedSeqr;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ service, close } = await openScriptedShop());
});
afterAll(() => close());
beforeEach(() => noteNotifications(false));

let serial = 0;
async function payment(state: 'ISSUED' | 'CANCELED' = 'ISSUED') {
  const id = await addUnpaidOrder(100_00);
  const reference = String(1_600_000_000_000 + serial++);
  const open = state === 'ISSUED' ? { openOrderId: id } : { state, closedAt: new Date() };
  await db().write((tx) => tx.payment.update({ where: { id }, data: { invoiceReference: reference, ...open } }));
  const stateNow = async () => (await db().read.payment.findUniqueOrThrow({ where: { id } })).state;
  return { id, reference, stateNow };
}

const statusFields = (status: string) => `${success}<status>${status}</status><version>1</version>`;
const answer = (fields: string) =>
  service.instead.set('getPaymentStatus', (response) => response.end(answerOf('getPaymentStatus', fields)));

describe('a notification', () => {
  it('for an open payment asks SEQR, and tells the schedule that notifications arrive', async () => {
    const { id, reference, stateNow } = await payment();
    answer(statusFields('CANCELED'));
    expect(await handleNotification(reference, id)).toBe(true);
    expect(await stateNow()).toBe('CANCELED');
    expect(notificationsArrive()).toBe(true);
    expect(await db().read.paymentEvent.findFirst({ where: { paymentId: id } })).toMatchObject({
      source: 'notification',
    });
  });

  it('without an order’s id is accepted too', async () => {
    const { reference, stateNow } = await payment();
    answer(statusFields('CANCELED'));
    expect(await handleNotification(reference, null)).toBe(true);
    expect(await stateNow()).toBe('CANCELED');
  });

  it('need not be repeated if the check of an open payment fails, because the watcher repeats it', async () => {
    const { id, reference, stateNow } = await payment();
    answer('<resultCode>94</resultCode>');
    expect(await handleNotification(reference, id)).toBe(true);
    expect(await stateNow()).toBe('ISSUED');
  });

  it('for a closed payment checks it, and has to be repeated if the check fails', async () => {
    const { id, reference } = await payment('CANCELED');
    answer('<resultCode>94</resultCode>');
    expect(await handleNotification(reference, id)).toBe(false);
    expect(notificationsArrive(), 'it says nothing about open payments').toBe(false);
    await db().write((tx) => tx.payment.update({ where: { id }, data: { askedAt: null } }));
    answer(statusFields('CANCELED'));
    expect(await handleNotification(reference, id)).toBe(true);
    expect(service.count(`getPaymentStatus ${reference}`)).toBe(2);
  });

  it('for an unknown payment changes nothing and need not be repeated', async () => {
    const { id } = await payment();
    const before = service.calls.length;
    expect(await handleNotification('1700000000000', id)).toBe(true);
    expect(service.calls.length).toBe(before);
    expect(notificationsArrive()).toBe(false);
  });

  it.each([
    ['1600000000000x', false],
    ['x1600000000000', false],
    ['', false],
    ['9'.repeat(33), false],
    ['9'.repeat(32), true],
  ])('with the reference %j is looked up: %s', async (reference, isLookedUp) => {
    const { id } = await payment();
    // SEQR gives no such reference; stored, it shows that the text itself is refused.
    await db().write((tx) => tx.payment.update({ where: { id }, data: { invoiceReference: reference } }));
    const before = service.calls.length;
    expect(await handleNotification(reference, id)).toBe(true);
    expect(service.calls.length - before).toBe(isLookedUp ? 1 : 0);
    expect(notificationsArrive()).toBe(isLookedUp);
  });

  it('with the id of another order changes nothing', async () => {
    const { reference } = await payment();
    expect(await handleNotification(reference, newKey())).toBe(true);
    expect(service.count(`getPaymentStatus ${reference}`)).toBe(0);
    expect(notificationsArrive()).toBe(false);
  });
});
