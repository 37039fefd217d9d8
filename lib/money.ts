import { keysOf } from './keys-of';

/** Decimal places according to ISO 4217. Currencies that are not listed are rejected, never guessed. */
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

/** `amount` is an exact integer in minor units (öre, cents). */
export type Money<C extends Currency = Currency> = { readonly amount: number; readonly currency: C };

export const currencies = keysOf(DECIMALS);

/** The currency's number of decimals: 2 for SEK, 0 for JPY. */
export function decimalsOf(currency: Currency): number {
  return DECIMALS[currency];
}

export function isCurrency(text: string): text is Currency {
  return Object.hasOwn(DECIMALS, text);
}

export function money<C extends Currency>(amount: number, currency: C): Money<C> {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`money: ${amount} is not a whole number of minor units`);
  return { amount: amount === 0 ? 0 : amount, currency };
}

/** Money from a stored amount and currency. Throws `RangeError` for an unknown currency. */
export function storedMoney(amount: number, currency: string): Money {
  return money(amount, storedCurrency(currency));
}

export function storedCurrency(currency: string): Currency {
  if (!isCurrency(currency)) throw new RangeError(`money: ${currency} is not listed in lib/money.ts. Add it there`);
  return currency;
}

/**
 * Adds two amounts of one currency. Different currencies are a compile error if the compiler knows them, otherwise a
 * `RangeError`. Bare `.amount` values do not have this check.
 */
export function add<C extends Currency>(a: Money<C>, b: Money<NoInfer<C>>): Money<C> {
  if (a.currency !== b.currency) throw new RangeError(`money: ${a.currency} and ${b.currency} cannot be added`);
  return money(a.amount + b.amount, a.currency);
}

export function subtract<C extends Currency>(a: Money<C>, b: Money<NoInfer<C>>): Money<C> {
  return add(a, negate(b));
}

export function negate<C extends Currency>({ amount, currency }: Money<C>): Money<C> {
  return money(-amount, currency);
}

export function multiply<C extends Currency>({ amount, currency }: Money<C>, times: number): Money<C> {
  return money(amount * times, currency);
}

/** The smaller amount. */
export function min<C extends Currency>(a: Money<C>, b: Money<NoInfer<C>>): Money<C> {
  return subtract(a, b).amount <= 0 ? a : b;
}

/** The total; zero in `currency` for an empty list. */
export function sum<C extends Currency>(amounts: Iterable<Money<NoInfer<C>>>, currency: C): Money<C> {
  let total = money(0, currency);
  for (const amount of amounts) total = add(total, amount);
  return total;
}

/** `{amount: 59900, currency: 'SEK'}` → `"599.00"`, the xs:decimal that SEQR expects. */
export function toDecimal({ amount, currency }: Money): string {
  const places = DECIMALS[currency];
  const digits = String(Math.abs(amount)).padStart(places + 1, '0');
  const sign = amount < 0 ? '-' : '';
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** Whether the database can store it: PostgreSQL's integers have 32 bits. See docs/decisions/amounts-in-32-bits.md. */
export function isStorable(amount: number): boolean {
  return Math.abs(amount) <= 2_147_483_647;
}

const LONGEST_DECIMAL = 64;

/**
 * Parses an xs:decimal exactly. Null if it is malformed, longer than 64 characters, has more decimals than the
 * currency, or exceeds the safe integers. Extra zeros (`1.500` SEK) are accepted, because they lose nothing.
 */
export function parseDecimal(text: string, currency: Currency): Money | null {
  if (text.length > LONGEST_DECIMAL) return null;
  const match = /^[ \t\r\n]*([+-]?)(\d*)(?:\.(\d*))?[ \t\r\n]*$/.exec(text);
  if (!match) return null;
  const [, sign, whole = '', fraction = ''] = match;
  if (whole === '' && fraction === '') return null;
  const places = DECIMALS[currency];
  if (/[1-9]/.test(fraction.slice(places))) return null;
  const amount = Number(whole + fraction.slice(0, places).padEnd(places, '0'));
  if (!Number.isSafeInteger(amount)) return null;
  return money(sign === '-' && amount !== 0 ? -amount : amount, currency);
}

const locales: ReadonlyMap<string, string> = new Map([
  ['sv', 'sv-SE'],
  ['de', 'de-DE'],
]);
const formatters = new Map<string, Intl.NumberFormat>();

/** For display: `1 599,50 kr` in Swedish, `1,599.50 kr` in European English. */
export function formatMoney({ amount, currency }: Money, language: string): string {
  const locale = locales.get(language) ?? 'en-150';
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

/** The plural name: `Swedish kronor`, `svenska kronor`. */
export function nameCurrency(currency: Currency, language: string): string {
  const formatter = new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'name' });
  return formatter.formatToParts(2).find(({ type }) => type === 'currency')?.value ?? currency;
}
