import type { z } from 'zod';
import { productScopes } from '../admin/catalogue/scopes';
import { db, type Tx } from '../db/client';
import { fullLanguages } from '../i18n/languages';
import { newUuid } from '../ids';
import { merchant } from '../merchant';
import { indexProducts } from '../search/index-products';
import { TestApiError } from './test-route';
import type { newProduct, productChange } from './values';

// Products that only one caller uses. Their changes are not in the audit list, because that records what people change.

/** The products' category. It has no name, so no page lists them. Cart, checkout and orders treat them like any other. */
export const TEST_CATEGORY = 'test-goods';

export const slugStart = (namespace: string) => `test-${namespace}-`;

const columns = { slug: true, sku: true, price: true, currency: true, vatRate: true, stock: true } as const;
const shown = { select: { ...columns, reserved: true, sold: true, categorySlug: true } } as const;

type ProductRow = Awaited<ReturnType<typeof readProduct>>;

/** Adds a product for sale, and returns it. Without a name, it is called `Thing <slug>` in every language. */
export async function addProduct(values: z.infer<typeof newProduct>): Promise<ProductRow> {
  const { namespace, price, stock, vatRate, sku = null } = values;
  const slug = slugStart(namespace) + newUuid().replaceAll('-', '').slice(0, 12);
  const name = values.name ?? `Thing ${slug}`;
  const text = { name, summary: 'A thing.', description: 'A thing.', imageAlt: 'A thing' };
  return db().write(
    async (tx) => {
      if (sku !== null && (await tx.product.findUnique({ where: { sku }, select: { slug: true } })))
        throw new TestApiError(409, `Another product has the article number ${sku}.`);
      await addCategory(tx);
      const product = await tx.product.create({
        data: {
          ...{ slug, sku, categorySlug: TEST_CATEGORY, position: 999, image: '/products/birch-butter-knife.svg' },
          ...{ price, currency: merchant.currency, vatRate, stock },
          texts: { create: fullLanguages.map((language) => ({ language, ...text })) },
        },
        ...shown,
      });
      await indexProducts(tx, [slug]);
      return product;
    },
    productScopes(slug, { categorySlug: TEST_CATEGORY, sku }),
  );
}

async function addCategory(tx: Tx): Promise<void> {
  const slug = TEST_CATEGORY;
  if (await tx.category.findUnique({ where: { slug }, select: { slug: true } })) return;
  await tx.category.create({ data: { slug, position: 999 } });
}

/** The condition for a product of a namespace. */
export function ownProduct(slug: string, namespace: string) {
  return { slug, categorySlug: TEST_CATEGORY, AND: { slug: { startsWith: slugStart(namespace) } } };
}

/** Any product, including the merchant's own. */
export async function readProduct(slug: string) {
  const product = await db().read.product.findUnique({ where: { slug }, ...shown });
  if (!product) throw new TestApiError(404, 'There is no such product.');
  return product;
}

/**
 * Sets the price or the units for sale of a product of the namespace, as the merchant or other buyers would. Reserved
 * and sold units do not change.
 */
export async function changeProduct(slug: string, values: z.infer<typeof productChange>): Promise<ProductRow> {
  const { namespace, price, stock } = values;
  const data = { ...(price === undefined ? {} : { price }), ...(stock === undefined ? {} : { stock }) };
  const [product] = await db().write(
    (tx) => tx.product.updateManyAndReturn({ where: ownProduct(slug, namespace), data, ...shown }),
    productScopes(slug, { categorySlug: TEST_CATEGORY, sku: null }),
  );
  if (!product) throw new TestApiError(404, `The namespace ${namespace} has no such product.`);
  return product;
}
