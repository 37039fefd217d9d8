import { type Currency, type Money, money } from '../money';

export type VatLine = { readonly vatRate: number | null; readonly total: Money };
export type VatShare = { readonly rate: number; readonly net: Money; readonly vat: Money };

/**
 * VAT contained in gross totals, a row a rate, highest first. Each rate's VAT is rounded once, on its sum, and net is
 * what remains, so that the rows add up to the total to the öre. A line without a rate (delivery) is spread over the
 * goods' rates in proportion, as Skatteverket asks of freight for goods of several rates.
 */
export function vatByRate(lines: readonly VatLine[], currency: Currency): VatShare[] {
  const gross = new Map<number, number>();
  let unrated = 0;
  for (const { vatRate, total } of lines) {
    if (vatRate === null) unrated += total.amount;
    else gross.set(vatRate, (gross.get(vatRate) ?? 0) + total.amount);
  }
  for (const [rate, share] of spread(unrated, gross)) gross.set(rate, (gross.get(rate) ?? 0) + share);
  return [...gross]
    .sort(([a], [b]) => b - a)
    .map(([rate, amount]) => {
      const vat = Math.round((amount * rate) / (100 + rate));
      return { rate, net: money(amount - vat, currency), vat: money(vat, currency) };
    });
}

/** Splits `amount` in proportion to the weights; what rounding leaves goes to the largest remainders, so nothing is lost. */
function spread(amount: number, weights: ReadonlyMap<number, number>): [number, number][] {
  const sum = [...weights.values()].reduce((a, b) => a + b, 0);
  if (amount === 0) return [];
  if (sum <= 0) return [[25, amount]];
  const shares = [...weights].map(([key, weight]) => {
    const exact = (amount * weight) / sum;
    return { key, share: Math.floor(exact), remainder: exact - Math.floor(exact) };
  });
  let left = amount - shares.reduce((total, { share }) => total + share, 0);
  for (const entry of shares.toSorted((a, b) => b.remainder - a.remainder || a.key - b.key)) {
    if (left-- <= 0) break;
    entry.share += 1;
  }
  return shares.map(({ key, share }) => [key, share]);
}

/** The rate that a delivery of these goods has by itself, or null when they have several. */
export function deliveryVatRate(goods: readonly { readonly vatRate: number }[]): number | null {
  const rates = new Set(goods.map((line) => line.vatRate));
  const [rate] = rates;
  return rates.size === 1 && rate !== undefined ? rate : null;
}
