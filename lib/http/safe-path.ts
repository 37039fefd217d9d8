const OWN = 'http://own.invalid';

/**
 * Returns `path`, which comes from a form or query, if it is a path of this site that is safe for a `Location` header.
 * Otherwise returns `fallback` (for `//evil`, `/\evil`, `https:evil`, `javascript:…`). Paths are parsed as in a browser.
 */
export function safePath(path: unknown, fallback: string): string {
  if (typeof path !== 'string' || path.length > 512 || !path.startsWith('/') || path.includes('\\')) return fallback;
  if (!URL.canParse(path, OWN)) return fallback;
  const url = new URL(path, OWN);
  // The URL parser resolves dots first: `/.//evil` would become `//evil`.
  if (url.origin !== OWN || url.pathname.startsWith('//')) return fallback;
  return url.pathname + url.search + url.hash;
}
