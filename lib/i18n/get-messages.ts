import type { Language } from './languages';
import { en, type Messages } from './messages/en';
import { sv } from './messages/sv';

const all: Record<Language, Messages> = { en, sv };

/** For server components only: a client component gets the few texts that it needs as props. */
export function getMessages(language: Language): Messages {
  return all[language];
}
