/**
 * Whether the text is an IBAN, with or without spaces: country, check digits by ISO 7064 (mod 97), account. Banks refuse a
 * transfer to any other text.
 */
export function isIban(text: string): boolean {
  const iban = compact(text);
  if (!/^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/.test(iban)) return false;
  const moved = iban.slice(4) + iban.slice(0, 4);
  let rest = 0;
  for (const character of moved) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/** `SE4799900000099902173123` → `SE47 9990 0000 0999 0217 3123`. */
export function formatIban(text: string): string {
  return compact(text).replace(/.{4}(?=.)/g, '$& ');
}

/** Whether the text is a BIC (ISO 9362): bank, country, place, and possibly a branch. */
export function isBic(text: string): boolean {
  return /^[A-Z]{6}[A-Z\d]{2}(?:[A-Z\d]{3})?$/.test(text);
}

function compact(text: string): string {
  return text.replace(/ /g, '').toUpperCase();
}
