import { db } from '../db/client';
import { log } from '../log';
import { merchant } from '../merchant';

/** Logs at start-up why products are missing after a change of currency. */
export async function warnOfOtherCurrency(): Promise<void> {
  const { currency } = merchant;
  const products = await db().read.product.count({ where: { published: true, currency: { not: currency } } });
  if (products === 0) return;
  log.warn(
    { products, currency },
    'catalogue: published products are not on sale, because their prices are not in the currency of lib/merchant.ts. Give them new prices under /admin/products',
  );
}
