import { expect, it } from 'vitest';
import { money } from '../money';
import { creditedVat, formatCreditNoteNumber, parseCreditNoteNumber } from './credit-note';

it('reads the numbers that it writes, and nothing else', () => {
  for (const number of [1001, 999_999_999]) expect(parseCreditNoteNumber(formatCreditNoteNumber(number))).toBe(number);
  for (const text of ['1001', 'CN-999', 'CN-0999', 'CN-1000000000', 'CN-10x1', ' CN-1001', 'CN-1001 ', 'cn-1001', ''])
    expect(parseCreditNoteNumber(text), text).toBeNull();
});

it('lists the credited VAT by rate, highest first', () => {
  const vat = [
    { rate: 12_00, net: 100_00, vat: 12_00 },
    { rate: 25_00, net: 80_00, vat: 20_00 },
  ];
  expect(creditedVat({ number: 1001, currency: 'SEK', vat })).toEqual([
    { rate: 25_00, net: money(80_00, 'SEK'), vat: money(20_00, 'SEK') },
    { rate: 12_00, net: money(100_00, 'SEK'), vat: money(12_00, 'SEK') },
  ]);
});
