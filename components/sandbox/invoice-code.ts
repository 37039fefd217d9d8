/**
 * Parses typed or scanned text into an invoice reference (digits), or null. Accepts `1402562843463`, `R1402562843463`
 * in any case and with spaces, and the address in a QR code or app link (`HTTP://…/R1402562843463`, `SEQR://…`,
 * `SEQR-DEBUG://…`).
 */
export function parseInvoiceCode(text: string): string | null {
  if (text.length > 500) return null;
  const compact = text.replace(/[\s\u00a0-]/g, '');
  const address = /^[a-z]+:\/\/[^/?#]+\/(R\d{6,20})\/?(?:[?#].*)?$/i.exec(compact);
  const match = /^R?(\d{6,20})$/i.exec(address?.[1] ?? compact);
  return match?.[1] ?? null;
}

/**
 * The path for a scanned or typed code: an invoice code, or a URL with a terminal's static code (`…/QKIOSK7` or
 * `…/KIOSK7`). Null if it is neither.
 */
export function parseCodePath(text: string): string | null {
  const reference = parseInvoiceCode(text);
  if (reference) return invoicePath(reference);
  const code = /^[a-z]+:\/\/[^/?#\s]+\/([a-z0-9_]{1,41})\/?$/i.exec(text.trim())?.[1];
  return code ? `/${code.toUpperCase()}` : null;
}

/** The path of an invoice, as in its QR code. */
export function invoicePath(reference: string): string {
  return `/R${reference}`;
}
