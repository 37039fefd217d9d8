import { revalidatePath } from 'next/cache';
import { type CatalogueChange, pagesShowing } from '@/lib/catalogue/pages-showing';
import { expireAgain } from './expire-pages';

/** Marks the prerendered pages that show the change, so that Next renders each of them again at its next request. */
export async function revalidatePages(change: CatalogueChange): Promise<void> {
  const paths = await pagesShowing(change);
  for (const { path, type } of paths) revalidatePath(path, type);
  expireAgain(paths);
}
