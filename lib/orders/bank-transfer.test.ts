import { describe, expect, it } from 'vitest';
import { LARGEST_AMOUNT } from '../input-limits';
import { money } from '../money';
import { bankTransferOf, maxTransferred, ocrReference } from './bank-transfer';

function luhnHolds(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

describe('ocrReference', () => {
  it.each([
    [10_001, '100016'],
    [10_002, '100024'],
    [7_992_739_871, '79927398713'],
  ])('appends the check digit: %i → %s', (number, expected) => expect(ocrReference(number)).toBe(expected));

  it('detects every single mistyped digit', () => {
    const reference = ocrReference(12_345);
    for (let place = 0; place < reference.length; place++) {
      for (let digit = 0; digit <= 9; digit++) {
        const typed = `${reference.slice(0, place)}${digit}${reference.slice(place + 1)}`;
        expect(luhnHolds(typed)).toBe(typed === reference);
      }
    }
  });
});

it('asks for the order’s total, only if the order has a reference', () => {
  const order = { bankReference: '100016', total: 475_00, currency: 'SEK', expiresAt: new Date(0) };
  expect(bankTransferOf(order)).toEqual({ reference: '100016', amount: money(475_00, 'SEK'), dueAt: new Date(0) });
  expect(bankTransferOf({ ...order, bankReference: null })).toBeNull();
});

it('limits a transfer to twice the largest order', () => {
  expect(maxTransferred('SEK')).toEqual(money(2 * LARGEST_AMOUNT, 'SEK'));
});
