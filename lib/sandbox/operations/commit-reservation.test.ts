import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amount, openTestSandbox, type TestSandbox } from '../../testing/sandbox/test-sandbox';
import { payInvoice } from '../payers/pay-invoice';
import { getPayer } from '../payers/view-payer';

let testSandbox: TestSandbox;
beforeAll(async () => {
  testSandbox = await openTestSandbox();
});
afterAll(() => testSandbox.close());

const balance = async () =>
  (await getPayer(testSandbox.sandbox))?.balances.find(({ currency }) => currency === 'SEK')?.amount ?? 0;
const commit = (reference: string, fields = '') =>
  testSandbox.call('commitReservation', `<invoiceReference>${reference}</invoiceReference>${fields}`);
const update = (reference: string, invoice: string) =>
  testSandbox.call('updateInvoice', `<invoiceReference>${reference}</invoiceReference><invoice>${invoice}</invoice>`);
const invoiceOf = (reference: string) =>
  testSandbox.sandbox.db.read.invoice.findUniqueOrThrow({ where: { reference } });
const reserve = async (mode = 'RESERVATION_REQUIRED', fields = '') => {
  const reference = await testSandbox.sendInvoice(`<paymentMode>${mode}</paymentMode>${fields}`);
  expect(await payInvoice(testSandbox.sandbox, reference, '1234')).toMatchObject({ ok: true, status: 'RESERVED' });
  return reference;
};

