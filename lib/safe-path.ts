const OWN = 'http://own.invalid';

/**
 * A path of this site that a visitor's form or query may send the browser to, as it is to stand in `Location`; anything
 * else (`//evil`, `/\evil`, `https:evil`, `javascript:…`) becomes `fallback`. What counts is how a browser reads it.
 */
export function safePath(path: unknown, fallback: string): string {
  if (typeof path !== 'string' || path.length > 512 || !path.startsWith('/') || path.includes('\\')) return fallback;
  if (!URL.canParse(path, OWN)) return fallback;
  const url = new URL(path, OWN);
  // Dots are resolved first: `/.//evil` would become `//evil`.
  if (url.origin !== OWN || url.pathname.startsWith('//')) return fallback;
  return url.pathname + url.search + url.hash;
}
