import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { workOutbox } from '../background/effects';
import { now } from '../clock';
import { db } from '../db/client';
import { newKey } from '../ids';
import { settlePaidOrder } from '../orders/settle-order';
import { reserveStock } from '../orders/stock';
import { issueStored } from '../testing/issue-stored';
import { addOrder } from '../testing/orders';
import type { ScriptedSeqr } from '../testing/scripted-seqr';
import { openScriptedShop } from '../testing/scripted-shop';
import { addProducts, stockOf } from '../testing/shop-database';
import { answerOf, success } from '../testing/test-service';
import { openAttempt } from './open-attempt';
import { syncPayment } from './sync-payment';
import { updateOrder } from './update-order';

let service: ScriptedSeqr;
let close: () => Promise<void>;
const merchant = { source: 'merchant', name: 'Åsa' } as const;

beforeAll(async () => {
  ({ service, close } = await openScriptedShop(5));
});
afterAll(() => close());

let serial = 0;
/**
 * Makes an unpaid order of 3 × 100.00 plus 49.00 for delivery, with reserved stock. Its invoice is issued, unless it is
 * paid by bank transfer.
 */
async function unpaidOrder({ byTransfer = false, transferred = 0 } = {}) {
  const slug = `u${serial++}`;
  await addProducts([{ slug, stock: 10 }]);
  const { id } = await addOrder({
    total: 349_00,
    transferred,
    paymentMethod: byTransfer ? 'invoice' : 'seqr',
    expiresAt: new Date(now().getTime() + 600_000),
    lines: {
      create: [
        {
          position: 0,
          kind: 'PRODUCT',
          slug,
          name: 'A',
          quantity: 3,
          unitPrice: 100_00,
          vatRate: 25_00,
          total: 300_00,
        },
        { position: 1, kind: 'DELIVERY', name: 'D', quantity: 1, unitPrice: 49_00, vatRate: 25_00, total: 49_00 },
      ],
    },
  });
  const attempt = await db().write(async (tx) => {
    await reserveStock(tx, [{ slug, quantity: 3 }]);
    if (byTransfer) return null;
    return openAttempt(tx, { id, total: 349_00, currency: 'SEK' }, new Date(now().getTime() + 600_000), 0);
  });
  if (attempt) await issueStored(attempt.id);
  const read = async () => {
    const order = await db().read.order.findUniqueOrThrow({
      where: { id },
      include: { lines: { orderBy: { position: 'asc' } }, payments: true, events: true },
    });
    return {
      state: order.state,
      total: order.total,
      quantities: order.lines.map(({ quantity }) => quantity),
      amount: order.payments[0]?.amount,
      events: order.events.map(({ kind }) => kind),
      payment: order.payments[0],
    };
  };
  const update = (quantity: number) => updateOrder(id, new Map([[0, quantity]]), merchant);
  const reference = (await read()).payment?.invoiceReference ?? '';
  return { id, slug, read, update, reference, paymentId: attempt?.id ?? newKey() };
}

/** Skips the minimum interval between two checks. */
const letAskAgain = (id: string) => db().write((tx) => tx.payment.update({ where: { id }, data: { askedAt: null } }));

