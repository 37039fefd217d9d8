import { describe, expect, it } from 'vitest';
import { LARGEST_AMOUNT } from './input-limits';
import { merchant } from './merchant';

function hasCheckDigit(number: string): boolean {
  const digits = [...number.replace(/\D/g, '')].map(Number).reverse();
  const sum = digits.reduce((total, digit, index) => {
    const product = index % 2 === 0 ? digit : digit * 2;
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return sum % 10 === 0;
}

describe('merchant', () => {
  it('has a valid organisation number and bankgiro', () => {
    expect(hasCheckDigit(merchant.organisationNumber)).toBe(true);
    expect(hasCheckDigit(merchant.bankgiro)).toBe(true);
  });

  it('has VAT rates in hundredths of a percent, and delivery prices in whole minor units', () => {
    // The database requires this of a stored rate.
    for (const rate of merchant.vatRates) expect(rate === 0 || (rate >= 50 && rate <= 100_00), `${rate}`).toBe(true);
    const { standard, express } = merchant.deliveryPrices;
    for (const number of [...merchant.vatRates, standard, express]) expect(Number.isInteger(number)).toBe(true);
    for (const price of [standard, express]) expect(price).toBeLessThan(LARGEST_AMOUNT);
  });

  it('has a VAT number that contains its organisation number', () => {
    expect(merchant.vatNumber).toBe(`SE${merchant.organisationNumber.replace('-', '')}01`);
  });
});
