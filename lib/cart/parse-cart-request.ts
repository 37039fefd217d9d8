import { isLanguage, type Language } from '../i18n/languages';
import type { CartChange } from './change-cart';

export interface CartRequest {
  /** `refill`: the goods of an order that came to nothing go back into the cart. */
  change: CartChange | { action: 'refill'; order: string };
  language: Language;
  /** Where the browser is to go afterwards, as it was sent. */
  next: string | null;
  /** The price, in minor units, that the page of a product showed; null when the form does not say. */
  shownPrice: number | null;
}

/** Reads the form that changes the cart; null when it says neither what to do nor to what. */
export function parseCartRequest(form: URLSearchParams): CartRequest | null {
  const change = parseChange(form);
  const language = form.get('language') ?? '';
  const price = form.get('shownPrice') ?? '';
  return (
    change && {
      change,
      language: isLanguage(language) ? language : 'en',
      next: form.get('next'),
      shownPrice: /^\d{1,12}$/.test(price) ? Number(price) : null,
    }
  );
}

function parseChange(form: URLSearchParams): CartRequest['change'] | null {
  const action = form.get('action');
  const order = named(form, 'order');
  if (action === 'refill') return order === null ? null : { action, order };
  const slug = named(form, 'slug');
  if (slug === null) return null;
  if (action === 'remove') return { action, slug };
  if (action === 'add' || action === 'set') return { action, slug, quantity: form.get('quantity') ?? '1' };
  return null;
}

function named(form: URLSearchParams, field: string): string | null {
  const value = form.get(field) ?? '';
  return value === '' || value.length > 100 ? null : value;
}
