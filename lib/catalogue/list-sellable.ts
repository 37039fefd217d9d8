import type { Tx } from '../db/client';
import type { Language } from '../i18n/languages';
import { type Money, storedMoney } from '../money';
import { nameWithOptions, pickOptions } from './options';
import { pickText, textLanguages } from './pick-text';
import { isForSale } from './product';

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
  reader: Pick<Tx, 'product'>,
  slugs: readonly string[],
  language: Language,
): Promise<Map<string, Sellable>> {
  const rows = await reader.product.findMany({
    where: { slug: { in: [...slugs] }, ...isForSale() },
    select: {
      slug: true,
      sku: true,
      image: true,
      price: true,
      currency: true,
      vatRate: true,
      stock: true,
      texts: {
        where: { language: { in: textLanguages(language) } },
        select: { language: true, name: true, options: true },
      },
    },
  });
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
