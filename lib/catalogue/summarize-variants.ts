import { db } from '../db/client';
import { money } from '../money';
import { toAvailability } from './availability';
import { isForSale, type Product } from './product';

/** Adds to each product that has variants what lists show of them. Asks the database only if one has. */
export async function summarizeVariants(products: readonly Product[]): Promise<Product[]> {
  const families = [...new Set(products.flatMap(({ family }) => family ?? []))];
  if (families.length === 0) return [...products];
  const rows = await db().read.product.groupBy({
    by: ['family'],
    where: { family: { in: families }, ...isForSale() },
    _count: true,
    _min: { price: true },
    _max: { price: true },
    _sum: { stock: true },
  });
  const byFamily = new Map(rows.map((row) => [row.family, row]));
  return products.map((product) => {
    const row = byFamily.get(product.family);
    if (product.family === null || !row || row._count < 2) return product;
    const from = row._min.price ?? product.price.amount;
    const variants = {
      count: row._count,
      from: money(from, product.price.currency),
      differs: row._max.price !== from,
      availability: toAvailability(row._sum.stock ?? 0),
    };
    return { ...product, variants };
  });
}