describe('reducing an unpaid order', () => {
  it('updates SEQR’s invoice, the order, the stock and the history', async () => {
    const { update, read, slug, reference } = await unpaidOrder();
    expect(await update(1)).toBe('changed');
    expect(service.count(`updateInvoice ${reference}`)).toBe(1);
    expect(await read()).toMatchObject({ total: 149_00, amount: 149_00, quantities: [1, 1] });
    expect((await read()).events).toEqual(['change-requested', 'changed']);
    expect(await stockOf(slug)).toEqual({ stock: 9, reserved: 1, sold: 0 });
  });

  it('books the new amount when it is paid', async () => {
    const { update, read, reference, paymentId } = await unpaidOrder();
    await update(1);
    service.set(reference, { status: 'PAID', total: '<currency>SEK</currency><value>149.00</value>' });
    await syncPayment(paymentId, 'page');
    expect(await read()).toMatchObject({ state: 'PAID', total: 149_00 });
  });

  it.each([
    ['', 2_000],
    [', and SEQR was asked within the same second', 500],
  ])('books the old amount if the payer was faster%s', async (_, askedMsAgo) => {
    const { update, read, reference, paymentId } = await unpaidOrder();
    const askedAt = new Date(now().getTime() - askedMsAgo);
    await db().write((tx) => tx.payment.update({ where: { id: paymentId }, data: { askedAt } }));
    service.set(reference, { status: 'PAID' });
    service.instead.set('updateInvoice', (response) =>
      response.end(answerOf('updateInvoice', '<resultCode>90</resultCode>')),
    );
    expect(await update(1)).toBe('paid');
    expect(await read()).toMatchObject({ state: 'PAID', total: 349_00, quantities: [3, 1] });
  });

  it('is applied if SEQR’s answer is lost and the payer pays the new amount', async () => {
    const { update, read, reference, paymentId, slug } = await unpaidOrder();
    service.instead.set('updateInvoice', (response) => response.destroy());
    expect(await update(1)).toBe('later');
    service.set(reference, { status: 'PAID', total: '<currency>SEK</currency><value>149.00</value>' });
    await letAskAgain(paymentId);
    await syncPayment(paymentId, 'page');
    expect(await read()).toMatchObject({ state: 'PAID', total: 149_00, amount: 149_00, quantities: [1, 1] });
    expect(await stockOf(slug)).toEqual({ stock: 9, reserved: 0, sold: 1 });
  });

  it.each([
    ['busy', 'the payer confirms', '<resultCode>48</resultCode>', ['change-requested', 'change-dropped']],
    ['refused', 'SEQR refuses the invoice', '<resultCode>49</resultCode>', ['change-requested', 'change-dropped']],
    ['later', 'SEQR is down', '<resultCode>94</resultCode>', ['change-requested']],
    ['later', 'SEQR is overloaded', '<resultCode>93</resultCode>', ['change-requested']],
  ])('returns %s if %s, and can be retried', async (outcome, _, fields, events) => {
    const { update, read } = await unpaidOrder();
    service.instead.set('updateInvoice', (response) => response.end(answerOf('updateInvoice', fields)));
    expect(await update(2)).toBe(outcome);
    expect(await read()).toMatchObject({ total: 349_00, amount: 349_00, events });
    expect(await update(2)).toBe('changed');
  });

  it('is sent again if the shop concurrently acknowledged the old invoice', async () => {
    const { update, reference, paymentId } = await unpaidOrder();
    service.instead.set('updateInvoice', async (response) => {
      await db().write((tx) => tx.payment.update({ where: { id: paymentId }, data: { version: { increment: 2 } } }));
      response.end(answerOf('updateInvoice', success));
    });
    expect(await update(1)).toBe('changed');
    expect(service.count(`updateInvoice ${reference}`)).toBe(1);
    await workOutbox('seqr');
    expect(service.count(`updateInvoice ${reference}`)).toBe(2);
    expect(service.lastRequest('updateInvoice')).toContain('<value>149.00</value></totalAmount>');
  });

  /** Two merchants request the same change. Returns their outcomes after SEQR has answered them, in this order. */
  async function changeTwice(id: string, answers: readonly [string, string]) {
    const held: ((fields: string) => void)[] = [];
    const request = async (name: string) => {
      const answered = held.length + 1;
      service.instead.set('updateInvoice', (response) => {
        held.push((fields) => response.end(answerOf('updateInvoice', fields)));
      });
      const outcome = updateOrder(id, new Map([[0, 2]]), { source: 'merchant', name });
      await vi.waitFor(() => expect(held.length).toBe(answered));
      return { outcome };
    };
    const [first, second] = [await request('Åsa'), await request('Bo')];
    held[0]?.(answers[0]);
    const outcomes = [await first.outcome];
    held[1]?.(answers[1]);
    return [...outcomes, await second.outcome];
  }

  it('is refused to both merchants who request it if the payer confirms', async () => {
    const { id, read } = await unpaidOrder();
    const busy = '<resultCode>48</resultCode>';
    expect(await changeTwice(id, [busy, busy])).toEqual(['busy', 'refused']);
    expect(await read()).toMatchObject({ total: 349_00, amount: 349_00 });
  });

  it('is undone at SEQR if SEQR refused it to one merchant and accepted it from another', async () => {
    const { id, read, reference } = await unpaidOrder();
    expect(await changeTwice(id, ['<resultCode>48</resultCode>', success])).toEqual(['busy', 'refused']);
    expect(await read()).toMatchObject({ total: 349_00, amount: 349_00 });
    await workOutbox('seqr');
    expect(service.count(`updateInvoice ${reference}`)).toBe(3);
    expect(service.lastRequest('updateInvoice')).toContain('<value>349.00</value></totalAmount>');
  });

  it('does not drop a later change when SEQR’s refusal arrives late', async () => {
    const { id, update, read } = await unpaidOrder();
    service.instead.set('updateInvoice', async (response) => {
      await db().write(async (tx) => {
        const [change] = await tx.orderChange.findMany({ where: { openFor: id } });
        if (!change) throw new Error('no change is reserved');
        await tx.orderChange.update({ where: { id: change.id }, data: { openFor: null, state: 'APPLIED' } });
        await tx.orderChange.create({ data: { ...change, id: newKey() } });
      });
      response.end(answerOf('updateInvoice', '<resultCode>49</resultCode>'));
    });
    expect(await update(2)).toBe('changed');
    expect((await read()).events).toEqual(['change-requested']);
    expect(await db().read.orderChange.count({ where: { openFor: id } })).toBe(1);
  });

  it('makes no SEQR call for a bank-transfer order', async () => {
    const { update, read, slug } = await unpaidOrder({ byTransfer: true });
    const before = service.calls.length;
    expect(await update(2)).toBe('changed');
    expect(service.calls.length).toBe(before);
    expect(await read()).toMatchObject({ total: 249_00, quantities: [2, 1] });
    expect(await stockOf(slug)).toMatchObject({ stock: 8, reserved: 2 });
  });

  it('is refused if money has arrived or the quantity is invalid', async () => {
    const partly = await unpaidOrder({ byTransfer: true, transferred: 10_00 });
    expect(await partly.update(2)).toBe('refused');
    const paid = await unpaidOrder({ byTransfer: true });
    await db().write((tx) => settlePaidOrder(tx, paid.id));
    expect(await paid.update(2)).toBe('refused');
    const open = await unpaidOrder();
    for (const quantity of [0, 3, 4, -1, 0.5]) expect(await open.update(quantity)).toBe('refused');
    expect(service.count(`updateInvoice ${open.reference}`)).toBe(0);
  });
});
