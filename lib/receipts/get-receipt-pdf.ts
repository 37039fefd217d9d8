import { getShopTexts } from '../i18n/get-shop-texts';
import type { Language } from '../i18n/languages';
import type { OrderView } from '../orders/get-order';
import { hasReceipt } from './receipt-facts';
import { renderReceiptPdf } from './render-receipt-pdf';

export type ReceiptPdf = { readonly filename: string; readonly content: Buffer };

/** Null if the order has no receipt, or if no font covers one of its characters (see `hasReceiptPdf`). */
export async function getReceiptPdf(order: OrderView, language: Language): Promise<ReceiptPdf | null> {
  if (!hasReceipt(order)) return null;
  const filename = getShopTexts(language).receipt.fileName(order.number);
  const content = await renderReceiptPdf(order, language);
  return content && { filename, content };
}
