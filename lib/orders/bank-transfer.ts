import { type Money, storedMoney } from '../money';

export type BankTransfer = { readonly reference: string; readonly amount: Money; readonly dueAt: Date };

/**
 * An OCR reference for a Swedish bank transfer: the order number and a Luhn check digit (Bankgirot, OCR level with a
 * check digit), so that a mistyped reference is refused by the payer's bank and not booked on another order.
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
