import type { Language } from './languages';
import { mail as de } from './texts/de/mail';
import { mail as en, type MailTexts } from './texts/en/mail';
import { mail as sv } from './texts/sv/mail';

export type { MailTexts };

const all: Record<Language, MailTexts> = { en, sv, de };

export function getMailTexts(language: Language): MailTexts {
  return all[language];
}
