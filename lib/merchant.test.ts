import { describe, expect, it } from 'vitest';
import { isBic, isIban } from './iban';
import { LARGEST_AMOUNT } from './input-limits';
import { ownMerchant as merchant } from './merchant';

// The other tests sell as lib/demo-merchant.ts. This one checks what a merchant writes in lib/merchant.ts; a failure here
// says what to correct in that file.

const { country, organisationNumber, vatNumber, bankgiro, colours } = merchant;

function hasCheckDigit(number: string): boolean {
  const digits = [...number.replace(/\D/g, '')].map(Number).reverse();
  const sum = digits.reduce((total, digit, index) => {
    const product = index % 2 === 0 ? digit : digit * 2;
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return sum % 10 === 0;
}

/** WCAG's relative luminance of `#rrggbb`. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe('merchant', () => {
  it.runIf(country === 'SE')('has a valid organisation number, and a VAT number that contains it', () => {
    expect(hasCheckDigit(organisationNumber)).toBe(true);
    expect(vatNumber).toBe(`SE${organisationNumber.replace('-', '')}01`);
  });

  it.runIf(country === 'FI')('has a VAT number that contains its business ID', () => {
    expect(vatNumber).toBe(`FI${organisationNumber.replace('-', '')}`);
  });

  it('has a valid IBAN and BIC, or none', () => {
    expect(merchant.iban === '' || isIban(merchant.iban)).toBe(true);
    expect(merchant.bic === '' || isBic(merchant.bic)).toBe(true);
  });

  it.runIf(bankgiro)('has a valid bankgiro', () => expect(hasCheckDigit(bankgiro)).toBe(true));

  it('has VAT rates in hundredths of a percent, and delivery prices in whole minor units', () => {
    // The database requires this of a stored rate.
    for (const rate of merchant.vatRates) expect(rate === 0 || (rate >= 50 && rate <= 100_00), `${rate}`).toBe(true);
    const { standard, express } = merchant.deliveryPrices;
    for (const number of [...merchant.vatRates, standard, express]) expect(Number.isInteger(number)).toBe(true);
    for (const price of [standard, express]) expect(price).toBeLessThan(LARGEST_AMOUNT);
  });

  it.each(['light', 'dark'] as const)('has readable colours on %s screens', (screen) => {
    const [accent, onAccent, paper] = [colours.accent[screen], colours.onAccent[screen], colours.paper[screen]];
    for (const colour of [accent, onAccent, paper]) expect(colour).toMatch(/^#[0-9a-f]{6}$/i);
    // WCAG AA for text.
    expect(contrast(accent, onAccent), 'onAccent on accent').toBeGreaterThanOrEqual(4.5);
    expect(contrast(accent, paper), 'accent on paper').toBeGreaterThanOrEqual(4.5);
  });

  it('has a name that SEQR accepts as client name, and a text in each language', () => {
    expect(merchant.name.length).toBeLessThanOrEqual(80);
    for (const words of Object.values(merchant.wording))
      for (const text of Object.values(words)) expect(text.trim()).not.toBe('');
  });
});
