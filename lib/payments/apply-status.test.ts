import { describe, expect, it } from 'vitest';
import { money } from '../money';
import type { PaymentStatusAnswer } from '../seqr/answers';
import { isNews } from './apply-status';

const money100 = { amount: 100_00, currency: 'SEK' };
const state = 'ISSUED' as const;
const row = { id: 'p', orderId: 'o', state, ...money100, version: 3, heldAt: null, invoiceReference: '1' };
const ersReference = '2026112309000000000000001';
const paid = { ...row, state: 'PAID' as const };

function answer(status: string, version = 3, sum = 100_00): PaymentStatusAnswer {
  const receipt = { paymentReference: ersReference, invoice: { totalAmount: money(sum, 'SEK') } };
  return { status, version, ersReference, receipt, customerTokens: [] } as unknown as PaymentStatusAnswer;
}

describe('isNews', () => {
  it.each([
    ['same status', row, answer('ISSUED'), false],
    ['same status, older version', row, answer('ISSUED', 2), false],
    ['same status, newer version, which the next call must acknowledge', row, answer('ISSUED', 4), true],
    ['other state', row, answer('CANCELED'), true],
    ['unknown status', row, answer('PARTIALLY_PAID'), true],
    ['paid', row, answer('PAID'), true],
    ['paid, already booked', paid, answer('PAID'), false],
    ['same status while held, which ends the incident', { ...row, heldAt: new Date() }, answer('ISSUED'), true],
    ['paid, already booked with another amount', paid, answer('PAID', 3, 99_00), true],
    ['reversed after it was booked', paid, answer('CANCELED'), true],
  ])('decides whether an answer is news: %s', (_, before, status, isNew) => {
    expect(isNews(before, status)).toBe(isNew);
  });
});
