import { type Language, localPath } from '../i18n/languages';
import type { PaymentMethod } from './order-states';

// Every address of an order that the shop gives to a buyer, the payment view or SEQR. `id`: the order's secret id. The
// paths are those of app/[lang]/(order)/orders, app/api/orders, pages/api/orders and app/api/seqr.

export function payPath(id: string, language: Language): string {
  return localPath(language, `/orders/${id}/pay`);
}

export function receiptPath(id: string, language: Language): string {
  return localPath(language, `/orders/${id}/receipt`);
}

/** Redirects to the payment page or the receipt, depending on the order's state. */
export function orderPath(id: string, language: Language): string {
  return localPath(language, `/orders/${id}`);
}

/** In a demonstration: the mails of the order. */
export function mailsPath(id: string, language: Language): string {
  return `${orderPath(id, language)}/mails`;
}

/** The order's messages and steps, in a demonstration. */
export function scenesPath(id: string, language: Language): string {
  return `${orderPath(id, language)}/behind-the-scenes`;
}

/** Makes something happen to the payment, in a demonstration. */
export function whatIfPath(id: string): string {
  return `/api/orders/${id}/what-if`;
}

/** Where the buyer continues after the checkout: payment, or the receipt with the details for a bank transfer. */
export function nextPath(id: string, method: PaymentMethod, language: Language): string {
  return method === 'seqr' ? payPath(id, language) : receiptPath(id, language);
}

/** GET: the payment's status for the payment view. POST: another attempt to pay. */
export function paymentPath(id: string): string {
  return `/api/orders/${id}/payment`;
}

/** The payment's status as a stream of server-sent events. */
export function paymentEventsPath(id: string): string {
  return `${paymentPath(id)}/events`;
}

export function cancelPath(id: string): string {
  return `/api/orders/${id}/cancel`;
}

/** The receipt as a PDF file, in the order's language if none is given. */
export function receiptPdfPath(id: string, language?: Language): string {
  return `/api/orders/${id}/receipt.pdf${language ? `?language=${language}` : ''}`;
}

/** A credit note as a PDF file; `number` as people see it. */
export function creditNotePath(id: string, number: string, language?: Language): string {
  return `/api/orders/${id}/credit-notes/${number}.pdf${language ? `?language=${language}` : ''}`;
}

export const NOTIFICATIONS_PATH = '/api/seqr/notifications';

/** Called by SEQR when the order's payment has changed. */
export function notificationPath(id: string): string {
  return `${NOTIFICATIONS_PATH}?order=${id}`;
}
