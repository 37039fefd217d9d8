import { money, storedCurrency } from '../money';
import type { VatShare } from './vat';

/** A credit note's row with its VAT rows. */
export type StoredCreditNote = {
  readonly number: number;
  readonly currency: string;
  readonly vat: readonly { readonly rate: number; readonly net: number; readonly vat: number }[];
};

/** The number as people see it: `CN-1001`. */
export function formatCreditNoteNumber(number: number): string {
  return `CN-${number}`;
}

/** `CN-1001` → 1001; null if it is not such a number. */
export function parseCreditNoteNumber(text: string): number | null {
  const [, digits] = /^CN-([1-9]\d{3,8})$/.exec(text) ?? [];
  return digits === undefined ? null : Number(digits);
}

/** The VAT that a credit note credits, highest rate first. */
export function creditedVat({ currency, vat }: StoredCreditNote): VatShare[] {
  const stored = storedCurrency(currency);
  return vat
    .map((row) => ({ rate: row.rate, net: money(row.net, stored), vat: money(row.vat, stored) }))
    .toSorted((a, b) => b.rate - a.rate);
}
