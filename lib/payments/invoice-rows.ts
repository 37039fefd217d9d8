import { type Currency, money } from '../money';
import type { InvoiceRow } from '../seqr/types';
import { vatRateToDecimal } from '../vat-rate';

export type InvoiceLine = {
  readonly name: string;
  readonly quantity: number;
  readonly slug: string | null;
  /** The product's article number when it was ordered. */
  readonly sku: string | null;
  readonly vatRate: number | null;
  readonly total: number;
  readonly unitPrice: number;
};

/** The order's lines in SEQR's format. */
export function invoiceRows(lines: readonly InvoiceLine[], currency: Currency): InvoiceRow[] {
  return lines.map((line) => ({
    itemDescription: line.name,
    itemQuantity: line.quantity,
    itemSKU: line.sku ?? line.slug ?? undefined,
    itemTaxRate: line.vatRate === null ? undefined : vatRateToDecimal(line.vatRate),
    itemTotalAmount: money(line.total, currency),
    itemUnitPrice: money(line.unitPrice, currency),
  }));
}
