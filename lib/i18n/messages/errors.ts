import type { Language } from '../languages';

/** By themselves, since error pages are client components: the browser gets these few and not the whole dictionary. */
export const errorMessages: Record<Language, Record<'title' | 'text' | 'retry', string>> = {
  en: {
    title: 'Something broke on our side',
    text: 'It is not your fault, and we have noted it. If you were paying, look at your orders before you try again.',
    retry: 'Try again',
  },
  sv: {
    title: 'Något gick sönder hos oss',
    text: 'Det är inte ditt fel, och vi har noterat det. Om du höll på att betala: titta bland dina ordrar innan du försöker igen.',
    retry: 'Försök igen',
  },
};
