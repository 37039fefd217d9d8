import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { payInvoice } from '../payers/pay-invoice';
import { getPayer } from '../payers/view-payer';
import { amount, openTestSandbox, type TestSandbox } from '../test-sandbox';

let test: TestSandbox;
beforeAll(async () => {
  test = await openTestSandbox();
});
afterAll(() => test.close());

const balance = async () =>
  (await getPayer(test.sandbox))?.balances.find(({ currency }) => currency === 'SEK')?.amount ?? 0;
const commit = (reference: string, fields = '') =>
  test.call('commitReservation', `<invoiceReference>${reference}</invoiceReference>${fields}`);
const reserve = async (mode = 'RESERVATION_REQUIRED', fields = '') => {
  const reference = await test.sendInvoice(`<paymentMode>${mode}</paymentMode>${fields}`);
  expect(await payInvoice(test.sandbox, reference, '1234')).toMatchObject({ ok: true, status: 'RESERVED' });
  return reference;
};

describe('a reservation', () => {
  it('holds the money until it is committed, and is then paid for good', async () => {
    const had = await balance();
    const reference = await reserve();
    expect(await balance()).toBe(had - 10_000);
    const reserved = await test.status(reference);
    expect([reserved.get('status'), reserved.get('version'), reserved.get('ersReference')]).toEqual([
      'RESERVED',
      '1',
      undefined,
    ]);
    const committed = await commit(reference);
    expect([committed.code, committed.get('ersReference')]).toEqual([0, expect.stringMatching(/^\d{25}$/)]);
    expect((await commit(reference)).code).toBe(96);
    await test.advance(3600, { invoiceReference: reference });
    const paid = await test.status(reference);
    expect([paid.get('status'), paid.get('ersReference')]).toEqual(['PAID', committed.get('ersReference')]);
    expect(await balance()).toBe(had - 10_000);
  });

  it('can be committed in part: the rest goes back', async () => {
    const had = await balance();
    const reference = await reserve();
    expect((await commit(reference, amount('amount', '30.50'))).code).toBe(0);
    expect(await balance()).toBe(had - 3_050);
    expect((await test.status(reference)).get('receipt/invoice/totalAmount/value')).toBe('30.50');
  });

  it.each([
    ['more than is reserved', amount('amount', '100.01'), 11],
    ['nothing', amount('amount', '0'), 11],
    ['less than nothing', amount('amount', '-1'), 11],
    ['another currency', amount('amount', '1', 'EUR'), 49],
    ['no decimal', amount('amount', 'all'), 49],
  ])('is not committed over %s', async (_name, fields, code) => {
    const reference = await reserve();
    expect((await commit(reference, fields)).code).toBe(code);
    expect((await test.status(reference)).get('status')).toBe('RESERVED');
  });

  it('may be committed higher when its amount was preliminary, as far as the money goes', async () => {
    const had = await balance();
    const reference = await reserve('RESERVATION_REQUIRED_PRELIMINARY_AMOUNT');
    expect((await commit(reference, amount('amount', '999999'))).code).toBe(12);
    expect((await commit(reference, amount('amount', '120'))).code).toBe(0);
    expect(await balance()).toBe(had - 12_000);
  });

  it('lapses after its time, and the money goes back', async () => {
    const had = await balance();
    const timeout = '<commitReservationTimeout>60</commitReservationTimeout>';
    const reference = await reserve('RESERVATION_REQUIRED', timeout);
    await test.advance(59, { invoiceReference: reference });
    expect((await test.status(reference)).get('status')).toBe('RESERVED');
    await test.advance(1, { invoiceReference: reference });
    expect(await balance()).toBe(had);
    expect((await test.status(reference)).get('status')).toBe('CANCELED');
    expect((await commit(reference)).code).toBe(96);
  });

  it('goes back when the merchant cancels', async () => {
    const had = await balance();
    const reference = await reserve();
    expect((await test.call('cancelInvoice', `<invoiceReference>${reference}</invoiceReference>`)).code).toBe(0);
    expect(await balance()).toBe(had);
  });

  it('is committed once by many calls at once', async () => {
    const had = await balance();
    const reference = await reserve();
    const codes = (await Promise.all(Array.from({ length: 10 }, () => commit(reference)))).map(({ code }) => code);
    expect(codes.filter((code) => code === 0)).toHaveLength(1);
    expect(codes.filter((code) => code === 96)).toHaveLength(9);
    expect(await balance()).toBe(had - 10_000);
  });

  it('is a payment at once where the bank cannot reserve, and refused where it must', async () => {
    await test.sandbox.db.write((tx) =>
      tx.payer.create({
        data: {
          id: 'old-bank',
          name: 'Old',
          pin: '4321',
          canReserve: false,
          createdAt: new Date(),
          balances: { create: { currency: 'SEK', amount: 100_000 } },
        },
      }),
    );
    const desired = await test.sendInvoice('<paymentMode>RESERVATION_DESIRED</paymentMode>');
    const asOld = { payerId: 'old-bank' };
    expect(await payInvoice(test.sandbox, desired, '4321', asOld)).toMatchObject({ ok: true, status: 'PAID' });
    const required = await test.sendInvoice('<paymentMode>RESERVATION_REQUIRED</paymentMode>');
    expect(await payInvoice(test.sandbox, required, '4321', asOld)).toEqual({ ok: false, reason: 'cannot-reserve' });
  });

  it('is unknown or not there', async () => {
    expect((await commit('1')).code).toBe(54);
    expect((await commit(await test.sendInvoice())).code).toBe(96);
  });
});
