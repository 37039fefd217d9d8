/** The shop's languages; the first is the one without a prefix in the address. */
export const languages = ['en', 'sv'] as const;

export type Language = (typeof languages)[number];

export function isLanguage(text: string): text is Language {
  return (languages as readonly string[]).includes(text);
}

/** `('sv', '/cart')` → `/sv/cart`; English has no prefix. Paths start with a slash. */
export function localPath(language: Language, path: string): string {
  if (language === 'en') return path;
  return path === '/' ? `/${language}` : `/${language}${path}`;
}
