import { LARGEST_AMOUNT } from '../input-limits';
import { type Currency, type Money, money, storedMoney } from '../money';

export type BankTransfer = { readonly reference: string; readonly amount: Money; readonly dueAt: Date };

/**
 * An OCR reference for a Swedish bank transfer: order number plus Luhn check digit (Bankgirot, OCR level with check
 * digit). The payer's bank rejects a mistyped reference.
 */
export function ocrReference(orderNumber: number): string {
  const digits = String(orderNumber);
  let sum = 0;
  for (const [index, character] of [...digits].reverse().entries()) {
    const value = Number(character) * (index % 2 === 0 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return digits + ((10 - (sum % 10)) % 10);
}

export function bankTransferOf(order: {
  bankReference: string | null;
  total: number;
  currency: string;
  expiresAt: Date;
}): BankTransfer | null {
  if (order.bankReference === null) return null;
  return {
    reference: order.bankReference,
    amount: storedMoney(order.total, order.currency),
    dueAt: order.expiresAt,
  };
}

/**
 * The maximum total of transfers that is booked for one order: twice the largest order, because a buyer may pay twice
 * by mistake.
 */
export function maxTransferred(currency: Currency): Money {
  return money(2 * LARGEST_AMOUNT, currency);
}
