import { afterAll, beforeAll, expect, it } from 'vitest';
import { db } from '../db/client';
import { newKey } from '../ids';
import { addUnpaidOrder } from '../testing/order-rows';
import type { ScriptedSeqr } from '../testing/scripted-seqr';
import { openScriptedShop } from '../testing/scripted-shop';
import { answerOf, success } from '../testing/test-service';
import { getCurrentOrder } from './get-current-order';

let service: ScriptedSeqr;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ service, close } = await openScriptedShop());
});
afterAll(() => close());

const canceled = answerOf('getPaymentStatus', `${success}<status>CANCELED</status><version>1</version>`);
let serial = 0;
async function issuedOrder(): Promise<string> {
  const id = await addUnpaidOrder(100_00);
  const data = { invoiceReference: `160000000000${serial++}`, openOrderId: id };
  await db().write((tx) => tx.payment.update({ where: { id }, data }));
  return id;
}
const asked = () => service.count('getPaymentStatus');

it('asks SEQR about an open payment first', async () => {
  const id = await issuedOrder();
  service.instead.set('getPaymentStatus', (response) => response.end(canceled));
  expect((await getCurrentOrder(id))?.payment?.state).toBe('CANCELED');
});

it('does not ask about an order that is closed or has no open payment', async () => {
  const before = asked();
  expect(await getCurrentOrder(newKey())).toBeNull();
  const [closed, failed] = [await issuedOrder(), await issuedOrder()];
  await db().write(async (tx) => {
    await tx.order.update({ where: { id: closed }, data: { state: 'EXPIRED' } });
    await tx.payment.update({ where: { id: failed }, data: { state: 'FAILED' } });
  });
  expect(await getCurrentOrder(closed)).toMatchObject({ id: closed, state: 'EXPIRED' });
  expect(await getCurrentOrder(failed)).toMatchObject({ id: failed, payment: { state: 'FAILED' } });
  expect(asked()).toBe(before);
});

it('waits a second for SEQR’s answer; a later one is still applied', async () => {
  const id = await issuedOrder();
  let speak = () => {};
  service.instead.set('getPaymentStatus', (response) => {
    speak = () => response.end(canceled);
  });
  const started = performance.now();
  expect((await getCurrentOrder(id))?.payment?.state).toBe('ISSUED');
  expect(performance.now() - started).toBeGreaterThan(900);
  speak();
  await expect
    .poll(async () => (await db().read.payment.findUniqueOrThrow({ where: { id } })).state, { timeout: 10_000 })
    .toBe('CANCELED');
});
