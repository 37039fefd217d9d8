import { isFullLanguage, type Language } from '../i18n/languages';

/** The languages to show a text in, best first. For a language in which texts are optional, English is the second. */
export function textLanguages(language: Language): Language[] {
  return isFullLanguage(language) ? [language] : [language, 'en'];
}

/** The text to show in that language, if there is one. */
export function pickText<T extends { language: string }>(texts: readonly T[], language: Language): T | undefined {
  return textLanguages(language)
    .map((shown) => texts.find((text) => text.language === shown))
    .find((text) => text !== undefined);
}
