import { getShopTexts } from '../i18n/get-shop-texts';
import type { Language } from '../i18n/languages';
import { getCreditNote } from '../orders/get-credit-note';
import type { ReceiptPdf } from './get-receipt-pdf';
import { renderCreditNotePdf } from './render-credit-note-pdf';

/**
 * A credit note as PDF, drawn from what was stored when it was issued, in the order's language if none is given. Null if
 * the order has no such credit note, or if no font covers one of its characters.
 */
export async function getCreditNotePdf(orderId: string, number: string, wanted?: Language): Promise<ReceiptPdf | null> {
  const note = await getCreditNote(orderId, number);
  if (!note) return null;
  const language = wanted ?? note.language;
  const content = await renderCreditNotePdf(note, language);
  return content && { filename: getShopTexts(language).papers.creditNote.fileName(note.number), content };
}
