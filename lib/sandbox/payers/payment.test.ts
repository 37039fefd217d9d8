import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoiceOf, openTestSandbox, type TestSandbox, terminalContext } from '../../testing/sandbox/test-sandbox';
import { cancelInvoiceByPayer } from './cancel-by-payer';
import { payInvoice } from './pay-invoice';
import { getPayer } from './view-payer';

let test: TestSandbox;
beforeAll(async () => {
  test = await openTestSandbox();
});
afterAll(() => test.close());

const balance = async () => {
  const payer = await getPayer(test.sandbox);
  return payer?.balances.find(({ currency }) => currency === 'SEK')?.amount ?? 0;
};
const cancel = (reference: string) => test.call('cancelInvoice', `<invoiceReference>${reference}</invoiceReference>`);

describe('a payment', () => {
  it('changes from ISSUED to PAID, with a reference in the documented format', async () => {
    const reference = await test.sendInvoice('<clientInvoiceId>A-1</clientInvoiceId>');
    expect(reference).toMatch(/^\d{13}$/);
    const before = await test.status(reference);
    expect([before.code, before.get('status'), before.get('version')]).toEqual([0, 'ISSUED', '0']);
    expect(before.get('ersReference')).toBeUndefined();

    const balanceBefore = await balance();
    expect(await payInvoice(test.sandbox, reference, '1234')).toMatchObject({ ok: true, status: 'PAID' });
    expect(await balance()).toBe(balanceBefore - 10_000);

    const after = await test.status(reference);
    expect([after.get('status'), after.get('version')]).toEqual(['PAID', '1']);
    expect(after.get('ersReference')).toMatch(/^20\d{23}$/);
    expect(after.get('receipt/paymentReference')).toBe(after.get('ersReference'));
    expect(after.get('receipt/clientInvoiceId')).toBe('A-1');
    expect(after.get('receipt/invoice/totalAmount/value')).toBe('100.00');
    expect(after.names).toEqual([
      'ersReference',
      'resultCode',
      'resultDescription',
      'status',
      'receipt',
      'customerTokens',
      'version',
    ]);
  });

  it('has a QR code in upper case', async () => {
    const answer = await test.call('sendInvoice', invoiceOf('1'));
    expect(answer.get('invoiceQRCode')).toBe(`HTTP://SEQR.SE/R${answer.get('invoiceReference')}`);
  });

  it('accepts a receipt after the payment, with or without a document, for its own reference only', async () => {
    const reference = await test.sendInvoice();
    await payInvoice(test.sandbox, reference, '1234');
    const ersReference = (await test.status(reference)).get('ersReference');
    const receipt = `<ersReference>${ersReference}</ersReference><receiptDocument><mimeType>text/html</mimeType><receiptData>PGgxPg==</receiptData><receiptType>PAYMENT_RECEIPT</receiptType></receiptDocument>`;
    const answer = await test.call('submitPaymentReceipt', receipt);
    expect([answer.code, answer.get('ersReference')]).toEqual([0, ersReference]);
    expect((await test.call('submitPaymentReceipt', `<ersReference>${ersReference}</ersReference>`)).code).toBe(0);
    expect((await test.call('submitPaymentReceipt', '<ersReference>20991231</ersReference>')).code).toBe(23);
    expect((await test.call('submitPaymentReceipt')).code).toBe(23);
  });
});

