import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatIban, isBic, isIban } from './iban';

// The examples of the IBAN registry.
const valid = [
  'SE4550000000058398257466',
  'FI2112345600000785',
  'DK5000400440116243',
  'DE89370400440532013000',
  'NO9386011117947',
];

describe('isIban', () => {
  it.each([...valid, 'SE45 5000 0000 0583 9825 7466', 'fi21 1234 5600 0007 85'])('accepts %s', (text) => {
    expect(isIban(text)).toBe(true);
  });

  it.each([
    '',
    'SE45',
    '4550000000058398257466',
    'SE4550000000058398257467',
    'SE45-5000-0000-0583-9825-7466',
    `SE45${'0'.repeat(40)}`,
    'SE4550000000058398257466\n',
  ])('refuses %j', (text) => {
    expect(isIban(text)).toBe(false);
  });

  it('refuses every single wrong digit and every swap of two adjacent digits', () => {
    const iban = fc.constantFrom(...valid);
    fc.assert(
      fc.property(iban, fc.nat(), fc.integer({ min: 1, max: 9 }), (text, seed, step) => {
        const at = 4 + (seed % (text.length - 4));
        const digits = [...text];
        digits[at] = String((Number(digits[at]) + step) % 10);
        expect(isIban(digits.join(''))).toBe(false);
        const swapped = [...text];
        [swapped[at - 1], swapped[at]] = [text[at] ?? '', text[at - 1] ?? ''];
        if (at > 4 && swapped.join('') !== text) expect(isIban(swapped.join(''))).toBe(false);
      }),
    );
  });
});

it('writes an IBAN in groups of four', () => {
  expect(formatIban('SE4550000000058398257466')).toBe('SE45 5000 0000 0583 9825 7466');
  expect(formatIban('fi21 12345600000785')).toBe('FI21 1234 5600 0007 85');
});

it.each([
  ['NDEAFIHH', true],
  ['HANDSESSXXX', true],
  ['NDEAFIH', false],
  ['ndeafihh', false],
  ['NDEAFIHHXX', false],
])('knows whether %s is a BIC', (text, is) => {
  expect(isBic(text)).toBe(is);
});
