import type { FullLanguage } from './languages';
import { type AdminTexts, admin as en } from './texts/en/admin';
import { admin as sv } from './texts/sv/admin';

export type { AdminTexts };

const all: Record<FullLanguage, AdminTexts> = { en, sv };

export function getAdminTexts(language: FullLanguage): AdminTexts {
  return all[language];
}
