import { db } from '../db/client';
import type { ProductCard } from './product';

/** All pictures of a product, the first one first. Empty if it has none. */
export async function listPictures({ slug, image }: Pick<ProductCard, 'slug' | 'image'>): Promise<string[]> {
  const further = await db().read.productPicture.findMany({
    where: { productSlug: slug },
    orderBy: { position: 'asc' },
    select: { image: true },
  });
  return [image, ...further.map((row) => row.image)].filter((one) => one !== '');
}
