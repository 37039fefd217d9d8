/** The pictures on a product's page in the back office, with a note about the last action. */
export function picturesPath(slug: string, note: string): string {
  return `/admin/products/${encodeURIComponent(slug)}?${new URLSearchParams({ note })}#pictures`;
}
