import { revalidatePath } from 'next/cache';
import { type CatalogueChange, pagesShowing } from '@/lib/catalogue/pages-showing';

/** Renders the prerendered pages that show what changed again, at their next request. */
export function revalidatePages(change: CatalogueChange): void {
  for (const { path, type } of pagesShowing(change)) revalidatePath(path, type);
}
