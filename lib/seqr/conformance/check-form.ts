import type { FormName } from './expectations';

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));
const INT_MAX = 2n ** 31n - 1n;
const LONG_MAX = 2n ** 63n - 1n;

const isDecimal = (text: string) => /^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(text.trim());
const isNegative = (text: string) => text.trim().startsWith('-');
const isIntegerUpTo = (text: string, max: bigint) => /^\+?\d+$/.test(text.trim()) && BigInt(digitsOf(text)) <= max;
const digitsOf = (text: string) => text.replace(/\D/g, '');

function isDateTimeWithZone(text: string): boolean {
  const match =
    /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-](0\d|1[0-3]):[0-5]\d|[+-]14:00)$/.exec(
      text.trim(),
    );
  if (!match?.[1]) return false;
  const day = new Date(`${match[1]}T00:00:00Z`);
  // A day such as 30 February is invalid or rolls over.
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(match[1]);
}

function isHttpUrl(text: string): boolean {
  return /^https?:\/\/[^\s/]/i.test(text) && !/\s/.test(text) && URL.canParse(text);
}

/** Decimals are compared as text, never as binary floats. */
const CHECKS: Record<FormName, (text: string) => boolean> = {
  'any text': () => true,
  'text that is not blank': (text) => text.trim() !== '',
  decimal: isDecimal,
  'positive decimal': (text) => isDecimal(text) && !isNegative(text) && /[1-9]/.test(text),
  'decimal of 1 or more': (text) => isDecimal(text) && !isNegative(text) && /^[^.]*[1-9]/.test(text),
  'int of 0 or more': (text) => isIntegerUpTo(text, INT_MAX),
  'long of 0 or more': (text) => isIntegerUpTo(text, LONG_MAX),
  'dateTime with zone': isDateTimeWithZone,
  'ISO 4217 currency': (text) => CURRENCIES.has(text),
  digits: (text) => /^\d+$/.test(text),
  'http(s) URL': isHttpUrl,
  base64: (text) => /^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text.replace(/[ \t\r\n]/g, '')),
};

export function hasForm(text: string, form: FormName | RegExp): boolean {
  return form instanceof RegExp ? form.test(text) : CHECKS[form](text);
}
