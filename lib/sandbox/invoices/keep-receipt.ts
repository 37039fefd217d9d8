import type { XmlElement } from '../../xml/parse-xml';
import { type Answer, refuse } from '../wire/answer';
import { text } from '../wire/fields';
import type { Step } from './step';

const MAX_TYPE_LENGTH = 100;
const MAX_DOCUMENTS = 20;

export type NewReceipt = { receiptType: string; mimeType: string; data: string };

/** Reads the document from a request. Returns null if there is none, or a refusal if a type is too long. */
export function readReceipt(document: XmlElement | undefined): NewReceipt | Answer | null {
  const data = text(document, 'receiptData');
  if (data === undefined) return null;
  const receiptType = text(document, 'receiptType') ?? 'PAYMENT_RECEIPT';
  const mimeType = text(document, 'mimeType') ?? 'application/octet-stream';
  for (const [name, value] of Object.entries({ receiptType, mimeType })) {
    if (value.length > MAX_TYPE_LENGTH) {
      return refuse('SYSTEM_ERROR', `${name} has ${value.length} characters; at most ${MAX_TYPE_LENGTH} are accepted`);
    }
  }
  return { receiptType, mimeType, data };
}

/**
 * Stores a document with the payment or refund of `ersReference`. It replaces an earlier document with the same types,
 * so that a repeated call stores only one. Returns a refusal if there are already 20 others.
 */
export async function keepReceipt(
  { tx, invoice, time }: Step,
  ersReference: string,
  { receiptType, mimeType, data }: NewReceipt,
): Promise<Answer | null> {
  const bytes = Buffer.from(data, 'base64').length;
  // Prisma's upsert reads the document back.
  const stored = await tx.$executeRaw`
    INSERT INTO "ReceiptDocument" ("invoiceReference", "ersReference", "receiptType", "mimeType", "data", "bytes", "at")
    SELECT ${invoice.reference}, ${ersReference}, ${receiptType}, ${mimeType}, ${data}, ${bytes}, ${time}
    WHERE (SELECT COUNT(*) FROM "ReceiptDocument" WHERE "ersReference" = ${ersReference}
      AND NOT ("receiptType" = ${receiptType} AND "mimeType" = ${mimeType})) < ${MAX_DOCUMENTS}
    ON CONFLICT ("ersReference", "receiptType", "mimeType")
      DO UPDATE SET "data" = excluded."data", "bytes" = excluded."bytes", "at" = excluded."at"`;
  if (stored === 1) return null;
  return refuse('SYSTEM_ERROR', `${ersReference} has ${MAX_DOCUMENTS} receipt documents, the maximum`);
}
