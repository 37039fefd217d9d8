import type { Language } from './languages';
import { shop as de } from './texts/de/shop';
import { shop as en, type ShopTexts } from './texts/en/shop';
import { shop as sv } from './texts/sv/shop';

export type { ShopTexts };

const all: Record<Language, ShopTexts> = { en, sv, de };

/** For server components only; pass client components the few texts they need as props. */
export function getShopTexts(language: Language): ShopTexts {
  return all[language];
}
