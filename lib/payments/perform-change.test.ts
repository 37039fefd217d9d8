import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workOutbox } from '../background/effects';
import { db } from '../db/client';
import { newKey, newUuid } from '../ids';
import { linesShown } from '../orders/change-lines';
import { addresses, place } from '../testing/checkouts';
import type { ScriptedSeqr } from '../testing/scripted-seqr';
import { openScriptedShop } from '../testing/scripted-shop';
import { addProducts } from '../testing/shop-database';
import { answerOf } from '../testing/test-service';
import { finishChange, performChange } from './perform-change';
import { retryPayment } from './retry-payment';
import { updateOrder } from './update-order';

let service: ScriptedSeqr;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ service, close } = await openScriptedShop());
});
afterAll(() => close());

const merchant = { source: 'merchant', name: 'Åsa' } as const;
const answer = (fields: string) =>
  service.instead.set('updateInvoice', (response) => response.end(answerOf('updateInvoice', fields)));
const down = '<resultCode>94</resultCode>';

/** Places an order of 3 × 100.00 with an open invoice. */
async function order() {
  const slug = newKey();
  await addProducts([{ slug, stock: 10 }]);
  const buyer = { name: 'Å', email: 'a@b.se', address: 'x', postalCode: '12345', city: 'y', country: 'SE' as const };
  const choices = { delivery: 'standard', paymentMethod: 'seqr', language: 'en', checkoutKey: newUuid() } as const;
  const { orderId, invoiceReference } = await place({ ...choices, customer: buyer, items: [{ slug, quantity: 3 }] });
  const read = () =>
    db().read.order.findUniqueOrThrow({
      where: { id: orderId },
      include: { lines: { orderBy: { position: 'asc' } }, payments: { orderBy: { attempt: 'asc' } } },
    });
  const change = () => db().read.orderChange.findFirst({ where: { orderId }, orderBy: { createdAt: 'desc' } });
  const reduce = (quantity: number, shown?: string) => updateOrder(orderId, new Map([[0, quantity]]), merchant, shown);
  const sent = () => service.count(`updateInvoice ${invoiceReference}`);
  const setPayment = (data: Parameters<typeof updateOpenPayment>[1]) => updateOpenPayment(orderId, data);
  return { orderId, read, change, reduce, sent, setPayment };
}

const updateOpenPayment = (
  orderId: string,
  data: {
    state?: 'CREATED' | 'CANCELED';
    heldAt?: Date | null;
    invoiceReference?: null;
    closedAt?: Date;
    openOrderId?: null;
  },
) => db().write((tx) => tx.payment.update({ where: { openOrderId: orderId }, data }));

