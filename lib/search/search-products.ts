import { listProductsBySlug } from '../catalogue/list-products';
import type { Product } from '../catalogue/product';
import { foldForSearch } from '../fold-for-search';
import type { Language } from '../i18n/languages';
import { withoutSoftHyphens } from '../typed-text';
import { correctWords } from './correct-words';
import { MAX_SUGGESTIONS, PAGE_SIZE, type SearchQuery, toMinorUnits, wordsOf } from './search-query';
import { type CategoryMatches, findMatches } from './statements/find-matches';
import { listMatches } from './statements/list-matches';
import type { Match } from './statements/matching';

export type SearchResult = {
  readonly products: readonly Product[];
  /** The number of matches on all pages. */
  readonly total: number;
  /** The shown page, from 1, and the number of pages, at least 1. */
  readonly page: number;
  readonly pages: number;
  /** The number of matches per category, without the category filter. */
  readonly categories: readonly CategoryMatches[];
  /** The words that were searched instead, because no product has the given ones; spelled as the products spell them. */
  readonly corrected: string | null;
};

/** One page of at most 24 matching products. Without words, every product of the shop or category matches. */
export async function searchProducts(language: Language, query: SearchQuery): Promise<SearchResult> {
  const words = wordsOf(query.text);
  const { category, sort } = query;
  // A text without words, such as an emoji, finds nothing.
  if (words.length === 0 && query.text !== '') return nothing;
  const onPage = (page: number) => ({ category, sort, skip: (page - 1) * PAGE_SIZE, take: PAGE_SIZE });
  const find = (match: Match) => findMatches(match, onPage(query.page));
  const isFound = (found: Awaited<ReturnType<typeof find>>) => found.categories.length > 0;
  const { match, found, corrected } = await findOrCorrect(toMatch(language, query, words), find, isFound);
  const { categories } = found;
  const counted = category === null ? categories : categories.filter((one) => one.category === category);
  const total = counted.reduce((sum, { count }) => sum + count, 0);
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const page = Math.min(query.page, pages);
  const slugs = page < query.page ? (await findMatches(match, onPage(page))).slugs : found.slugs;
  const products = await listInOrder(language, slugs);
  const spelled = corrected === null ? null : spellLike(products, corrected);
  return { products, total, page, pages, categories, corrected: spelled };
}

const nothing: SearchResult = { products: [], total: 0, page: 1, pages: 1, categories: [], corrected: null };

/** The best matches for a text that is still being typed. */
export async function suggestProducts(language: Language, text: string): Promise<Product[]> {
  const words = wordsOf(text);
  if (words.length === 0) return [];
  const match = { language, words, priceMin: null, priceMax: null, inStock: false };
  const find = (wanted: Match) => listMatches(wanted, MAX_SUGGESTIONS);
  const { found } = await findOrCorrect(match, find, (slugs) => slugs.length > 0);
  return listInOrder(language, found);
}

/**
 * Spells each folded word as it occurs in a product, as a whole word or else at the end of a longer one: `knäckebröd`
 * for `knackebrod`.
 */
function spellLike(products: readonly Product[], folded: string): string {
  const texts = products.map(({ name, summary }) => withoutSoftHyphens(`${name} ${summary}`).normalize('NFC'));
  const spellings =
    texts
      .join(' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const spellingOf = (word: string) =>
    spellings.find((spelling) => foldForSearch(spelling) === word) ??
    spellings.map((spelling) => spelling.slice(-word.length)).find((end) => foldForSearch(end) === word) ??
    word;
  return folded.split(' ').map(spellingOf).join(' ');
}

function toMatch(language: Language, { priceMin, priceMax, inStock }: SearchQuery, words: readonly string[]) {
  return {
    language,
    words,
    priceMin: priceMin === null ? null : toMinorUnits(priceMin),
    priceMax: priceMax === null ? null : toMinorUnits(priceMax),
    inStock,
  };
}

/** Finds the match or, if that finds nothing, its first correction that finds something. */
async function findOrCorrect<Found>(
  match: Match & { readonly language: Language },
  find: (match: Match) => Promise<Found>,
  isFound: (found: Found) => boolean,
) {
  const found = await find(match);
  if (isFound(found)) return { match, found, corrected: null };
  for (const words of await correctWords(match.language, match.words)) {
    const instead = { ...match, words };
    const other = await find(instead);
    if (isFound(other)) return { match: instead, found: other, corrected: words.join(' ') };
  }
  return { match, found, corrected: null };
}

async function listInOrder(language: Language, slugs: readonly string[]): Promise<Product[]> {
  const products = new Map((await listProductsBySlug(language, slugs)).map((product) => [product.slug, product]));
  return slugs.flatMap((slug) => products.get(slug) ?? []);
}
