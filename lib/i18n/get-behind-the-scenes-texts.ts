import { isFullLanguage, type Language } from './languages';
import { type BehindTheScenesTexts, behindTheScenes as en } from './texts/en/behind-the-scenes';
import { behindTheScenes as sv } from './texts/sv/behind-the-scenes';

export type { BehindTheScenesTexts };

const all = { en, sv };

/** These texts are for developers, so a language without them gets English. */
export function getBehindTheScenesTexts(language: Language): BehindTheScenesTexts {
  return all[isFullLanguage(language) ? language : 'en'];
}