describe('the 20-second rule', () => {
  it('reverses a payment that the merchant never checked, and informs the payer', async () => {
    const balanceBefore = await balance();
    const reference = await test.sendInvoice();
    await payInvoice(test.sandbox, reference, '1234');
    await test.advance(19, { invoiceReference: reference });
    expect(await balance()).toBe(balanceBefore - 10_000);
    await test.advance(1, { invoiceReference: reference });
    expect(await balance()).toBe(balanceBefore);
    const status = await test.status(reference);
    expect([status.get('status'), status.get('version'), status.get('ersReference')]).toEqual([
      'CANCELED',
      '2',
      undefined,
    ]);
    expect((await getPayer(test.sandbox))?.messages[0]?.text).toContain('100.00 SEK was reversed');
    expect((await getPayer(test.sandbox))?.payments[0]?.reversed).toBe(true);
  });

  it('no longer applies after a getPaymentStatus', async () => {
    const reference = await test.sendInvoice();
    await payInvoice(test.sandbox, reference, '1234');
    await test.status(reference);
    await test.advance(3600, { invoiceReference: reference });
    expect((await test.status(reference)).get('status')).toBe('PAID');
  });

  it('ignores calls before the payment and refused calls', async () => {
    const reference = await test.sendInvoice();
    await test.status(reference);
    await payInvoice(test.sandbox, reference, '1234');
    const refused = await test.call(
      'getPaymentStatus',
      `<invoiceReference>${reference}</invoiceReference>`,
      terminalContext('public_test_shop_terminal', 'wrong'),
    );
    expect(refused.code).toBe(20);
    await test.advance(20, { invoiceReference: reference });
    expect((await test.status(reference)).get('status')).toBe('CANCELED');
  });

  it('follows the clock of each invoice', async () => {
    const [one, other] = [await test.sendInvoice(), await test.sendInvoice()];
    await payInvoice(test.sandbox, one, '1234');
    await payInvoice(test.sandbox, other, '1234');
    await test.advance(20, { invoiceReference: one });
    expect((await test.status(other)).get('status')).toBe('PAID');
    expect((await test.status(one)).get('status')).toBe('CANCELED');
  });

  it('applies across a restart without a timer', async () => {
    let time = Date.now();
    const own = await openTestSandbox({ now: () => new Date(time) });
    const [late, queried] = [await own.sendInvoice(), await own.sendInvoice()];
    await payInvoice(own.sandbox, late, '1234');
    await payInvoice(own.sandbox, queried, '1234');
    await own.status(queried);
    await own.restart();
    time += 20_000;
    expect((await own.status(late)).get('status')).toBe('CANCELED');
    expect((await own.status(queried)).get('status')).toBe('PAID');
    await own.close();
  });

  it('is enforced by a timer without a request', async () => {
    let time = Date.now();
    const own = await openTestSandbox({ now: () => new Date(time) });
    const reference = await own.sendInvoice();
    await payInvoice(own.sandbox, reference, '1234');
    const reversed = new Promise((resolve) => {
      own.sandbox.events.subscribe(reference, ({ kind }) => kind === 'reversed' && resolve(kind));
    });
    time += 20_000;
    own.sandbox.start();
    expect(await reversed).toBe('reversed');
    await own.close();
  });
});

describe('the sandbox', () => {
  it('accepts one of many concurrent confirmations', async () => {
    const balanceBefore = await balance();
    const reference = await test.sendInvoice();
    const results = await Promise.all(Array.from({ length: 20 }, () => payInvoice(test.sandbox, reference, '1234')));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(
      results.filter((result) => !result.ok).every((result) => !result.ok && result.reason === 'already-paid'),
    ).toBe(true);
    expect(await balance()).toBe(balanceBefore - 10_000);
  });

  it('accepts a payment or a concurrent cancellation, never both', async () => {
    const reference = await test.sendInvoice();
    const [paid, canceled] = await Promise.all([payInvoice(test.sandbox, reference, '1234'), cancel(reference)]);
    const status = (await test.status(reference)).get('status');
    expect([
      [true, 50, 'PAID'],
      [false, 0, 'CANCELED'],
    ]).toContainEqual([paid.ok, canceled.code, status]);
  });

  it('gives concurrent invoices different references', async () => {
    const references = await Promise.all(Array.from({ length: 50 }, () => test.sendInvoice()));
    expect(new Set(references).size).toBe(50);
  });
});

