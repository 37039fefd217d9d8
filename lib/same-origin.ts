/**
 * Whether a write comes from the shop's own pages (or from no browser at all). Browsers send `Origin` with every POST;
 * it is compared with the host that was asked, not with PUBLIC_URL, so that localhost, the LAN address and the public
 * name all work. Without `Origin` an honest `Sec-Fetch-Site` decides; without both the caller is a program (curl, a
 * test's request context) that carries nobody's cookies, and is let through.
 */
export function isSameOrigin(request: Request): boolean {
  const origin = request.headers.get('origin');
  if (origin !== null) {
    const host = hostOf(origin);
    return host !== null && ownHosts(request).includes(host);
  }
  const site = request.headers.get('sec-fetch-site');
  return site === null || site === 'same-origin' || site === 'none';
}

/** A page of another site cannot set `X-Forwarded-Host`, so a proxy's word for the host counts as well as `Host`. */
function ownHosts(request: Request): string[] {
  return ['host', 'x-forwarded-host'].flatMap((name) => {
    const host = request.headers.get(name)?.split(',')[0]?.trim().toLowerCase();
    return host ? [host] : [];
  });
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host || null : null;
}
