import { describe, expect, it } from 'vitest';
import { money } from '../money';
import type { PaymentStatusAnswer } from '../seqr/answers';
import { isNews } from './apply-status';

const money100 = { amount: 100_00, currency: 'SEK' };
const row = { id: 'p', orderId: 'o', state: 'ISSUED', ...money100, version: 3, heldAt: null, invoiceReference: '1' };
const ersReference = '2026112309000000000000001';
const paid = { ...row, state: 'PAID' };

function answer(status: string, version = 3, sum = 100_00): PaymentStatusAnswer {
  const receipt = { paymentReference: ersReference, invoice: { totalAmount: money(sum, 'SEK') } };
  return { status, version, ersReference, receipt, customerTokens: [] } as unknown as PaymentStatusAnswer;
}

describe('an answer of SEQR', () => {
  it.each([
    ['the same again', row, answer('ISSUED'), false],
    ['the same, older', row, answer('ISSUED', 2), false],
    ['the same of a newer version, which the next question has to acknowledge', row, answer('ISSUED', 4), true],
    ['another state', row, answer('CANCELED'), true],
    ['a word never heard', row, answer('PARTIALLY_PAID'), true],
    ['paid', row, answer('PAID'), true],
    ['paid again', paid, answer('PAID'), false],
    ['the same while it is held, so that the incident ends', { ...row, heldAt: new Date() }, answer('ISSUED'), true],
    ['paid again, another sum', paid, answer('PAID', 3, 99_00), true],
    ['taken back after it was booked', paid, answer('CANCELED'), true],
  ])('is news or none: %s', (_, known, said, isNew) => {
    expect(isNews(known, said)).toBe(isNew);
  });
});
