import { z } from 'zod';
import { isFullLanguage, type Language } from '../i18n/languages';
import { withoutSoftHyphens } from '../typed-text';

/** What distinguishes a variant from its siblings, such as size M, in one language. */
export type Option = { readonly name: string; readonly value: string };

export const MAX_OPTIONS = 3;
/** The maximum length of an option's name, and of its value, in characters. */
export const MAX_OPTION_LENGTH = 30;

const text = z.string().min(1).max(MAX_OPTION_LENGTH);
const schema = z.array(z.object({ name: text, value: text })).max(MAX_OPTIONS);

/** Reads `ProductText.options`. Invalid content counts as no options. */
export function parseOptions(stored: string): Option[] {
  // Nearly every text has no options, so this saves most of the parsing.
  if (stored === '[]') return [];
  try {
    return schema.safeParse(JSON.parse(stored)).data ?? [];
  } catch {
    return [];
  }
}

export function storeOptions(options: readonly Option[]): string {
  return JSON.stringify(options.map(({ name, value }) => ({ name, value })));
}

/** The options in that language. A language such as German may lack texts; then the English options. */
export function pickOptions(
  texts: readonly { readonly language: string; readonly options: string }[],
  language: Language,
): Option[] {
  const inLanguage = (wanted: Language) => parseOptions(texts.find((one) => one.language === wanted)?.options ?? '[]');
  const own = inLanguage(language);
  return own.length > 0 || isFullLanguage(language) ? own : inLanguage('en');
}

/** `Linen shirt, M, blue`: a variant's name in the cart, in orders and on invoices. */
export function nameWithOptions(name: string, options: readonly Option[]): string {
  return [name, ...options.map(({ value }) => value)].join(', ');
}

/** `Size: M, Colour: blue` */
export function describeOptions(options: readonly Option[]): string {
  return options.map(({ name, value }) => `${name}: ${withoutSoftHyphens(value)}`).join(', ');
}
