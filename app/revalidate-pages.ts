import { revalidatePath } from 'next/cache';
import { type CatalogueChange, pagesShowing } from '@/lib/catalogue/pages-showing';

/** Marks the prerendered pages that show the change, so that Next renders each of them again at its next request. */
export async function revalidatePages(change: CatalogueChange): Promise<void> {
  for (const { path, type } of await pagesShowing(change)) revalidatePath(path, type);
}
