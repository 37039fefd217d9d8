import type { Tx } from '../db/client';
import type { Language } from '../i18n/languages';
import { type Money, storedMoney } from '../money';
import { isForSale } from './product';

export type Sellable = {
  readonly slug: string;
  readonly name: string;
  readonly image: string;
  readonly price: Money;
  /** In hundredths of a per cent. */
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
    where: { slug: { in: [...slugs] }, ...isForSale() },
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
  const entries = rows.map(({ price, currency, texts, ...row }): [string, Sellable] => [
    row.slug,
    { ...row, name: texts[0]?.name ?? row.slug, price: storedMoney(price, currency) },
  ]);
  return new Map(entries);
}
