import type { Sandbox } from '../core/context';

export interface Receipt {
  id: number;
  /** The reference of the payment or refund that the document belongs to. */
  ersReference: string;
  kind: 'PAYMENT' | 'REFUND';
  receiptType: string;
  mimeType: string;
  bytes: number;
  at: Date;
}

/** The documents submitted for an invoice's payment and refunds, oldest first, without their data. */
export async function listReceipts({ db }: Sandbox, invoiceReference: string): Promise<Receipt[]> {
  const found = await db.read.receiptDocument.findMany({
    where: { invoiceReference },
    orderBy: { id: 'asc' },
    omit: { data: true, invoiceReference: true },
  });
  if (found.length === 0) return [];
  const invoice = await db.read.invoice.findUnique({
    where: { reference: invoiceReference },
    select: { ersReference: true },
  });
  return found.map((receipt) => ({
    ...receipt,
    kind: receipt.ersReference === invoice?.ersReference ? 'PAYMENT' : 'REFUND',
  }));
}

/** Returns a document of an invoice with its data, or null if the invoice has none with that id. */
export async function getReceipt(
  { db }: Sandbox,
  invoiceReference: string,
  id: number,
): Promise<{ receiptType: string; mimeType: string; data: Buffer } | null> {
  if (!Number.isSafeInteger(id)) return null;
  const found = await db.read.receiptDocument.findFirst({ where: { id, invoiceReference } });
  return found && { ...found, data: Buffer.from(found.data, 'base64') };
}
