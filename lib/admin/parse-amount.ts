import { type Currency, type Money, parseDecimal } from '../money';

/**
 * Parses an amount as typed: comma or point, spaces between thousands, such as `1 234,50`. Null for anything else, and
 * for zero unless `allowZero`.
 */
export function parseAmount(text: string, currency: Currency, { allowZero = false } = {}): Money | null {
  const plain = text.replace(/[\s\u00a0\u202f]+/g, '').replace(',', '.');
  if (!/^\d{1,9}(\.\d{1,2})?$/.test(plain)) return null;
  const amount = parseDecimal(plain, currency);
  return amount && (amount.amount > 0 || allowZero) ? amount : null;
}
