import { revalidatePath } from 'next/cache';
import { type CatalogueChange, pagesShowing } from '@/lib/catalogue/pages-showing';

/** Makes Next render the prerendered pages that show the change again, each at its next request. */
export function revalidatePages(change: CatalogueChange): void {
  for (const { path, type } of pagesShowing(change)) revalidatePath(path, type);
}
