// A VAT rate is an integer in hundredths of a percent: 25.5% is 25_50. Like minor units for money, this keeps rates
// exact. Percent is used only in messages and on pages.

/**
 * The VAT contained in a gross amount, both in minor units. Rounded once, half away from zero, so that a refund mirrors
 * its sale.
 */
export function vatWithin(gross: number, rate: number): number {
  const vat = Math.round((Math.abs(gross) * rate) / (100_00 + rate));
  return gross < 0 ? 0 - vat : vat;
}

/** Percent as xs:decimal, for SEQR: 25_50 is `25.5`, 25_00 is `25`. */
export function vatRateToDecimal(rate: number): string {
  const [whole, fraction] = [
    Math.floor(rate / 100),
    String(rate % 100)
      .padStart(2, '0')
      .replace(/0+$/, ''),
  ];
  return fraction === '' ? String(whole) : `${whole}.${fraction}`;
}

/** `25.5%` in English, `25,5 %` in Swedish. */
export function formatVatRate(rate: number, language: string): string {
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 2 }).format(rate / 100_00);
}
