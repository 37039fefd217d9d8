import { isCurrency, type Money, toDecimal } from '../money';
import type { Invoice, Parameters } from './types';

/** What node-soap writes as XML: text is escaped already, names are in any order. */
export type Wire = string | Wire[] | { [name: string]: Wire };

/**
 * Fields of a call as the contract has them: money as currency and decimal text, dates as ISO text, bytes as base64,
 * what is undefined left out. Throws `RangeError` for a number that is not whole, `TypeError` for what has no form there.
 */
export function toWire(value: unknown): Wire {
  if (typeof value === 'string') return escapeText(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value))
      throw new RangeError(`seqr: ${value} is not a whole number; write decimals as text`);
    return String(value);
  }
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map(toWire);
  if (typeof value !== 'object' || value === null) throw new TypeError(`seqr: a ${typeof value} has no form in XML`);
  if (isMoney(value)) return { currency: value.currency, value: toDecimal(value) };
  const given = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(given.map(([name, field]) => [name, toWire(field)]));
}

/** The rows go one level deeper than they are handled. */
export function wrapRows(invoice: Invoice | undefined): object | undefined {
  return invoice?.invoiceRows ? { ...invoice, invoiceRows: { invoiceRow: invoice.invoiceRows } } : invoice;
}

export function wrapParameters(parameters: Parameters | undefined): object | undefined {
  const entry = Object.entries(parameters ?? {}).map(([key, value]) => ({ key, value }));
  return entry.length > 0 ? { parameter: { entry } } : undefined;
}

function isMoney(value: object): value is Money {
  return (
    'amount' in value &&
    typeof value.amount === 'number' &&
    'currency' in value &&
    typeof value.currency === 'string' &&
    isCurrency(value.currency)
  );
}

const notXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#xD;' };

/**
 * Ours and not node-soap's, which hands on unescaped whatever begins with `<![CDATA[` and ends with `]]>`: an invitation
 * in a shop where people name themselves. Characters that XML 1.0 cannot hold become U+FFFD.
 */
function escapeText(text: string): string {
  return text.replace(notXml, '\uFFFD').replace(/[&<>\r]/g, (character) => entities[character] ?? '');
}
