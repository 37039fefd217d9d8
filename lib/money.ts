/** Decimal places by ISO 4217. A currency that is missing here is refused, never guessed. */
const DECIMALS = {
  SEK: 2,
  EUR: 2,
  DKK: 2,
  NOK: 2,
  USD: 2,
  GBP: 2,
  PLN: 2,
  RON: 2,
  CHF: 2,
  HUF: 2,
  JPY: 0,
} as const;

export type Currency = keyof typeof DECIMALS;

/** `amount` is an integer in minor units (öre, cents), and so exact. */
export type Money = { readonly amount: number; readonly currency: Currency };

export const currencies = Object.keys(DECIMALS) as Currency[];

export function isCurrency(text: string): text is Currency {
  return Object.hasOwn(DECIMALS, text);
}

export function money(amount: number, currency: Currency): Money {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`money: ${amount} is not a whole number of minor units`);
  return { amount, currency };
}

/** `{amount: 59900, currency: 'SEK'}` → `"599.00"`, the xs:decimal that SEQR takes. */
export function toDecimal({ amount, currency }: Money): string {
  const places = DECIMALS[currency];
  const digits = String(Math.abs(amount)).padStart(places + 1, '0');
  const sign = amount < 0 ? '-' : '';
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/**
 * Reads an xs:decimal exactly. Null when it is not one, has more decimals than the currency, or is too large to be
 * an exact integer. Zeros beyond the currency's decimals (`1.500` SEK) lose nothing and are taken.
 */
export function parseDecimal(text: string, currency: Currency): Money | null {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, ''));
  if (!match || text.length > 64) return null;
  const [, sign, whole = '', fraction = ''] = match;
  if (whole === '' && fraction === '') return null;
  const places = DECIMALS[currency];
  if (/[1-9]/.test(fraction.slice(places))) return null;
  const amount = Number(whole + fraction.slice(0, places).padEnd(places, '0'));
  if (!Number.isSafeInteger(amount)) return null;
  return money(sign === '-' && amount !== 0 ? -amount : amount, currency);
}

const formatters = new Map<string, Intl.NumberFormat>();

/** For people: `599 kr` in Swedish, `SEK 599.00`-like in other languages as `Intl` has it. */
export function formatMoney({ amount, currency }: Money, language: string): string {
  const locale = language === 'sv' ? 'sv-SE' : 'en-SE';
  const key = `${locale} ${currency}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      trailingZeroDisplay: 'stripIfInteger',
    });
    formatters.set(key, formatter);
  }
  return formatter.format(amount / 10 ** DECIMALS[currency]);
}
