import { type Answer, refuse } from '../answer';
import type { Step } from '../invoices/step';
import { text } from '../soap/fields';
import type { XmlElement } from '../soap/parse-xml';

const LONGEST_TYPE = 100;
const MOST_DOCUMENTS = 20;

export type NewReceipt = { receiptType: string; mimeType: string; data: string };

/** The document of a request; null when it has none, a refusal when a type is too long. */
export function readReceipt(document: XmlElement | undefined): NewReceipt | Answer | null {
  const data = text(document, 'receiptData');
  if (data === undefined) return null;
  const receiptType = text(document, 'receiptType') ?? 'PAYMENT_RECEIPT';
  const mimeType = text(document, 'mimeType') ?? 'application/octet-stream';
  for (const [name, value] of Object.entries({ receiptType, mimeType })) {
    if (value.length > LONGEST_TYPE) {
      return refuse('SYSTEM_ERROR', `${name} has ${value.length} characters, at most ${LONGEST_TYPE} are accepted`);
    }
  }
  return { receiptType, mimeType, data };
}

/**
 * Keeps a document with the payment or refund that `ersReference` names. One of the same types takes the place of the
 * earlier one, so that a call that is repeated keeps one document.
 */
export async function keepReceipt(
  { tx, invoice, time }: Step,
  ersReference: string,
  { receiptType, mimeType, data }: NewReceipt,
): Promise<Answer | null> {
  const key = { ersReference, receiptType, mimeType };
  const others = await tx.receiptDocument.count({ where: { ersReference, NOT: { receiptType, mimeType } } });
  if (others >= MOST_DOCUMENTS) {
    return refuse('SYSTEM_ERROR', `${ersReference} has ${MOST_DOCUMENTS} receipt documents, which is the most`);
  }
  const content = { data, bytes: Buffer.from(data, 'base64').length, at: time };
  await tx.receiptDocument.upsert({
    where: { ersReference_receiptType_mimeType: key },
    create: { ...key, ...content, invoiceReference: invoice.reference },
    update: content,
  });
  return null;
}
