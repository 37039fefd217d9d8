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
const update = (reference: string, invoice: string) =>
  test.call('updateInvoice', `<invoiceReference>${reference}</invoiceReference><invoice>${invoice}</invoice>`);
const invoiceOf = (reference: string) => test.sandbox.db.read.invoice.findUniqueOrThrow({ where: { reference } });
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

  it.each([
    ['lower', '30', '50', 0],
    ['higher', '500', '100.01', 11],
    ['higher, and to a preliminary amount', '500', '100.01', 11, 'RESERVATION_REQUIRED_PRELIMINARY_AMOUNT'],
  ])('stays as it was reserved when updateInvoice makes the total %s', async (_, total, committed, code, mode = '') => {
    const had = await balance();
    const reference = await reserve();
    const paymentMode = mode && `<paymentMode>${mode}</paymentMode>`;
    expect((await update(reference, `${paymentMode}${amount('totalAmount', total)}`)).code).toBe(0);
    expect(await invoiceOf(reference)).toMatchObject({
      status: 'RESERVED',
      total: Number(total) * 100,
      reserved: 10_000,
      paymentMode: 'RESERVATION_REQUIRED',
    });
    expect(await balance()).toBe(had - 10_000);
    expect((await commit(reference, amount('amount', committed))).code).toBe(code);
    expect(await balance()).toBe(had - (code === 0 ? 5_000 : 10_000));
  });

  it('is committed as reserved, not as the changed total, when no amount is named', async () => {
    const had = await balance();
    const reference = await reserve();
    await update(reference, amount('totalAmount', '30'));
    expect((await commit(reference)).code).toBe(0);
    expect(await balance()).toBe(had - 10_000);
    expect((await test.status(reference)).get('receipt/invoice/totalAmount/value')).toBe('100.00');
  });

  it('goes back as it was reserved when it lapses or is canceled after a change of the total', async () => {
    const had = await balance();
    const [lapsed, canceled] = [
      await reserve('RESERVATION_REQUIRED', '<commitReservationTimeout>60</commitReservationTimeout>'),
      await reserve(),
    ];
    for (const reference of [lapsed, canceled]) await update(reference, amount('totalAmount', '7'));
    await test.advance(60, { invoiceReference: lapsed });
    await test.call('cancelInvoice', `<invoiceReference>${canceled}</invoiceReference>`);
    expect(await balance()).toBe(had);
  });

  it('takes no total in another currency', async () => {
    const reference = await reserve();
    expect((await update(reference, amount('totalAmount', '100', 'EUR'))).code).toBe(49);
    expect(await invoiceOf(reference)).toMatchObject({ total: 10_000, currency: 'SEK' });
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

describe('an unattended sale (UPS), such as at a fuel pump', () => {
  const rows = (quantity: string, sum: string) =>
    `<invoiceRows><invoiceRow><itemDescription>Bensin 95</itemDescription><itemQuantity>${quantity}</itemQuantity>` +
    `<itemUnit>l</itemUnit>${amount('itemTotalAmount', sum)}</invoiceRow></invoiceRows>`;

  it.each([
    ['less than the preliminary amount', '312.40'],
    ['more than the preliminary amount', '612.40'],
  ])('reserves, is told what was bought, and commits %s', async (_, sum) => {
    const had = await balance();
    const sent = await test.call(
      'sendInvoice',
      '<invoice><paymentMode>RESERVATION_REQUIRED_PRELIMINARY_AMOUNT</paymentMode>' +
        '<acknowledgmentMode>NO_ACKNOWLEDGMENT</acknowledgmentMode><issueDate>2026-11-23T14:00:00+01:00</issueDate>' +
        '<title>Pump 4</title><clientInvoiceId>P4-1</clientInvoiceId>' +
        `${rows('1', '500')}${amount('totalAmount', '500')}<cashierId>Pump 4</cashierId><footer>Up to 500 kr</footer>` +
        '<commitReservationTimeout>600</commitReservationTimeout></invoice>',
    );
    const reference = sent.get('invoiceReference') ?? '';
    await payInvoice(test.sandbox, reference, '1234');
    expect((await test.status(reference)).get('status')).toBe('RESERVED');
    expect(await balance()).toBe(had - 50_000);

    expect((await update(reference, `${rows('17.5', sum)}${amount('totalAmount', sum)}`)).code).toBe(0);
    expect((await commit(reference, amount('amount', sum))).code).toBe(0);
    const paid = await test.status(reference);
    expect([paid.get('status'), paid.get('receipt/invoice/totalAmount/value')]).toEqual(['PAID', sum]);
    expect(paid.get('receipt/invoice/invoiceRows/invoiceRow/itemQuantity')).toBe('17.5');
    expect(await balance()).toBe(had - Number(sum.replace('.', '')));
  });

  it('costs nothing if nothing is bought before the reservation lapses', async () => {
    const had = await balance();
    const reference = await reserve(
      'RESERVATION_REQUIRED_PRELIMINARY_AMOUNT',
      '<commitReservationTimeout>600</commitReservationTimeout>',
    );
    await test.advance(600, { invoiceReference: reference });
    expect((await test.status(reference)).get('status')).toBe('CANCELED');
    expect(await balance()).toBe(had);
  });
});
