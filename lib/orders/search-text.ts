import { foldForSearch } from '../fold-for-search';
import { getAdminTexts } from '../i18n/get-admin-texts';
import { fullLanguages } from '../i18n/languages';
import type { PaymentMethod } from './order-states';

/** The version of `orderSearchText`. Older texts are rewritten: see lib/background/search-texts.ts. */
export const SEARCH_VERSION = 3;

type Searchable = {
  readonly number: string;
  readonly bankReference: string | null;
  readonly name: string;
  readonly email: string;
  readonly postalCode: string;
  readonly city: string;
  readonly paymentMethod: PaymentMethod;
  readonly lines: readonly { readonly slug: string | null; readonly sku: string | null; readonly name: string }[];
};

/**
 * The searchable text of an order: number, OCR reference, buyer, postal code with and without spaces, city, payment
 * method, and the ordered products by name, slug and article number. Payments' references are searched separately.
 */
export function orderSearchText(order: Searchable): string {
  const { number, bankReference, name, email, postalCode, city, paymentMethod, lines } = order;
  const places = [postalCode, postalCode.replace(/\s/g, ''), city];
  const methods = [paymentMethod, ...fullLanguages.map((language) => getAdminTexts(language).methods[paymentMethod])];
  const goods = lines.flatMap((line) => (line.slug === null ? [] : [line.name, line.slug, line.sku ?? '']));
  const parts = [number, bankReference ?? '', name, email, ...places, ...methods, ...goods];
  return [...new Set(parts.map(foldForSearch))].filter(Boolean).join(' ');
}
