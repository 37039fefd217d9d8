import { type FullLanguage, isFullLanguage } from './languages';

/** Holds the language that a merchant has chosen in the back office. */
export const ADMIN_LANGUAGE_COOKIE = 'admin-language';

/**
 * Chooses the language of the back office and the payer app: `?lang=` if it is one of the two languages, otherwise the
 * one that Accept-Language prefers, otherwise English.
 */
export function pickLanguage(requested: string | undefined, acceptLanguage: string | null): FullLanguage {
  if (requested && isFullLanguage(requested)) return requested;
  const preferences = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const q = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean);
      return { language: tag.split('-')[0] ?? '', q: q === undefined ? 1 : Number(q) };
    })
    .filter(({ q }) => q > 0)
    .sort((a, b) => b.q - a.q);
  for (const { language } of preferences) if (isFullLanguage(language)) return language;
  return 'en';
}