describe('a change that SEQR has not confirmed', () => {
  it('is repeated until SEQR accepts it', async () => {
    const { orderId, reduce, change, read, sent } = await order();
    answer(down);
    expect(await reduce(1)).toBe('later');
    answer(down);
    await expect(finishChange(orderId)).rejects.toThrow('SEQR has not confirmed the change');
    expect(await change()).toMatchObject({ state: 'RESERVED', openFor: orderId });
    await finishChange(orderId);
    expect(await change()).toMatchObject({ state: 'APPLIED', openFor: null });
    expect((await read()).lines.map(({ quantity }) => quantity)).toEqual([1, 1]);
    expect(sent()).toBe(3);
    await finishChange(orderId);
    expect(sent(), 'nothing is left to send').toBe(3);
  });

  it.each(['<resultCode>48</resultCode>', '<resultCode>49</resultCode>'])(
    'is not dropped if SEQR refuses a repetition with %s, because the first call may have been accepted',
    async (refusal) => {
      const { orderId, reduce, change } = await order();
      answer(down);
      await reduce(1);
      answer(refusal);
      await expect(finishChange(orderId)).rejects.toThrow('SEQR has not confirmed the change');
      expect(await change()).toMatchObject({ state: 'RESERVED' });
      expect(await performChange(orderId, { isFirst: false })).toBe('changed');
    },
  );

  it('is repeated by the outbox, and not before the first call has had its time', async () => {
    const { orderId, reduce, change } = await order();
    answer(down);
    const before = Date.now();
    await reduce(1);
    const queued = await db().read.outbox.findFirstOrThrow({ where: { kind: 'change-order', subjectId: orderId } });
    // SEQR’s time-out, and five seconds.
    expect((queued.nextAt?.getTime() ?? 0) - before).toBeGreaterThanOrEqual(35_000);
    await db().write((tx) => tx.outbox.update({ where: { id: queued.id }, data: { nextAt: new Date() } }));
    await workOutbox('seqr');
    expect(await change()).toMatchObject({ state: 'APPLIED' });
  });

  it('is not sent for a payment without an invoice or on hold', async () => {
    for (const data of [{ invoiceReference: null }, { heldAt: new Date() }]) {
      const { orderId, reduce, change, sent, setPayment } = await order();
      answer(down);
      await reduce(1);
      await setPayment(data);
      expect(await performChange(orderId, { isFirst: false })).toBe('uncertain');
      expect(sent()).toBe(1);
      expect(await change()).toMatchObject({ state: 'RESERVED' });
    }
  });

  it('is applied without SEQR once no payment is open', async () => {
    const { orderId, reduce, read, sent, setPayment } = await order();
    answer(down);
    await reduce(1);
    await setPayment({ state: 'CANCELED', openOrderId: null, closedAt: new Date() });
    expect(await performChange(orderId, { isFirst: false })).toBe('changed');
    expect(sent()).toBe(1);
    expect((await read()).lines.map(({ quantity }) => quantity)).toEqual([1, 1]);
    expect(await performChange(orderId, { isFirst: false })).toBe('settled');
  });

  it('reports lines that were modified meanwhile instead of guessing', async () => {
    const { orderId, reduce } = await order();
    answer(down);
    await reduce(2);
    await db().write((tx) => tx.orderLine.updateMany({ where: { orderId, position: 0 }, data: { quantity: 1 } }));
    await expect(performChange(orderId, { isFirst: false })).rejects.toThrow('the order was modified');
  });

  it('reports a change as made if a new attempt has applied it', async () => {
    const { orderId, reduce, setPayment } = await order();
    service.instead.set('updateInvoice', async (response) => {
      await setPayment({ state: 'CANCELED', openOrderId: null, closedAt: new Date() });
      await retryPayment(orderId, addresses);
      response.end(answerOf('updateInvoice', down));
    });
    expect(await reduce(1)).toBe('changed');
  });
});

describe('a change that cannot be made now', () => {
  it('refuses a second change while one is unconfirmed, and resumes the same one', async () => {
    const { reduce, change } = await order();
    answer(down);
    expect(await reduce(2)).toBe('later');
    expect(await reduce(1)).toBe('other-change');
    expect(await change()).toMatchObject({ quantities: '[[0,2]]' });
    expect(await reduce(2)).toBe('changed');
  });

  it('refuses a change of lines that look different from those in the form', async () => {
    const { reduce, read, sent } = await order();
    const shown = linesShown((await read()).lines);
    expect(await reduce(2, `${shown}.`)).toBe('overtaken');
    expect(sent()).toBe(0);
    expect(await reduce(2, shown)).toBe('changed');
    expect(await reduce(1, shown)).toBe('overtaken');
  });

  it('is busy while the invoice is being issued', async () => {
    for (const data of [{ state: 'CREATED' as const }, { invoiceReference: null }]) {
      const { reduce, change, setPayment } = await order();
      await setPayment(data);
      expect(await reduce(2)).toBe('busy');
      expect(await change()).toBeNull();
    }
  });

  it('refuses to change an order with a held payment or one that is closed', async () => {
    const held = await order();
    await held.setPayment({ heldAt: new Date() });
    expect(await held.reduce(2)).toBe('refused');
    const closed = await order();
    await db().write((tx) => tx.order.update({ where: { id: closed.orderId }, data: { state: 'CANCELED' } }));
    expect(await closed.reduce(2)).toBe('refused');
    expect(held.sent() + closed.sent()).toBe(0);
  });

  it('says `refused` if the order was closed while SEQR was asked', async () => {
    const { orderId, reduce } = await order();
    service.instead.set('updateInvoice', async (response) => {
      await db().write(async (tx) => {
        await tx.orderChange.updateMany({ where: { orderId }, data: { openFor: null, state: 'DROPPED' } });
        await tx.order.update({ where: { id: orderId }, data: { state: 'CANCELED' } });
      });
      response.end(answerOf('updateInvoice', down));
    });
    expect(await reduce(1)).toBe('refused');
  });
});
