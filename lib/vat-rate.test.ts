import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatVatRate, vatRateToDecimal, vatWithin } from './vat-rate';

const anyRate = fc.integer({ min: 0, max: 100_00 });

describe('VAT rates', () => {
  it.each([
    [25_00, '25', '25%', '25 %'],
    [25_50, '25.5', '25.5%', '25,5 %'],
    [13_50, '13.5', '13.5%', '13,5 %'],
    [5_25, '5.25', '5.25%', '5,25 %'],
    [2_05, '2.05', '2.05%', '2,05 %'],
    [0, '0', '0%', '0 %'],
  ])('formats %i as %s for SEQR and in each language', (rate, decimal, english, swedish) => {
    expect(vatRateToDecimal(rate)).toBe(decimal);
    expect(formatVatRate(rate, 'en')).toBe(english);
    expect(formatVatRate(rate, 'sv').replace(/\s/, ' ')).toBe(swedish);
  });

  it('converts to a decimal without loss', () => {
    fc.assert(
      fc.property(anyRate, (rate) => {
        expect(Math.round(Number(vatRateToDecimal(rate)) * 100)).toBe(rate);
      }),
    );
  });
});

describe('vatWithin', () => {
  it.each([
    [125_50, 25_50, 25_50],
    [-125_50, 25_50, -25_50],
    [1, 25_50, 0],
    [99_99, 0, 0],
    [0, 25_00, 0],
  ])('for %i at the rate %i, returns the VAT %i', (gross, rate, vat) => expect(vatWithin(gross, rate)).toBe(vat));

  it('for a refund, returns the negated VAT of its sale', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 }), anyRate, (gross, rate) => {
        expect(vatWithin(-gross, rate) + vatWithin(gross, rate)).toBe(0);
      }),
    );
  });
});
