import { config } from '../config';
import { log } from '../log';
import { processGlobal } from '../process-global';
import { serverAddress } from '../server-address';

const MAX_REPORTED = 20;

/**
 * Whether a write comes from the shop's own pages or from a client that is not a browser. Browsers send `Origin` with
 * every POST: its host must be that of the requested address or of PUBLIC_URL. The scheme is ignored, because a proxy may
 * terminate TLS. Without `Origin`, `Sec-Fetch-Site` decides. Without both, the client is not a browser (curl, a test)
 * and sends no user's cookies, so it is allowed.
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

/**
 * A wrong PUBLIC_URL or proxy makes every form fail without any other sign. The number of lines is limited, so that
 * strangers cannot fill the log.
 */
function reportOnce(origin: string, own: string): void {
  const reported = processGlobal('foreign-origins', () => new Set<string>());
  const pair = `${origin} ${own}`;
  if (reported.has(pair) || reported.size >= MAX_REPORTED) return;
  reported.add(pair);
  log.warn(
    { origin: origin.slice(0, 200), ownAddress: own, publicUrl: config().publicUrl ?? 'not set' },
    'same-origin: refused a write from another Origin; if it is this server, correct PUBLIC_URL or the Host that the proxy forwards',
  );
}
