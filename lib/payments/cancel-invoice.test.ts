import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { db } from '../db/client';
import { newKey } from '../ids';
import type { PaymentState } from '../orders/order-states';
import { addUnpaidOrder } from '../testing/order-rows';
import type { ScriptedSeqr } from '../testing/scripted-seqr';
import { openScriptedShop } from '../testing/scripted-shop';
import { answerOf, success } from '../testing/test-service';
import { cancelAbandonedInvoice, cancelInvoice } from './cancel-invoice';

let service: ScriptedSeqr;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ service, close } = await openScriptedShop(5));
});
afterAll(() => close());
afterEach(() => service.instead.clear());

const answer = (operation: string, fields: string) =>
  service.instead.set(operation, (response) => response.end(answerOf(operation, fields)));
const answerCancel = (code: number) => answer('cancelInvoice', `<resultCode>${code}</resultCode>`);

let serial = 0;
async function payment(state: PaymentState) {
  const id = await addUnpaidOrder(100_00);
  const isOpen = state === 'ISSUED';
  const invoiceReference = `150000000000${serial++}`;
  const data = { state, invoiceReference, openOrderId: isOpen ? id : null, closedAt: isOpen ? null : new Date() };
  await db().write((tx) => tx.payment.update({ where: { id }, data }));
  return { id, invoiceReference, read: () => db().read.payment.findUniqueOrThrow({ where: { id } }) };
}

describe('cancelInvoice', () => {
  it.each([
    [0, 'canceled'],
    [95, 'canceled'],
    [55, 'canceled'],
    [58, 'canceled'],
    [50, 'paid'],
    [51, 'busy'],
    [48, 'busy'],
  ])('understands SEQR’s answer %i as `%s`', async (code, outcome) => {
    answerCancel(code);
    expect(await cancelInvoice('1400000000000')).toBe(outcome);
  });

  it.each([54, 90, 94])('throws if SEQR answers %i', async (resultCode) => {
    answerCancel(resultCode);
    await expect(cancelInvoice('1400000000000')).rejects.toMatchObject({ name: 'SeqrError', resultCode });
  });
});

describe('cancelAbandonedInvoice', () => {
  it.each([
    ['SEQR cancels it', 0],
    ['SEQR does not know it', 54],
  ])('closes the attempt if %s', async (_, code) => {
    const { id, read } = await payment('ISSUED');
    answerCancel(code);
    await cancelAbandonedInvoice(id);
    expect((await read()).state).toBe('CANCELED');
  });

  it('leaves an attempt as it is if it was closed before', async () => {
    const { id, read, invoiceReference } = await payment('UNKNOWN');
    await cancelAbandonedInvoice(id);
    expect(service.count(`cancelInvoice ${invoiceReference}`)).toBe(1);
    expect((await read()).state).toBe('UNKNOWN');
  });

  it('waits for the answer to sendInvoice, and has nothing to cancel if there was none', async () => {
    const before = service.calls.length;
    await expect(cancelAbandonedInvoice((await payment('CREATED')).id)).rejects.toThrow('not issued yet');
    await cancelAbandonedInvoice(await addUnpaidOrder(100_00));
    expect(service.calls.length).toBe(before);
  });

  it.each([
    ['its payer confirms', 51, 'busy'],
    ['SEQR is down', 94, 'SERVICE_UNAVAILABLE'],
  ])('throws, to be retried, while %s', async (_, code, message) => {
    const { id, read } = await payment('ISSUED');
    answerCancel(code);
    await expect(cancelAbandonedInvoice(id)).rejects.toThrow(message);
    expect((await read()).state).toBe('ISSUED');
  });

  const paidAnswer = (ersReference: string) => {
    const total = '<totalAmount><currency>SEK</currency><value>100.00</value></totalAmount>';
    const receipt = `<receipt><invoice>${total}</invoice></receipt>`;
    answerCancel(50);
    answer(
      'getPaymentStatus',
      `<ersReference>${ersReference}</ersReference>${success}<status>PAID</status>${receipt}<version>1</version>`,
    );
  };

  it.each(['ISSUED', 'UNKNOWN'] as const)(
    'books the payment of an attempt that is %s if it was paid',
    async (state) => {
      const { id, read } = await payment(state);
      const ersReference = newKey();
      paidAnswer(ersReference);
      await cancelAbandonedInvoice(id);
      expect(await read()).toMatchObject({ state: 'PAID', ersReference });
    },
  );

  it('throws, to be retried, if it was paid but SEQR does not return its status', async () => {
    const { id, read } = await payment('ISSUED');
    answerCancel(50);
    service.instead.set('getPaymentStatus', (response) => response.destroy());
    await expect(cancelAbandonedInvoice(id)).rejects.toThrow('did not return its status');
    expect((await read()).state).toBe('ISSUED');
  });

  const statusAnswer = (status: string) =>
    answer('getPaymentStatus', `${success}<status>${status}</status><version>1</version>`);

  it.each(['ISSUED', 'RESERVED'])(
    'throws, to be retried, if SEQR refuses as for a paid invoice but reports %s',
    async (status) => {
      const { id, read } = await payment('ISSUED');
      answerCancel(50);
      statusAnswer(status);
      await expect(cancelAbandonedInvoice(id)).rejects.toThrow('getPaymentStatus does not report it as paid');
      expect((await read()).state).toBe(status);
      answerCancel(0);
      await cancelAbandonedInvoice(id);
      expect((await read()).state).toBe('CANCELED');
    },
  );

  it('throws, to be retried, if SEQR answers 50 (paid) for a closed attempt but reports it as unpaid', async () => {
    const { id, read } = await payment('UNKNOWN');
    answerCancel(50);
    statusAnswer('ISSUED');
    await expect(cancelAbandonedInvoice(id)).rejects.toThrow('getPaymentStatus does not report it as paid');
    expect((await read()).state).toBe('UNKNOWN');
  });

  it.each(['settled', 'closed'] as const)(
    'ends if a person has ended the payment’s incident as %s',
    async (outcome) => {
      const { id } = await payment('UNKNOWN');
      const settled = { orderId: id, paymentId: id, kind: 'no-reference', outcome };
      const at = new Date();
      await db().write((tx) => tx.incident.create({ data: { ...settled, id: newKey(), openedAt: at, endedAt: at } }));
      answerCancel(50);
      statusAnswer('ISSUED');
      await cancelAbandonedInvoice(id);
    },
  );

  it.each([
    ['reports it as cancelled meanwhile', 'CANCELED', { state: 'CANCELED' }],
    ['reports a payment that is put on hold', 'PAID', { state: 'ISSUED', heldAt: expect.any(Date) }],
  ])('ends if SEQR refuses as for a paid invoice and %s', async (_, status, expected) => {
    const { id, read } = await payment('ISSUED');
    answerCancel(50);
    statusAnswer(status);
    await cancelAbandonedInvoice(id);
    expect(await read()).toMatchObject(expected);
  });
});
