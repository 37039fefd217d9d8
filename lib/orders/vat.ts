import { merchant } from '../merchant';
import { add, type Currency, type Money, money, subtract, sum } from '../money';
import { vatWithin } from '../vat-rate';

/** Rates are in hundredths of a percent. */
export type VatLine = { readonly vatRate: number | null; readonly total: Money };
export type VatShare = { readonly rate: number; readonly net: Money; readonly vat: Money };

/**
 * The VAT contained in gross totals, one row per rate, highest first. VAT is rounded once per rate and net is the
 * remainder, so the rows add up exactly. A line without a rate (delivery) is spread over the goods' rates in
 * proportion, as Skatteverket requires for freight of goods with several rates.
 */
export function vatByRate(lines: readonly VatLine[], currency: Currency): VatShare[] {
  const none = money(0, currency);
  const gross = new Map<number, Money>();
  const put = (rate: number, amount: Money) => gross.set(rate, add(gross.get(rate) ?? none, amount));
  for (const { vatRate, total } of lines) if (vatRate !== null) put(vatRate, total);
  const unrated = sum(
    lines.filter(({ vatRate }) => vatRate === null).map(({ total }) => total),
    currency,
  );
  for (const [rate, share] of spread(unrated.amount, gross)) put(rate, money(share, currency));
  return [...gross]
    .sort(([a], [b]) => b - a)
    .map(([rate, amount]) => {
      const vat = money(vatWithin(amount.amount, rate), currency);
      return { rate, net: subtract(amount, vat), vat };
    });
}

/**
 * Splits `amount` in proportion to the weights. Rounding differences go to the largest remainders, so the parts add up
 * exactly.
 */
export function spread(amount: number, weights: ReadonlyMap<number, Money>): [number, number][] {
  const all = [...weights.values()].reduce((total, weight) => total + weight.amount, 0);
  if (amount === 0) return [];
  if (all <= 0) return [[merchant.vatRates[0], amount]];
  const shares = [...weights].map(([key, weight]) => {
    const exact = (amount * weight.amount) / all;
    return { key, share: Math.floor(exact), remainder: exact - Math.floor(exact) };
  });
  let left = amount - shares.reduce((total, { share }) => total + share, 0);
  for (const entry of shares.toSorted((a, b) => b.remainder - a.remainder || a.key - b.key)) {
    if (left-- <= 0) break;
    entry.share += 1;
  }
  return shares.map(({ key, share }) => [key, share]);
}

/** The VAT rate of the delivery if all goods have the same rate, otherwise null. */
export function deliveryVatRate(goods: readonly { readonly vatRate: number }[]): number | null {
  const rates = new Set(goods.map((line) => line.vatRate));
  const [rate] = rates;
  return rates.size === 1 && rate !== undefined ? rate : null;
}
