import { parseOptions } from '../catalogue/options';
import { foldedWords, foldForSearch, padWords } from '../fold-for-search';
import type { Language } from '../i18n/languages';

/** The version of `toSearchRow`. Rows of an older version are written again: see lib/background/product-search.ts. */
export const SEARCH_VERSION = 1;

type Found = { readonly slug: string; readonly name: string; readonly source: string };

/** A product's row in ProductSearch. `source` has one line per text of the product; see `listOutdated`. */
export function toSearchRow({ slug, name, source }: Found, language: Language) {
  const [sku = '', options = ''] = source.split('\n').slice(-2);
  const texts = source.slice(0, source.lastIndexOf('\n'));
  const values = parseOptions(options).flatMap(({ value }) => foldedWords(value));
  // The article number is found with and without its punctuation.
  const words = [...foldedWords(texts), ...values, ...foldedWords(slug), foldedWords(sku).join('')].filter(Boolean);
  return {
    productSlug: slug,
    language,
    source,
    version: SEARCH_VERSION,
    name: padWords(foldedWords(name)),
    text: padWords([...new Set(words)]),
    sortKey: toSortKey(name, language),
  };
}

/** Swedish sorts å, ä and ö after z. `{`, `|` and `}` are the characters after z. */
const afterZ: Readonly<Record<string, string>> = { å: '{', ä: '|', ö: '}' };

function toSortKey(name: string, language: Language): string {
  const text = name.normalize('NFC').toLowerCase();
  return foldForSearch(language === 'sv' ? text.replace(/[åäö]/g, (letter) => afterZ[letter] ?? letter) : text);
}

const SHORTEST = 4;

/** The words of a row's text that can correct a misspelled word. Words with digits cannot. */
export function spellableWords(text: string): string[] {
  return text.split(' ').filter((word) => word.length >= SHORTEST && !/\p{N}/u.test(word));
}
