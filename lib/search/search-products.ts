import { listProductsBySlug } from '../catalogue/list-products';
import type { Product } from '../catalogue/product';
import { foldForSearch } from '../fold-for-search';
import type { Language } from '../i18n/languages';
import { withoutSoftHyphens } from '../typed-text';
import { correctWords } from './correct-words';
import { MAX_SUGGESTIONS, PAGE_SIZE, type SearchQuery, toMinorUnits, wordsOf } from './search-query';
import { type CategoryMatches, countMatches } from './statements/count-matches';
import { listMatches } from './statements/list-matches';
import type { Match } from './statements/matching';

export type SearchResult = {
  readonly products: readonly Product[];
  /** Of all pages. */
  readonly total: number;
  /** The shown page, from 1, and the number of pages, at least 1. */
  readonly page: number;
  readonly pages: number;
  /** The number of products per category under all filters but the category. */
  readonly categories: readonly CategoryMatches[];
  /** The words that were searched instead, because no product has the given ones; spelled as the products spell them. */
  readonly corrected: string | null;
};

/** One page of the products that match, of at most 24. Without words, those of the whole shop or category. */
export async function searchProducts(language: Language, query: SearchQuery): Promise<SearchResult> {
  const words = wordsOf(query.text);
  const { category, sort } = query;
  // A text without words, such as an emoji, finds nothing.
  if (words.length === 0 && query.text !== '') return nothing;
  const { match, categories, corrected } = await findMatch(toMatch(language, query, words), language);
  const counted = category === null ? categories : categories.filter((one) => one.category === category);
  const total = counted.reduce((sum, { count }) => sum + count, 0);
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const page = Math.min(query.page, pages);
  const skip = (page - 1) * PAGE_SIZE;
  const slugs = total === 0 ? [] : await listMatches(match, { category, sort, skip, take: PAGE_SIZE });
  const products = await listInOrder(language, slugs);
  const spelled = corrected === null ? null : spellLike(products, corrected);
  return { products, total, page, pages, categories, corrected: spelled };
}

const nothing: SearchResult = { products: [], total: 0, page: 1, pages: 1, categories: [], corrected: null };

/** The best matches for a text that is still being typed. */
export async function suggestProducts(language: Language, text: string): Promise<Product[]> {
  const words = wordsOf(text);
  if (words.length === 0) return [];
  const page = { category: null, sort: 'relevance', skip: 0, take: MAX_SUGGESTIONS } as const;
  const match = { language, words, priceMin: null, priceMax: null, inStock: false };
  let slugs = await listMatches(match, page);
  if (slugs.length === 0) {
    const found = await findMatch(match, language);
    if (found.corrected !== null) slugs = await listMatches(found.match, page);
  }
  return listInOrder(language, slugs);
}

/** Folded words in the spelling of the first product that has them: `knäckebröd` for `knackebrod`. */
function spellLike(products: readonly Product[], folded: string): string {
  const texts = products.map(({ name, summary }) => withoutSoftHyphens(`${name} ${summary}`).normalize('NFC'));
  const spellings =
    texts
      .join(' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const spellingOf = (word: string) => spellings.find((spelling) => foldForSearch(spelling) === word) ?? word;
  return folded.split(' ').map(spellingOf).join(' ');
}

function toMatch(language: Language, { priceMin, priceMax, inStock }: SearchQuery, words: readonly string[]): Match {
  return {
    language,
    words,
    priceMin: priceMin === null ? null : toMinorUnits(priceMin),
    priceMax: priceMax === null ? null : toMinorUnits(priceMax),
    inStock,
  };
}

/** The match, or one of its corrections if nothing matches it. */
async function findMatch(match: Match, language: Language) {
  const categories = await countMatches(match);
  if (categories.length > 0) return { match, categories, corrected: null };
  for (const words of await correctWords(language, match.words)) {
    const instead = { ...match, words };
    const found = await countMatches(instead);
    if (found.length > 0) return { match: instead, categories: found, corrected: words.join(' ') };
  }
  return { match, categories, corrected: null };
}

async function listInOrder(language: Language, slugs: readonly string[]): Promise<Product[]> {
  const products = new Map((await listProductsBySlug(language, slugs)).map((product) => [product.slug, product]));
  return slugs.flatMap((slug) => products.get(slug) ?? []);
}
