/**
 * Normalizes a text for searching: lower case, single spaces, no accents or invisible characters. `asa` finds `Åsa`.
 */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]+/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * The searchable text of an order: number, OCR reference, name and email. Payments' references are searched separately.
 */
export function orderSearchText(order: {
  number: string;
  bankReference: string | null;
  name: string;
  email: string;
}): string {
  return foldForSearch([order.number, order.bankReference ?? '', order.name, order.email].join(' '));
}
