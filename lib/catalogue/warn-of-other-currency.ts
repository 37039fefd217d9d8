import { db } from '../db/client';
import { log } from '../log';
import { merchant } from '../merchant';

/** Says at start why products are missing from a shop whose currency was changed. */
export async function warnOfOtherCurrency(): Promise<void> {
  const { currency } = merchant;
  const products = await db().read.product.count({ where: { published: true, currency: { not: currency } } });
  if (products === 0) return;
  log.warn(
    { products, currency },
    'catalogue: published products have prices in another currency than lib/merchant.ts names, so they are not on sale. Give them a price under /admin/products',
  );
}
