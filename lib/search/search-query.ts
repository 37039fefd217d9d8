import { foldedWords } from '../fold-for-search';
import { maxLengths } from '../input-limits';
import { merchant } from '../merchant';
import { decimalsOf } from '../money';

/** `relevance` is the merchant's order if there are no words. */
export const sortings = ['relevance', 'newest', 'price', 'price-down', 'name'] as const;
type Sorting = (typeof sortings)[number];

export type SearchQuery = {
  /** As typed, at most 100 characters. */
  readonly text: string;
  readonly category: string | null;
  readonly sort: Sorting;
  /** Inclusive, in whole units of the merchant's currency. `priceMin` is at most `priceMax`. */
  readonly priceMin: number | null;
  readonly priceMax: number | null;
  readonly inStock: boolean;
  /** From 1. */
  readonly page: number;
};

export const PAGE_SIZE = 24;
export const MAX_SUGGESTIONS = 6;
const MAX_WORDS = 8;
const LONGEST_WORD = 40;

/** Parses a query string. Invalid values are ignored. */
export function parseSearchQuery(query: Readonly<Record<string, string | undefined>>): SearchQuery {
  const [a, b] = [parsePrice(query['price-min']), parsePrice(query['price-max'])];
  const areSwapped = a !== null && b !== null && a > b;
  return {
    text: (query.q ?? '').slice(0, maxLengths.productSearch).trim(),
    category: /^[a-z0-9-]{1,100}$/.test(query.category ?? '') ? (query.category ?? null) : null,
    sort: sortings.find((sort) => sort === query.sort) ?? 'relevance',
    priceMin: areSwapped ? b : a,
    priceMax: areSwapped ? a : b,
    inStock: query['in-stock'] === 'on',
    page: /^[1-9]\d{0,4}$/.test(query.page ?? '') ? Number(query.page) : 1,
  };
}

function parsePrice(text = ''): number | null {
  const digits = text.trim();
  return /^\d+$/.test(digits) && digits.length <= maxLengths.wholePrice ? Number(digits) : null;
}

/** In minor units of the merchant's currency. */
export function toMinorUnits(price: number): number {
  return price * 10 ** decimalsOf(merchant.currency);
}

/** The words to search for: at most 8 of at most 40 characters. */
export function wordsOf(text: string): string[] {
  return [
    ...new Set(foldedWords(text.slice(0, maxLengths.productSearch)).map((word) => word.slice(0, LONGEST_WORD))),
  ].slice(0, MAX_WORDS);
}

/** The fields of a search, without those that have their default value. */
export function toSearchFields({
  text,
  category,
  sort,
  priceMin,
  priceMax,
  inStock,
  page,
}: SearchQuery): [string, string][] {
  const fields: [string, string][] = [
    ['q', text],
    ['category', category ?? ''],
    ['sort', sort === 'relevance' ? '' : sort],
    ['price-min', String(priceMin ?? '')],
    ['price-max', String(priceMax ?? '')],
    ['in-stock', inStock ? 'on' : ''],
    ['page', page === 1 ? '' : String(page)],
  ];
  return fields.filter(([, value]) => value !== '');
}

/**
 * The path and query string of a changed search. It starts at the first page, unless `change` has a `page`. A category
 * without further fields has its own path.
 */
export function toSearchPath(query: SearchQuery, change: Partial<SearchQuery> = {}): string {
  const changed = { ...query, page: 1, ...change };
  const fields = toSearchFields(changed);
  if (fields.length === 1 && changed.category !== null) return `/categories/${changed.category}`;
  return fields.length === 0 ? '/search' : `/search?${new URLSearchParams(fields)}`;
}
