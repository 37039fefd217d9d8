import { isCurrency, type Money, toDecimal } from '../money';
import { guardText } from './node-soap-adapter';
import type { Invoice, Parameters } from './types';

/** The input of node-soap's XML writer, which escapes the text and orders the fields. */
export type Wire = string | Wire[] | { [name: string]: Wire };

/**
 * Converts a call's fields to the contract's form: money as currency and decimal text, dates as ISO text, bytes as
 * base64, undefined omitted. Throws `RangeError` for a fractional number and `TypeError` for an unsupported type.
 */
export function toWire(value: unknown): Wire {
  if (typeof value === 'string') return guardText(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value))
      throw new RangeError(`seqr: ${value} is not a whole number; write decimals as text`);
    return String(value);
  }
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map(toWire);
  if (typeof value !== 'object' || value === null)
    throw new TypeError(`seqr: a ${typeof value} cannot be written as XML`);
  if (isMoney(value)) return { currency: value.currency, value: toDecimal(value) };
  const present = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(present.map(([name, field]) => [name, toWire(field)]));
}

/** The contract nests rows one level deeper than our types do. */
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
