import { config } from './config';
import { log } from './log';
import { processGlobal } from './process-global';
import { serverAddress } from './server-address';

const MAX_REPORTED = 20;

/**
 * Whether a write comes from the shop's own pages (or from no browser at all). Browsers send `Origin` with every POST: it
 * must have the host of the address that was asked, or be PUBLIC_URL. Its scheme does not count, because a proxy may
 * speak TLS. Without `Origin` an honest `Sec-Fetch-Site` decides; without both the caller is a program (curl, a test's
 * request context) that carries nobody's cookies, and is let through.
 */
export function isSameOrigin(request: Request): boolean {
  const origin = request.headers.get('origin');
  if (origin === null) {
    const site = request.headers.get('sec-fetch-site');
    return site === null || site === 'same-origin' || site === 'none';
  }
  const own = serverAddress(request);
  const given = URL.canParse(origin) ? new URL(origin) : null;
  const isOwn = given !== null && given.host !== '' && [new URL(own).host, ownHost()].includes(given.host);
  if (!isOwn) reportOnce(given?.origin ?? 'not an address', own);
  return isOwn;
}

function ownHost(): string | undefined {
  const { publicUrl } = config();
  return publicUrl && new URL(publicUrl).host;
}

/** A wrong PUBLIC_URL or proxy makes every form fail, and nothing else shows why. Strangers cannot fill the log with it. */
function reportOnce(origin: string, own: string): void {
  const reported = processGlobal('foreign-origins', () => new Set<string>());
  const pair = `${origin} ${own}`;
  if (reported.has(pair) || reported.size >= MAX_REPORTED) return;
  reported.add(pair);
  log.warn(
    { origin: origin.slice(0, 200), ownAddress: own, publicUrl: config().publicUrl ?? 'not set' },
    'same-origin: refused a write whose Origin is not this server; if it is, correct PUBLIC_URL or the Host that the proxy passes on',
  );
}
