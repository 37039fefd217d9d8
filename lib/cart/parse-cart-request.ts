import { isLanguage, type Language } from '../i18n/languages';
import type { CartChange } from './change-cart';

export interface CartRequest {
  change: CartChange;
  language: Language;
  /** Where the browser is to go afterwards, as it was sent. */
  next: string | null;
}

/** Reads the form that changes the cart; null when it says neither what to do nor to what. */
export function parseCartRequest(form: URLSearchParams): CartRequest | null {
  const change = parseChange(form);
  const language = form.get('language') ?? '';
  return change && { change, language: isLanguage(language) ? language : 'en', next: form.get('next') };
}

function parseChange(form: URLSearchParams): CartChange | null {
  const action = form.get('action');
  const slug = form.get('slug') ?? '';
  if (slug === '' || slug.length > 100) return null;
  if (action === 'remove') return { action, slug };
  if (action === 'add' || action === 'set') return { action, slug, quantity: form.get('quantity') ?? '1' };
  return null;
}
