import { textLanguages } from '../catalogue/pick-text';
import { db, type Tx } from '../db/client';
import { type Language, languages } from '../i18n/languages';
import { SEARCH_VERSION, spellableWords, toSearchRow } from './searchable';
import { insertWords } from './statements/insert-words';
import { listOutdated } from './statements/list-outdated';

/**
 * Makes the search find these products by their current texts. Call it at the end of a transaction that changes names,
 * summaries, categories, article numbers or options. lib/background/product-search.ts indexes whatever was missed.
 */
export async function indexProducts(tx: Tx, slugs: readonly string[]): Promise<void> {
  if (slugs.length === 0) return;
  for (const language of languages) {
    const outdated = await listOutdated(tx, { ...textsOf(language), slugs, take: slugs.length });
    if (outdated.length === 0) continue;
    const changed = outdated.map(({ slug }) => slug);
    await tx.productSearch.deleteMany({ where: { language, productSlug: { in: changed } } });
    const rows = outdated.map((product) => toSearchRow(product, language));
    await tx.productSearch.createMany({ data: rows });
    const words = rows.flatMap(({ text }) => spellableWords(text));
    await insertWords(tx, language, words);
  }
}

/** The slugs of at most `take` products that `indexProducts` would change. */
export async function listUnindexed(take: number): Promise<string[]> {
  for (const language of languages) {
    const outdated = await listOutdated(db().read, { ...textsOf(language), take });
    if (outdated.length > 0) return outdated.map(({ slug }) => slug);
  }
  return [];
}

function textsOf(language: Language) {
  const fallback = textLanguages(language).at(-1) ?? language;
  return { language, fallback, version: SEARCH_VERSION };
}
