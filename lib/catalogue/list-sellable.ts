import type { Tx } from '../db/client';
import { readSellable } from '../db/statements/read-sellable';
import type { Language } from '../i18n/languages';
import { merchant } from '../merchant';
import { type Money, storedMoney } from '../money';
import { nameWithOptions, pickOptions } from './options';
import { pickText, textLanguages } from './pick-text';

export type Sellable = {
  readonly slug: string;
  readonly sku: string | null;
  /** Including the values of its options, such as `Shirt, M`. */
  readonly name: string;
  readonly image: string;
  readonly price: Money;
  /** In hundredths of a percent. */
  readonly vatRate: number;
  readonly stock: number;
};

/** The products for sale among these slugs, by slug, with their current price and stock. */
export async function listSellable(
  reader: Pick<Tx, '$queryRaw'>,
  slugs: readonly string[],
  language: Language,
): Promise<Map<string, Sellable>> {
  const rows = await readSellable(reader, slugs, merchant.currency, textLanguages(language));
  const entries = rows.map(({ price, currency, texts, ...row }): [string, Sellable] => [
    row.slug,
    {
      ...row,
      name: nameWithOptions(pickText(texts, language)?.name ?? row.slug, pickOptions(texts, language)),
      price: storedMoney(price, currency),
    },
  ]);
  return new Map(entries);
}