describe('reservations', () => {
  it('hold the money; once committed, the invoice becomes and stays PAID', async () => {
    const balanceBefore = await balance();
    const reference = await reserve();
    expect(await balance()).toBe(balanceBefore - 10_000);
    const reserved = await testSandbox.status(reference);
    expect([reserved.get('status'), reserved.get('version'), reserved.get('ersReference')]).toEqual([
      'RESERVED',
      '1',
      undefined,
    ]);
    const committed = await commit(reference);
    expect([committed.code, committed.get('ersReference')]).toEqual([0, expect.stringMatching(/^\d{25}$/)]);
    expect((await commit(reference)).code).toBe(96);
    await testSandbox.advance(3600, { invoiceReference: reference });
    const paid = await testSandbox.status(reference);
    expect([paid.get('status'), paid.get('ersReference')]).toEqual(['PAID', committed.get('ersReference')]);
    expect(await balance()).toBe(balanceBefore - 10_000);
  });

  it('can be committed in part; the rest is released', async () => {
    const balanceBefore = await balance();
    const reference = await reserve();
    expect((await commit(reference, amount('amount', '30.50'))).code).toBe(0);
    expect(await balance()).toBe(balanceBefore - 3_050);
    expect((await testSandbox.status(reference)).get('receipt/invoice/totalAmount/value')).toBe('30.50');
  });

  it.each([
    ['more than is reserved', amount('amount', '100.01'), 11],
    ['zero', amount('amount', '0'), 11],
    ['a negative amount', amount('amount', '-1'), 11],
    ['another currency', amount('amount', '1', 'EUR'), 49],
    ['a text as the amount', amount('amount', 'all'), 49],
    ['an amount without fields', '<amount>50</amount>', 49],
  ])('cannot be committed with %s', async (_name, fields, code) => {
    const reference = await reserve();
    expect((await commit(reference, fields)).code).toBe(code);
    expect((await testSandbox.status(reference)).get('status')).toBe('RESERVED');
  });

  it('can be committed with a higher amount if the amount was preliminary and the balance suffices', async () => {
    const balanceBefore = await balance();
    const reference = await reserve('RESERVATION_REQUIRED_PRELIMINARY_AMOUNT');
    expect((await commit(reference, amount('amount', '999999'))).code).toBe(12);
    expect((await commit(reference, amount('amount', '120'))).code).toBe(0);
    expect(await balance()).toBe(balanceBefore - 12_000);
  });

  it.each([
    ['lower', '30', '50', 0],
    ['higher', '500', '100.01', 11],
    ['higher and preliminary', '500', '100.01', 11, 'RESERVATION_REQUIRED_PRELIMINARY_AMOUNT'],
  ])(
    'keep reserved amount and mode if updateInvoice makes the total %s',
    async (_, total, committed, code, mode = '') => {
      const balanceBefore = await balance();
      const reference = await reserve();
      const paymentMode = mode && `<paymentMode>${mode}</paymentMode>`;
      expect((await update(reference, `${paymentMode}${amount('totalAmount', total)}`)).code).toBe(0);
      expect(await invoiceOf(reference)).toMatchObject({
        status: 'RESERVED',
        total: Number(total) * 100,
        reserved: 10_000,
        paymentMode: 'RESERVATION_REQUIRED',
      });
      expect(await balance()).toBe(balanceBefore - 10_000);
      expect((await commit(reference, amount('amount', committed))).code).toBe(code);
      expect(await balance()).toBe(balanceBefore - (code === 0 ? 5_000 : 10_000));
    },
  );

  it.each([
    ['no amount', ''],
    ['an empty amount', '<amount/>'],
  ])('are committed with the reserved amount, not the changed total, if the call has %s', async (_name, fields) => {
    const balanceBefore = await balance();
    const reference = await reserve();
    await update(reference, amount('totalAmount', '30'));
    expect((await commit(reference, fields)).code).toBe(0);
    expect(await balance()).toBe(balanceBefore - 10_000);
    expect((await testSandbox.status(reference)).get('receipt/invoice/totalAmount/value')).toBe('100.00');
  });

  it('release the reserved amount on expiry or cancellation, even if the total has changed', async () => {
    const balanceBefore = await balance();
    const [lapsed, canceled] = [
      await reserve('RESERVATION_REQUIRED', '<commitReservationTimeout>60</commitReservationTimeout>'),
      await reserve(),
    ];
    for (const reference of [lapsed, canceled]) await update(reference, amount('totalAmount', '7'));
    await testSandbox.advance(60, { invoiceReference: lapsed });
    await testSandbox.call('cancelInvoice', `<invoiceReference>${canceled}</invoiceReference>`);
    expect(await balance()).toBe(balanceBefore);
  });

  it('reject a total in another currency', async () => {
    const reference = await reserve();
    expect((await update(reference, amount('totalAmount', '100', 'EUR'))).code).toBe(49);
    expect(await invoiceOf(reference)).toMatchObject({ total: 10_000, currency: 'SEK' });
  });

  it('expire after their timeout, and the money is released', async () => {
    const balanceBefore = await balance();
    const timeout = '<commitReservationTimeout>60</commitReservationTimeout>';
    const reference = await reserve('RESERVATION_REQUIRED', timeout);
    await testSandbox.advance(59, { invoiceReference: reference });
    expect((await testSandbox.status(reference)).get('status')).toBe('RESERVED');
    await testSandbox.advance(1, { invoiceReference: reference });
    expect(await balance()).toBe(balanceBefore);
    expect((await testSandbox.status(reference)).get('status')).toBe('CANCELED');
    expect((await commit(reference)).code).toBe(96);
  });

  it('are released if the merchant cancels', async () => {
    const balanceBefore = await balance();
    const reference = await reserve();
    expect((await testSandbox.call('cancelInvoice', `<invoiceReference>${reference}</invoiceReference>`)).code).toBe(0);
    expect(await balance()).toBe(balanceBefore);
  });

  it('are committed once by concurrent calls', async () => {
    const balanceBefore = await balance();
    const reference = await reserve();
    const codes = (await Promise.all(Array.from({ length: 10 }, () => commit(reference)))).map(({ code }) => code);
    expect(codes.filter((code) => code === 0)).toHaveLength(1);
    expect(codes.filter((code) => code === 96)).toHaveLength(9);
    expect(await balance()).toBe(balanceBefore - 10_000);
  });

  it('if the bank cannot reserve money, become payments when only desired, and are refused when required', async () => {
    await testSandbox.sandbox.db.write((tx) =>
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
    const desired = await testSandbox.sendInvoice('<paymentMode>RESERVATION_DESIRED</paymentMode>');
    const asOld = { payerId: 'old-bank' };
    expect(await payInvoice(testSandbox.sandbox, desired, '4321', asOld)).toMatchObject({ ok: true, status: 'PAID' });
    const required = await testSandbox.sendInvoice('<paymentMode>RESERVATION_REQUIRED</paymentMode>');
    expect(await payInvoice(testSandbox.sandbox, required, '4321', asOld)).toEqual({
      ok: false,
      reason: 'cannot-reserve',
    });
  });

  it('cannot be committed if the invoice is unknown or not reserved', async () => {
    expect((await commit('1')).code).toBe(54);
    expect((await commit(await testSandbox.sendInvoice())).code).toBe(96);
  });
});

describe('sales at an unattended terminal (SEQR’s ‘UPS’), such as a fuel pump', () => {
  const rows = (quantity: string, sum: string) =>
    `<invoiceRows><invoiceRow><itemDescription>Bensin 95</itemDescription><itemQuantity>${quantity}</itemQuantity>` +
    `<itemUnit>l</itemUnit>${amount('itemTotalAmount', sum)}</invoiceRow></invoiceRows>`;

  it.each([
    ['less than the preliminary amount', '312.40'],
    ['more than the preliminary amount', '612.40'],
  ])('reserve, update the rows, and commit %s', async (_, sum) => {
    const balanceBefore = await balance();
    const sent = await testSandbox.call(
      'sendInvoice',
      '<invoice><paymentMode>RESERVATION_REQUIRED_PRELIMINARY_AMOUNT</paymentMode>' +
        '<acknowledgmentMode>NO_ACKNOWLEDGMENT</acknowledgmentMode><issueDate>2026-11-23T14:00:00+01:00</issueDate>' +
        '<title>Pump 4</title><clientInvoiceId>P4-1</clientInvoiceId>' +
        `${rows('1', '500')}${amount('totalAmount', '500')}<cashierId>Pump 4</cashierId><footer>Up to 500 kr</footer>` +
        '<commitReservationTimeout>600</commitReservationTimeout></invoice>',
    );
    const reference = sent.get('invoiceReference') ?? '';
    await payInvoice(testSandbox.sandbox, reference, '1234');
    expect((await testSandbox.status(reference)).get('status')).toBe('RESERVED');
    expect(await balance()).toBe(balanceBefore - 50_000);

    expect((await update(reference, `${rows('17.5', sum)}${amount('totalAmount', sum)}`)).code).toBe(0);
    expect((await commit(reference, amount('amount', sum))).code).toBe(0);
    const paid = await testSandbox.status(reference);
    expect([paid.get('status'), paid.get('receipt/invoice/totalAmount/value')]).toEqual(['PAID', sum]);
    expect(paid.get('receipt/invoice/invoiceRows/invoiceRow/itemQuantity')).toBe('17.5');
    expect(await balance()).toBe(balanceBefore - Number(sum.replace('.', '')));
  });

  it('cost nothing if the reservation expires without a purchase', async () => {
    const balanceBefore = await balance();
    const reference = await reserve(
      'RESERVATION_REQUIRED_PRELIMINARY_AMOUNT',
      '<commitReservationTimeout>600</commitReservationTimeout>',
    );
    await testSandbox.advance(600, { invoiceReference: reference });
    expect((await testSandbox.status(reference)).get('status')).toBe('CANCELED');
    expect(await balance()).toBe(balanceBefore);
  });
});
