const OWN = 'http://own.invalid';

/**
 * Parses `path`, which comes from a form or query, as a browser does, and returns it normalized (`/a/../b` becomes `/b`) for
 * a `Location` header. Returns `fallback` for anything except a path of this site, such as `//evil`, `/\evil`, `https:evil`
 * or `javascript:…`.
 */
export function safePath(path: unknown, fallback: string): string {
  if (typeof path !== 'string' || path.length > 512 || !path.startsWith('/') || path.includes('\\')) return fallback;
  if (!URL.canParse(path, OWN)) return fallback;
  const url = new URL(path, OWN);
  // The URL parser resolves dots first: `/.//evil` would become `//evil`.
  if (url.origin !== OWN || url.pathname.startsWith('//')) return fallback;
  return url.pathname + url.search + url.hash;
}
