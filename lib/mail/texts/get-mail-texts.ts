import type { Language } from '../../i18n/languages';
import { en, type MailTexts } from './en';
import { sv } from './sv';

const all: Record<Language, MailTexts> = { en, sv };

export function getMailTexts(language: Language): MailTexts {
  return all[language];
}
