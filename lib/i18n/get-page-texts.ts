import type { Language } from './languages';
import { pages as de } from './texts/de/pages';
import { pages as en } from './texts/en/pages';
import type { PageTexts } from './texts/page-text';
import { pages as sv } from './texts/sv/pages';

export { type PageFacts, type PageName, type PageText, pageNames } from './texts/page-text';

const all: Record<Language, PageTexts> = { en, sv, de };

export function getPageTexts(language: Language): PageTexts {
  return all[language];
}
