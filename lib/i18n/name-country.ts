import type { Language } from './languages';

/** `('FI', 'sv')` → `Finland`. */
export function nameCountry(code: string, language: Language): string {
  return new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code;
}
