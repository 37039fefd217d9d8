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
  const reference = `160000000000${serial++}`;
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

  it.each([
    ['an unknown reference', () => '1700000000000'],
    ['a reference that is no number', (reference: string) => `${reference}x`],
    ['a reference with something before it', (reference: string) => `x${reference}`],
    ['an empty reference', () => ''],
  ])('with %s changes nothing and need not be repeated', async (_, change) => {
    const { id, reference } = await payment();
    const before = service.calls.length;
    expect(await handleNotification(change(reference), id)).toBe(true);
    expect(service.calls.length).toBe(before);
    expect(notificationsArrive()).toBe(false);
  });

  it('accepts references of up to 32 digits', async () => {
    const { id } = await payment();
    const long = '9'.repeat(33);
    const rename = (invoiceReference: string) =>
      db().write((tx) => tx.payment.update({ where: { id }, data: { invoiceReference } }));
    await rename(long);
    await handleNotification(long, id);
    expect(service.count(`getPaymentStatus ${long}`)).toBe(0);
    await rename(long.slice(1));
    await handleNotification(long.slice(1), id);
    expect(service.count(`getPaymentStatus ${long.slice(1)}`)).toBe(1);
  });

  it('with the id of another order changes nothing', async () => {
    const { reference } = await payment();
    expect(await handleNotification(reference, newKey())).toBe(true);
    expect(service.count(`getPaymentStatus ${reference}`)).toBe(0);
    expect(notificationsArrive()).toBe(false);
  });
});
