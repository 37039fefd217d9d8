import type { Language } from '../i18n/languages';
import type { OrderView } from '../orders/get-order';
import { hasReceipt } from './receipt-facts';
import { renderReceiptPdf } from './render-receipt-pdf';

const names: Record<Language, string> = { en: 'receipt', sv: 'kvitto' };

export type ReceiptPdf = { readonly filename: string; readonly content: Buffer };

/** Null for an order without a receipt, and for one that only its page can show (see `hasReceiptPdf`). */
export async function getReceiptPdf(order: OrderView, language: Language): Promise<ReceiptPdf | null> {
  if (!hasReceipt(order)) return null;
  const filename = `${names[language]}-${order.number}.pdf`;
  const content = await renderReceiptPdf(order, language);
  return content && { filename, content };
}
