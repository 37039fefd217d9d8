/** Replaces the user and password of every address in `text` with `***`, for logs and pages. */
export function hideCredentials(text: string): string {
  // Limited, because a text with many starts of addresses would otherwise take quadratic time.
  return text.replace(/(https?:[\\/]*)[^\\/?#<>\s]{1,2000}@/gi, '$1***@');
}
