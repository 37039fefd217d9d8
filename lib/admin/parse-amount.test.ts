import { expect, it } from 'vitest';
import { parseAmount } from './parse-amount';

it.each([
  ['12', 12_00],
  ['12,5', 12_50],
  ['12.50', 12_50],
  [' 1 234,50 ', 1_234_50],
  ['1\u00a0234', 1_234_00],
  ['0,01', 1],
])('parses %j as %i öre', (text, amount) => expect(parseAmount(text, 'SEK')?.amount).toBe(amount));

it.each([
  '',
  '0',
  '0,00',
  '-1',
  '+1',
  '1e2',
  '1,505',
  '1.2.3',
  '1,2,3',
  'abc',
  '12 kr',
  '12 EUR',
  'NaN',
  'Infinity',
  '9'.repeat(30),
  '१२',
])('rejects %j', (text) => expect(parseAmount(text, 'SEK')).toBeNull());

it('accepts zero with allowZero', () => expect(parseAmount('0', 'SEK', { allowZero: true })?.amount).toBe(0));

it('supports currencies without decimals', () => {
  expect(parseAmount('12', 'JPY')?.amount).toBe(12);
  expect(parseAmount('12,5', 'JPY')).toBeNull();
});
