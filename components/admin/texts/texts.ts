import type { Language } from '@/lib/i18n/languages';
import { type AdminTexts, en, type NoteName } from './en';
import { sv } from './sv';

export type { AdminTexts, NoteName };

const all: Record<Language, AdminTexts> = { en, sv };

export function adminTexts(language: Language): AdminTexts {
  return all[language];
}
