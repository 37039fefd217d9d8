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
  const key = { ersReference, receiptType, mimeType };
  const others = await tx.receiptDocument.count({ where: { ersReference, NOT: { receiptType, mimeType } } });
  if (others >= MAX_DOCUMENTS) {
    return refuse('SYSTEM_ERROR', `${ersReference} has ${MAX_DOCUMENTS} receipt documents, the maximum`);
  }
  const content = { data, bytes: Buffer.from(data, 'base64').length, at: time };
  await tx.receiptDocument.upsert({
    where: { ersReference_receiptType_mimeType: key },
    create: { ...key, ...content, invoiceReference: invoice.reference },
    update: content,
  });
  return null;
}
