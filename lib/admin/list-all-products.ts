import { db } from '../db/client';
import type { Language } from '../i18n/languages';
import { merchant } from '../merchant';
import { type Money, storedMoney } from '../money';
import type { Session } from './session';

export type ProductRow = {
  readonly slug: string;
  readonly name: string;
  readonly category: string;
  readonly image: string;
  readonly price: Money;
  readonly stock: number;
  readonly reserved: number;
  readonly isOnSale: boolean;
};

/** All products in the shop's order, including those not on sale. */
export async function listAllProducts(_session: Session, language: Language): Promise<ProductRow[]> {
  const rows = await db().read.product.findMany({
    orderBy: [{ category: { position: 'asc' } }, { position: 'asc' }, { slug: 'asc' }],
    include: {
      texts: { where: { language }, select: { name: true } },
      category: { include: { texts: { where: { language }, select: { name: true } } } },
    },
  });
  return rows.map(({ slug, image, price, currency, stock, reserved, published, texts, category }) => ({
    ...{ slug, image, stock, reserved },
    isOnSale: published && currency === merchant.currency,
    name: texts[0]?.name ?? slug,
    category: category.texts[0]?.name ?? category.slug,
    price: storedMoney(price, currency),
  }));
}
