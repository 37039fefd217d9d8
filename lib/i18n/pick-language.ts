import { isLanguage, type Language } from './languages';

/** `?lang=` if it names a language that we have, else the first such in Accept-Language, else English. */
export function pickLanguage(asked: string | undefined, acceptLanguage: string | null): Language {
  if (asked && isLanguage(asked)) return asked;
  const wishes = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const q = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean);
      return { language: tag.split('-')[0] ?? '', q: q === undefined ? 1 : Number(q) };
    })
    .filter((wish) => wish.q > 0)
    .sort((a, b) => b.q - a.q);
  for (const { language } of wishes) if (isLanguage(language)) return language;
  return 'en';
}
