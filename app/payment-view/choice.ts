import { keysOf } from '@/lib/keys-of';
import { languages } from '@/lib/payment-view/texts/load';
import { states } from './states';

/** The gallery's options. The first of each is the default. */
export const options = {
  layout: ['standard', 'small'],
  platform: ['desktop', 'mobile', 'unsupported'],
  state: states,
  language: languages,
  colours: ['light', 'dark'],
} as const;

export type Choice = Record<keyof typeof options, string>;
type Search = Record<string, string | string[] | undefined>;

/** Reads the known options; unknown values fall back to the default. */
export function parseChoice(search: Search): Choice {
  const pick = (key: keyof Choice) => {
    const values: readonly string[] = options[key];
    return values.find((option) => option === search[key]) ?? values[0] ?? '';
  };
  return {
    layout: pick('layout'),
    platform: pick('platform'),
    state: pick('state'),
    language: pick('language'),
    colours: pick('colours'),
  };
}

/** The address of a choice, without default values. */
export function addressOf(choice: Choice): string {
  const changed = keysOf(options).filter((key) => choice[key] !== options[key][0]);
  const query = new URLSearchParams(changed.map((key) => [key, choice[key]]));
  return query.size ? `/payment-view?${query}` : '/payment-view';
}
