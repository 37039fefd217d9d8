/** The address of the pictures on a product's back-office page, with a note about the last action. */
export function picturesPath(slug: string, note: string): string {
  return `/admin/products/${encodeURIComponent(slug)}?${new URLSearchParams({ note })}#pictures`;
}
