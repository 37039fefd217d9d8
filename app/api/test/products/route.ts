import { orUnavailable } from '@/app/or-unavailable';
import { revalidatePages } from '@/app/revalidate-pages';
import { addProduct, TEST_CATEGORY } from '@/lib/test-api/products';
import { removeProducts } from '@/lib/test-api/remove-products';
import { readJson, readQuery, testRoute } from '@/lib/test-api/test-route';
import { newProduct, ownNamespace } from '@/lib/test-api/values';

export const dynamic = 'force-dynamic';

/** Adds a product to the caller's namespace. */
export const POST = orUnavailable(testRoute(async (request) => addProduct(await readJson(request, newProduct))));

/** Removes the products of a namespace. */
export const DELETE = orUnavailable(
  testRoute(async (request) => {
    const removed = await removeProducts(readQuery(request, ownNamespace).namespace);
    for (const slug of [...removed.deleted, ...removed.archived])
      await revalidatePages({ kind: 'stock', category: TEST_CATEGORY, slug });
    return removed;
  }),
);
