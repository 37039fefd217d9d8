import { type Currency, isCurrency, parseDecimal } from '../../money';
import { type Answer, refuse } from '../answer';
import { text } from '../soap/fields';
import type { XmlElement } from '../soap/parse-xml';

/** The largest amount that the service takes, in minor units: 9 999 999.99 in most currencies. */
export const LARGEST_AMOUNT = 999_999_999;

export type ReadAmount = { amount: number; currency: Currency };

/** An amount of any sign; its currency may be left out where `expected` says which it must be. */
export function readAmount(element: XmlElement, what: string, expected?: Currency): ReadAmount | Answer {
  const currency = text(element, 'currency') ?? expected;
  if (currency === undefined) return refuse('INVALID_INVOICE_DATA', `${what} has no currency`);
  if (!isCurrency(currency)) return refuse('INVALID_INVOICE_DATA', `${what} is in a currency that is not known`);
  if (expected !== undefined && currency !== expected) {
    return refuse('INVALID_INVOICE_DATA', `${what} is in ${currency}, the invoice in ${expected}`);
  }
  const value = text(element, 'value');
  if (value === undefined) return refuse('INVALID_INVOICE_DATA', `${what} has no value`);
  const money = parseDecimal(value, currency);
  if (!money) return refuse('INVALID_INVOICE_DATA', `${what} is not an amount that ${currency} can express`);
  return money;
}

/** The amount to be paid or refunded: above zero, at most `LARGEST_AMOUNT`. */
export function readTotal(element: XmlElement | undefined, what: string, expected?: Currency): ReadAmount | Answer {
  if (!element) return refuse('INVALID_INVOICE_DATA', `${what} is missing`);
  const total = readAmount(element, what, expected);
  if ('result' in total) return total;
  if (total.amount <= 0) return refuse('INVALID_INVOICE_DATA', `${what} is not above zero`);
  if (total.amount > LARGEST_AMOUNT) return refuse('REJECTED_AMOUNT', `${what} is larger than the service takes`);
  return total;
}
