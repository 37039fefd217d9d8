import { en } from './en';
import type { Texts } from './texts';

/** The languages with texts. English is in the script; the others are files beside it, fetched when needed. */
export const languages = 'en sv de fi da nb nl fr es it pl pt ro hu'.split(' ');

/**
 * Picks the first language in the list that has texts, otherwise English. `sv-FI` counts as Swedish, `no` and `nn` as
 * Bokmål.
 */
export function pickLanguage(wanted: readonly string[]): string {
  const known = wanted.map(
    (tag) =>
      tag
        .toLowerCase()
        .split(/[-_]/)[0]
        ?.replace(/^n[no]$/, 'nb') ?? '',
  );
  return known.find((language) => languages.includes(language)) ?? 'en';
}

/** Loads the texts of a language, or English if its file cannot be loaded. The file is JSON, so it cannot run code. */
export async function loadTexts(language: string, folder: string): Promise<Texts> {
  try {
    return language === 'en' ? en : { ...en, ...(await (await fetch(`${folder}lang/${language}.json`)).json()) };
  } catch {
    return en;
  }
}
