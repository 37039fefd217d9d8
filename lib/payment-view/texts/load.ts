import { en } from './en';
import type { Texts } from './texts';

/** The languages with texts; English is in the script, the others are files beside it, fetched when one is needed. */
export const languages = 'en sv de fi da nb nl fr es it pl pt ro hu'.split(' ');

/** The first language in the list that has texts (`sv-FI` has Swedish ones, `no` and `nn` Bokmål), else English. */
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

/** The texts of a language; English where its file cannot be had. Only JSON is loaded: no code comes along. */
export async function loadTexts(language: string, folder: string): Promise<Texts> {
  try {
    return language === 'en' ? en : { ...en, ...(await (await fetch(`${folder}lang/${language}.json`)).json()) };
  } catch {
    return en;
  }
}
