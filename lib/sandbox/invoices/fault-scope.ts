import type { Invoice } from '../database/generated/client';
import type { FaultScope } from '../faults/fault';
import { parseRows, skusOf } from './rows';

/** The properties of an invoice that faults can be limited to. */
export function faultScope(
  invoice: Pick<Invoice, 'terminalId' | 'reference' | 'clientInvoiceId' | 'rows'>,
): FaultScope & { readonly skus: readonly string[] } {
  return {
    terminalId: invoice.terminalId,
    invoiceReference: invoice.reference,
    clientInvoiceId: invoice.clientInvoiceId ?? undefined,
    // Parsed only for a fault that is limited by sku, because an invoice may have many rows.
    get skus() {
      return skusOf(parseRows(invoice.rows));
    },
  };
}
