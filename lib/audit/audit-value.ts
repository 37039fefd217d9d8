import { type Money, storedMoney } from '../money';

/** A field's value before or after a change; null: none. */
export type AuditValue = string | number | boolean | Money | Date | null;

/** The value as it is stored: JSON, in which a time is `{"at":"…"}`. */
export function storeValue(value: AuditValue): string | null {
  if (value === null) return null;
  return JSON.stringify(value instanceof Date ? { at: value.toISOString() } : value);
}

/** Reads what `storeValue` wrote. */
export function readValue(stored: string | null): AuditValue {
  if (stored === null) return null;
  const value: string | number | boolean | { at: string } | { amount: number; currency: string } = JSON.parse(stored);
  if (typeof value !== 'object') return value;
  return 'at' in value ? new Date(value.at) : storedMoney(value.amount, value.currency);
}
