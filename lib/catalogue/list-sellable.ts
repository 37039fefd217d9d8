import type { Tx } from '../db/client';
import type { Language } from '../i18n/languages';
import { isCurrency, type Money, money } from '../money';

export type Sellable = {
  readonly slug: string;
  readonly name: string;
  readonly image: string;
  readonly price: Money;
  readonly vatRate: number;
  readonly stock: number;
};

/** The published products among these slugs, by slug, with the price and stock of this moment. */
export async function listSellable(
  reader: Pick<Tx, 'product'>,
  slugs: readonly string[],
  language: Language,
): Promise<Map<string, Sellable>> {
  const rows = await reader.product.findMany({
    where: { slug: { in: [...slugs] }, published: true },
    select: {
      slug: true,
      image: true,
      price: true,
      currency: true,
      vatRate: true,
      stock: true,
      texts: { where: { language }, select: { name: true } },
    },
  });
  const entries = rows.map(({ price, currency, texts, ...row }): [string, Sellable] => {
    if (!isCurrency(currency)) throw new Error(`catalogue: product ${row.slug} has the unknown currency ${currency}`);
    return [row.slug, { ...row, name: texts[0]?.name ?? row.slug, price: money(price, currency) }];
  });
  return new Map(entries);
}
