import { isServedLanguage, type Language } from '../i18n/languages';
import type { CartChange } from './change-cart';

export interface CartRequest {
  /** `refill`: puts the goods of a failed order back into the cart. */
  change: CartChange | { action: 'refill'; order: string };
  language: Language;
  /** The page to go to afterwards, as submitted. */
  next: string | null;
  /** The price that the product page showed, in minor units; null if not submitted. */
  shownPrice: number | null;
}

/** Parses the form that changes the cart. Null if the action or its target is missing or invalid. */
export function parseCartRequest(form: URLSearchParams): CartRequest | null {
  const change = parseChange(form);
  const language = form.get('language') ?? '';
  const price = form.get('shownPrice') ?? '';
  return (
    change && {
      change,
      language: isServedLanguage(language) ? language : 'en',
      next: form.get('next'),
      shownPrice: /^\d{1,12}$/.test(price) ? Number(price) : null,
    }
  );
}

function parseChange(form: URLSearchParams): CartRequest['change'] | null {
  const action = form.get('action');
  const order = readIdentifier(form, 'order');
  if (action === 'refill') return order === null ? null : { action, order };
  const slug = readIdentifier(form, 'slug');
  if (slug === null) return null;
  if (action === 'remove') return { action, slug };
  if (action === 'add' || action === 'set') return { action, slug, quantity: form.get('quantity') ?? '1' };
  return null;
}

function readIdentifier(form: URLSearchParams, field: string): string | null {
  const value = form.get(field) ?? '';
  return value === '' || value.length > 100 ? null : value;
}
