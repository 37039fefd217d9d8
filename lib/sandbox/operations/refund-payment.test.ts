import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  amount,
  openTestSandbox,
  resellerContext,
  type TestSandbox,
  terminalContext,
} from '../../testing/sandbox/test-sandbox';
import { payInvoice } from '../payers/pay-invoice';
import { getPayer } from '../payers/view-payer';

let test: TestSandbox;
beforeAll(async () => {
  test = await openTestSandbox();
});
afterAll(() => test.close());

const balance = async () =>
  (await getPayer(test.sandbox))?.balances.find(({ currency }) => currency === 'SEK')?.amount ?? 0;
const refund = (ersReference: string, value: string, as = terminalContext(), currency = 'SEK') =>
  test.call(
    'refundPayment',
    `<ersReference>${ersReference}</ersReference><invoice><title>Refund</title>${amount('totalAmount', value, currency)}</invoice>`,
    as,
  );

describe('refundPayment', () => {
  it('refunds in parts, each with its own reference, up to the paid amount', async () => {
    const { reference, ersReference } = await test.buy();
    const balanceBefore = await balance();
    const first = await refund(ersReference, '60');
    const second = await refund(ersReference, '40');
    expect([first.code, second.code]).toEqual([0, 0]);
    expect(new Set([ersReference, first.get('ersReference'), second.get('ersReference')]).size).toBe(3);
    expect(await balance()).toBe(balanceBefore + 10_000);
    expect((await refund(ersReference, '0.01')).code).toBe(98);
    expect((await test.status(reference)).get('status')).toBe('PAID');
    expect((await refund(first.get('ersReference') ?? '', '1')).code).toBe(23);
    expect((await getPayer(test.sandbox))?.payments[0]?.amount.amount).toBe(-4_000);
  });

  it('refuses a cashierId of more than 200 characters and refunds nothing', async () => {
    const { ersReference } = await test.buy();
    const balanceBefore = await balance();
    const cashier = `<cashierId>${'a'.repeat(201)}</cashierId>`;
    const answer = await test.call(
      'refundPayment',
      `<ersReference>${ersReference}</ersReference><invoice>${cashier}${amount('totalAmount', '1')}</invoice>`,
    );
    expect([answer.code, await balance()]).toEqual([49, balanceBefore]);
  });

  it('never refunds more than was paid, even by concurrent calls', async () => {
    const { ersReference } = await test.buy();
    const balanceBefore = await balance();
    const answers = await Promise.all(Array.from({ length: 8 }, () => refund(ersReference, '30')));
    expect(answers.filter(({ code }) => code === 0)).toHaveLength(3);
    expect(answers.filter(({ code }) => code === 98)).toHaveLength(5);
    expect(await balance()).toBe(balanceBefore + 9_000);
  });

  it.each([
    ['0', 'SEK', 49],
    ['-1', 'SEK', 49],
    ['1,50', 'SEK', 49],
    ['1', 'EUR', 49],
    ['100.01', 'SEK', 98],
    ['99999999', 'SEK', 11],
  ])('refuses %s %s with %d and changes nothing', async (value, currency, code) => {
    const { ersReference } = await test.buy();
    const balanceBefore = await balance();
    expect((await refund(ersReference, value, terminalContext(), currency)).code).toBe(code);
    expect(await balance()).toBe(balanceBefore);
  });

  it.each([
    ['<notificationUrl>ftp://shop.example</notificationUrl>', 64],
    ['<notificationUrl>notify me</notificationUrl>', 64],
    ['<notificationUrl>https://shop.example/seqr</notificationUrl>', 0],
    [`<invoiceRows><invoiceRow>${amount('itemTotalAmount', '1', 'EUR')}</invoiceRow></invoiceRows>`, 49],
    ['<invoiceRows><invoiceRow><itemQuantity>two</itemQuantity></invoiceRow></invoiceRows>', 49],
  ])('with %s answers %d', async (fields, code) => {
    const { ersReference } = await test.buy();
    const balanceBefore = await balance();
    const invoice = `<invoice>${amount('totalAmount', '1')}${fields}</invoice>`;
    const answer = await test.call('refundPayment', `<ersReference>${ersReference}</ersReference>${invoice}`);
    expect(answer.code).toBe(code);
    expect(await balance()).toBe(code === 0 ? balanceBefore + 100 : balanceBefore);
  });

  it('is allowed for the payment’s own terminal and the reseller user', async () => {
    const { ersReference } = await test.buy();
    const other = await test.registerTerminal();
    expect((await refund(ersReference, '1', other.context)).code).toBe(23);
    expect((await refund(ersReference, '1', resellerContext())).code).toBe(0);
    expect((await refund('20991231', '1')).code).toBe(23);
    expect((await test.call('refundPayment')).code).toBe(23);
    expect((await test.call('refundPayment', `<ersReference>${ersReference}</ersReference>`)).code).toBe(49);
  });

  it('refuses a reversed payment and acknowledges one whose status was never queried', async () => {
    const reversed = await test.sendInvoice();
    const paid = await payInvoice(test.sandbox, reversed, '1234');
    const reversedReference = paid.ok ? (paid.ersReference ?? '') : '';
    await test.advance(20, { invoiceReference: reversed });
    expect((await refund(reversedReference, '1')).code).toBe(55);
    const kept = await test.sendInvoice();
    const other = await payInvoice(test.sandbox, kept, '1234');
    expect((await refund(other.ok ? (other.ersReference ?? '') : '', '1')).code).toBe(0);
    await test.advance(60, { invoiceReference: kept });
    expect((await test.status(kept)).get('status')).toBe('PAID');
  });

  it('refuses if the payer’s account or the reseller does not allow refunds', async () => {
    const { ersReference } = await test.buy();
    const set = (refundable: boolean, mayRefund: boolean) =>
      test.sandbox.db.write(async (tx) => {
        await tx.payer.updateMany({ data: { refundable } });
        await tx.reseller.updateMany({ data: { mayRefund } });
      });
    await set(false, true);
    expect((await refund(ersReference, '1')).code).toBe(99);
    await set(true, false);
    expect((await refund(ersReference, '1')).code).toBe(97);
    await set(true, true);
    expect((await refund(ersReference, '1')).code).toBe(0);
  });
});
