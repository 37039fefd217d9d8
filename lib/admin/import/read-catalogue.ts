import { setImmediate as otherWork } from 'node:timers/promises';
import { db } from '../../db/client';
import { type ProductDetails, toProductDetails } from '../get-product-details';

export type CatalogueProduct = ProductDetails & { readonly position: number };

/** The shop's current data about the products and categories in a file. */
export type Catalogue = {
  readonly products: ReadonlyMap<string, CatalogueProduct>;
  /** The slug of the product that has an article number. */
  readonly skus: ReadonlyMap<string, string>;
  /** Slugs that orders contain, but whose products no longer exist. */
  readonly ordered: ReadonlySet<string>;
  /** The languages in which each category has a name. */
  readonly categories: ReadonlyMap<string, ReadonlySet<string>>;
};

const CHUNK = 100;

export async function readCatalogue(slugs: readonly string[], skus: readonly string[]): Promise<Catalogue> {
  const products = new Map<string, CatalogueProduct>();
  for await (const some of chunksInTurn(slugs)) {
    const rows = await db().read.product.findMany({ where: { slug: { in: some } }, include: { texts: true } });
    for (const row of rows) products.set(row.slug, { ...toProductDetails(row), position: row.position });
  }
  const owners = new Map<string, string>();
  for await (const some of chunksInTurn(skus)) {
    const rows = await db().read.product.findMany({ where: { sku: { in: some } }, select: { slug: true, sku: true } });
    for (const { slug, sku } of rows) if (sku !== null) owners.set(sku, slug);
  }
  const ordered = new Set<string>();
  const unknown = slugs.filter((slug) => !products.has(slug));
  for await (const some of chunksInTurn(unknown)) {
    const where = { slug: { in: some } };
    const lines = await db().read.orderLine.findMany({ where, distinct: ['slug'], select: { slug: true } });
    for (const { slug } of lines) if (slug !== null) ordered.add(slug);
  }
  const categories = await db().read.category.findMany({ include: { texts: true } });
  const namesOf = (texts: (typeof categories)[number]['texts']) =>
    new Set(texts.filter(({ name }) => name !== '').map(({ language }) => language));
  return {
    products,
    skus: owners,
    ordered,
    categories: new Map(categories.map((one) => [one.slug, namesOf(one.texts)])),
  };
}

/** Yields to the event loop between chunks: SQLite is synchronous, so awaiting a query does not yield. */
async function* chunksInTurn(items: readonly string[]): AsyncGenerator<string[]> {
  for (const chunk of chunksOf(items, CHUNK)) {
    yield chunk;
    await otherWork();
  }
}

export function chunksOf<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
