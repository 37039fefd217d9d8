/** Folds a text for searching: lower case, without accents and invisible characters, spaces single, so that `asa` finds `Åsa`. */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]+/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** What an order is found by, besides the references of its payments: number, OCR reference, name and e-mail. */
export function orderSearchText(order: {
  number: string;
  bankReference: string | null;
  name: string;
  email: string;
}): string {
  return foldForSearch([order.number, order.bankReference ?? '', order.name, order.email].join(' '));
}
