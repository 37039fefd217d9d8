import { db } from '../db/client';
import { type Money, money } from '../money';
import { toAvailability } from './availability';
import { isForSale, type Product } from './product';

type Row = { readonly family: string | null; readonly price: number; readonly stock: number };

/**
 * Adds to each product with variants the summary that lists show. Queries the database only if there are such products.
 */
export async function summarizeVariants(products: readonly Product[]): Promise<Product[]> {
  const families = [...new Set(products.flatMap(({ family }) => family ?? []))];
  if (families.length === 0) return [...products];
  const rows: Row[] = await db().read.product.findMany({
    where: { family: { in: families }, ...isForSale() },
    select: { family: true, price: true, stock: true },
  });
  const byFamily = new Map<string | null, Row[]>();
  for (const row of rows) byFamily.set(row.family, [...(byFamily.get(row.family) ?? []), row]);
  return products.map((product) => {
    const members = byFamily.get(product.family) ?? [];
    return product.family === null || members.length < 2
      ? product
      : { ...product, variants: summarize(members, product.price.currency) };
  });
}

/**
 * Considers only the prices of variants in stock, if there are any, because lib/search/statements/matching.ts sorts by
 * them too.
 */
function summarize(members: readonly Row[], currency: Money['currency']) {
  const inStock = members.filter(({ stock }) => stock > 0);
  const prices = (inStock.length > 0 ? inStock : members).map(({ price }) => price);
  const from = Math.min(...prices);
  return {
    count: members.length,
    from: money(from, currency),
    differs: prices.some((price) => price !== from),
    availability: toAvailability(members.reduce((sum, { stock }) => sum + Math.max(stock, 0), 0)),
  };
}
