import { LARGEST_AMOUNT } from '../../input-limits';
import { type Currency, isCurrency, parseDecimal } from '../../money';
import type { XmlElement } from '../../xml/parse-xml';
import { type Answer, refuse } from '../wire/answer';
import { text } from '../wire/fields';

export type ReadAmount = { amount: number; currency: Currency };

/**
 * Reads an amount of any sign. If the element has no currency, `expected` is used. A currency other than `expected` is
 * refused.
 */
export function readAmount(element: XmlElement, what: string, expected?: Currency): ReadAmount | Answer {
  const currency = text(element, 'currency') ?? expected;
  if (currency === undefined) return refuse('INVALID_INVOICE_DATA', `${what} has no currency`);
  if (!isCurrency(currency)) return refuse('INVALID_INVOICE_DATA', `${what} is in an unknown currency`);
  if (expected !== undefined && currency !== expected) {
    return refuse('INVALID_INVOICE_DATA', `${what} is in ${currency}, but the invoice is in ${expected}`);
  }
  const value = text(element, 'value');
  if (value === undefined) return refuse('INVALID_INVOICE_DATA', `${what} has no value`);
  const money = parseDecimal(value, currency);
  if (!money) return refuse('INVALID_INVOICE_DATA', `${what} is not an amount that ${currency} can express`);
  return money;
}

/** The amount to pay or refund: above zero, at most `LARGEST_AMOUNT`. */
export function readTotal(element: XmlElement | undefined, what: string, expected?: Currency): ReadAmount | Answer {
  if (!element) return refuse('INVALID_INVOICE_DATA', `${what} is missing`);
  const total = readAmount(element, what, expected);
  if ('result' in total) return total;
  if (total.amount <= 0) return refuse('INVALID_INVOICE_DATA', `${what} must be above zero`);
  if (total.amount > LARGEST_AMOUNT) return refuse('REJECTED_AMOUNT', `${what} exceeds the service’s maximum`);
  return total;
}