describe('cancelInvoice', () => {
  it('answers 0 once, then 95; 50 when paid; 54 when unknown', async () => {
    const reference = await test.sendInvoice();
    expect((await cancel(reference)).code).toBe(0);
    expect((await cancel(reference)).code).toBe(95);
    expect(await payInvoice(test.sandbox, reference, '1234')).toEqual({ ok: false, reason: 'canceled' });
    const paid = await test.sendInvoice();
    await payInvoice(test.sandbox, paid, '1234');
    expect((await cancel(paid)).code).toBe(50);
    expect((await cancel('123')).code).toBe(54);
    expect((await test.call('cancelInvoice')).code).toBe(54);
  });

  it('answers 51 while the payer is confirming, and the payment continues', async () => {
    const reference = await test.sendInvoice();
    expect(await payInvoice(test.sandbox, reference, '0003')).toMatchObject({ ok: true, confirming: true });
    expect((await cancel(reference)).code).toBe(51);
    expect((await test.status(reference)).get('status')).toBe('ISSUED');
    await test.advance(5, { invoiceReference: reference });
    expect((await test.status(reference)).get('status')).toBe('PAID');
  });

  it('shows the merchant a cancellation by the payer', async () => {
    const reference = await test.sendInvoice();
    expect(await cancelInvoiceByPayer(test.sandbox, reference)).toEqual({ ok: true });
    const status = await test.status(reference);
    expect([status.get('status'), status.get('version')]).toEqual(['CANCELED', '1']);
    expect(await cancelInvoiceByPayer(test.sandbox, reference)).toEqual({ ok: false, reason: 'canceled' });
  });

  it('answers 58 for an expired invoice', async () => {
    const reference = await test.sendInvoice();
    await test.advance(86_400, { invoiceReference: reference });
    expect((await test.status(reference)).get('status')).toBe('EXPIRED');
    expect((await cancel(reference)).code).toBe(58);
    expect(await payInvoice(test.sandbox, reference, '1234')).toEqual({ ok: false, reason: 'expired' });
  });
});

describe('the payer', () => {
  it.each([
    ['1111', { ok: false, reason: 'wrong-pin' }],
    ['0001', { ok: false, reason: 'payment-failed' }],
    ['0002', { ok: false, reason: 'too-little-money' }],
    ['', { ok: false, reason: 'wrong-pin' }],
  ])('gets the documented result with PIN %j', async (pin, expected) => {
    const own = await openTestSandbox();
    const reference = await own.sendInvoice();
    expect(await payInvoice(own.sandbox, reference, pin)).toEqual(expected);
    expect((await own.status(reference)).get('status')).toBe(pin === '0001' ? 'FAILED' : 'ISSUED');
    await own.close();
  });

  it('is blocked for a minute after the third wrong PIN', async () => {
    const own = await openTestSandbox();
    const reference = await own.sendInvoice();
    const reasons = [];
    for (const pin of ['1', '2', '3', '1234']) reasons.push(await payInvoice(own.sandbox, reference, pin));
    expect(reasons.map((result) => !result.ok && result.reason)).toEqual([
      'wrong-pin',
      'wrong-pin',
      'pin-blocked',
      'pin-blocked',
    ]);
    await own.advance(60);
    expect(await payInvoice(own.sandbox, reference, '1234')).toMatchObject({ ok: true });
    await own.close();
  });

  it('cannot pay more than 101,000', async () => {
    const pay = async (value: string) => {
      const answer = await test.call('sendInvoice', invoiceOf(value, '', 'JPY'));
      return payInvoice(test.sandbox, answer.get('invoiceReference') ?? '', '1234');
    };
    expect(await pay('101001')).toEqual({ ok: false, reason: 'too-little-money' });
    expect(await pay('101000')).toMatchObject({ ok: true });
    expect(await pay('1')).toEqual({ ok: false, reason: 'too-little-money' });
  });

  it('gets an error for an unknown invoice or payer', async () => {
    expect(await payInvoice(test.sandbox, '1', '1234')).toEqual({ ok: false, reason: 'unknown' });
    const reference = await test.sendInvoice();
    expect(await payInvoice(test.sandbox, reference, '1234', { payerId: 'nobody' })).toEqual({
      ok: false,
      reason: 'unknown-payer',
    });
  });
});
