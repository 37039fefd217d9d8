import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { amount, openTestSandbox, resellerContext, type TestSandbox } from '../../testing/sandbox/test-sandbox';
import { listReceipts } from '../invoices/list-receipts';
import { reverseInvoice } from '../invoices/reverse-invoice';
import { payInvoice } from '../payers/pay-invoice';

let test: TestSandbox;
beforeEach(async () => {
  test = await openTestSandbox();
});
afterEach(() => test.close());

const document = (mimeType: string, text: string, receiptType?: string) =>
  `<receiptDocument><mimeType>${mimeType}</mimeType><receiptData>${Buffer.from(text).toString('base64')}</receiptData>` +
  `${receiptType === undefined ? '' : `<receiptType>${receiptType}</receiptType>`}</receiptDocument>`;
const submit = (ersReference: string | undefined, fields = '', as?: string) =>
  test.call('submitPaymentReceipt', `<ersReference>${ersReference}</ersReference>${fields}`, as);
const refund = async (ersReference: string) => {
  const invoice = `<invoice>${amount('totalAmount', '10')}</invoice>`;
  const answer = await test.call('refundPayment', `<ersReference>${ersReference}</ersReference>${invoice}`);
  return answer.get('ersReference') ?? `refused with ${answer.code}`;
};
const kept = async (reference: string) =>
  (await listReceipts(test.sandbox, reference)).map(({ kind, receiptType, mimeType, bytes }) =>
    [kind, receiptType, mimeType, bytes].join(' '),
  );

describe('submitPaymentReceipt', () => {
  it('stores several documents of different types', async () => {
    const { reference, ersReference } = await test.buy();
    const answer = await submit(ersReference, document('text/html', '<p>Thank you</p>', 'PAYMENT_RECEIPT'));
    expect([answer.code, answer.get('ersReference')]).toEqual([0, ersReference]);
    await submit(ersReference, document('application/pdf', '%PDF-1.7', 'PAYMENT_RECEIPT'));
    await submit(ersReference, document('text/plain', 'two years', 'WARRANTY'));
    expect(await kept(reference)).toEqual([
      'PAYMENT PAYMENT_RECEIPT text/html 16',
      'PAYMENT PAYMENT_RECEIPT application/pdf 8',
      'PAYMENT WARRANTY text/plain 9',
    ]);
  });

  it('stores a resubmitted document once, in its last version', async () => {
    const { reference, ersReference } = await test.buy();
    await submit(ersReference, document('text/html', '<p>draft</p>', 'PAYMENT_RECEIPT'));
    await Promise.all([1, 2, 3].map(() => submit(ersReference, document('text/html', '<p>ok</p>', 'PAYMENT_RECEIPT'))));
    expect(await kept(reference)).toEqual(['PAYMENT PAYMENT_RECEIPT text/html 9']);
  });

  it('accepts a refund’s reference and stores its documents with it', async () => {
    const { reference, ersReference } = await test.buy();
    await submit(ersReference, document('text/html', '<p>paid</p>'));
    const refunded = await refund(ersReference);
    const answer = await submit(refunded, document('text/html', '<p>back</p>'));
    expect([answer.code, answer.get('ersReference')]).toEqual([0, refunded]);
    expect((await submit(refunded)).code).toBe(0);
    expect(await kept(reference)).toEqual([
      'PAYMENT PAYMENT_RECEIPT text/html 11',
      'REFUND PAYMENT_RECEIPT text/html 11',
    ]);
  });

  it('acknowledges the payment, also without a document', async () => {
    const reference = await test.sendInvoice();
    const paid = await payInvoice(test.sandbox, reference, '1234');
    expect((await submit((paid.ok && paid.ersReference) || '')).code).toBe(0);
    await test.advance(60, { invoiceReference: reference });
    expect((await test.status(reference)).get('status')).toBe('PAID');
    expect(await kept(reference)).toEqual([]);
  });

  it('accepts a reference only from the terminal whose payment or refund it is', async () => {
    const { ersReference } = await test.buy();
    const refunded = await refund(ersReference);
    const other = await test.registerTerminal();
    for (const ownReference of [ersReference, refunded]) {
      expect((await submit(ownReference, '', other.context)).code).toBe(23);
      expect((await submit(ownReference, '', resellerContext())).code).toBe(21);
    }
    expect((await submit('20991231')).code).toBe(23);
    expect((await submit('')).code).toBe(23);
    expect((await test.call('submitPaymentReceipt')).code).toBe(23);
  });

  it('refuses a reversed payment, and the reversal’s own reference', async () => {
    const { reference, ersReference } = await test.buy();
    await reverseInvoice(test.sandbox, reference);
    expect((await submit(ersReference, document('text/html', 'late'))).code).toBe(55);
    const reversal = await test.sandbox.db.read.booking.findFirstOrThrow({ where: { kind: 'REVERSAL' } });
    expect((await submit(reversal.ersReference)).code).toBe(23);
    expect(await kept(reference)).toEqual([]);
  });

  it('stores at most 20 documents per payment', async () => {
    const { reference, ersReference } = await test.buy();
    for (let count = 1; count <= 20; count++) {
      expect((await submit(ersReference, document(`text/x-${count}`, 'x'))).code).toBe(0);
    }
    expect((await submit(ersReference, document('text/x-21', 'x'))).code).toBe(90);
    expect((await submit(ersReference, document('text/x-20', 'xx'))).code).toBe(0);
    expect(await kept(reference)).toHaveLength(20);
  });

  it.each([
    ['a mimeType of 101 characters', document(`text/${'x'.repeat(96)}`, 'x'), 90],
    ['a receiptType of 101 characters', document('text/html', 'x', 'x'.repeat(101)), 90],
    [
      'the manual’s own sample with truncated base64',
      document('plain/xml', '').replace('<receiptData>', '<receiptData>Cjw/eG1sIHZlcnNpb249'),
      0,
    ],
    ['no mimeType and no receiptType', '<receiptDocument><receiptData>eA==</receiptData></receiptDocument>', 0],
  ])('answers as documented for %s', async (_name, fields, code) => {
    const { reference, ersReference } = await test.buy();
    expect((await submit(ersReference, fields)).code).toBe(code);
    expect(await kept(reference)).toHaveLength(code === 0 ? 1 : 0);
  });
});
