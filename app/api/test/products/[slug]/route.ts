import { orUnavailable } from '@/app/or-unavailable';
import { revalidatePages } from '@/app/revalidate-pages';
import { changeProduct, readProduct } from '@/lib/test-api/products';
import { readJson, testRoute } from '@/lib/test-api/test-route';
import { productChange } from '@/lib/test-api/values';

export const dynamic = 'force-dynamic';

type Params = { slug: string };

/** The price and units of a product. */
export const GET = orUnavailable(testRoute<Params>((_request, { slug }) => readProduct(slug)));

/** Changes the price or units of a product in the caller's namespace. */
export const PATCH = orUnavailable(
  testRoute<Params>(async (request, { slug }) => {
    const product = await changeProduct(slug, await readJson(request, productChange));
    await revalidatePages({ kind: 'stock', category: product.categorySlug, slug });
    return product;
  }),
);
