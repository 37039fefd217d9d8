import type { IncomingHttpHeaders } from 'node:http';
import { config } from './config';
import { fromEnd } from './from-end';
import { isLocalHost, parseHost } from './host-names';

type RequestHeaders = Headers | IncomingHttpHeaders;

/**
 * The address at which a request reached this server, without a trailing slash. Pages, contracts and snippets must use
 * this address. It has the requested host if that is PUBLIC_URL's, local, or in ALLOWED_HOSTS. Otherwise it is
 * PUBLIC_URL, or localhost without PUBLIC_URL.
 */
export function serverAddress(request: { readonly headers: RequestHeaders }): string {
  return findServerAddress(request.headers) ?? config().ownUrl;
}

/** Like `serverAddress`, but null for an unknown host without PUBLIC_URL. Such a request is answered with 421. */
export function findServerAddress(headers: RequestHeaders): string | null {
  const { publicUrl, allowedHosts } = config();
  const requested = parseHost(forwarded(headers, 'host') ?? header(headers, 'host') ?? '', schemeOf(headers));
  if (!requested) return publicUrl ?? null;
  if (publicUrl !== undefined && requested.host === new URL(publicUrl).host) return publicUrl;
  const isAllowed = allowedHosts.includes(requested.host) || allowedHosts.includes(requested.hostname);
  return isAllowed || isLocalHost(requested.hostname) ? requested.origin : (publicUrl ?? null);
}

function schemeOf(headers: RequestHeaders): 'http' | 'https' {
  return forwarded(headers, 'proto')?.toLowerCase() === 'https' ? 'https' : 'http';
}

/**
 * The value that the proxies of TRUST_PROXY forward. Each proxy appends to the list or replaces it. With two proxies,
 * for example, the valid value is the second from the end. The client can forge values further left.
 */
function forwarded(headers: RequestHeaders, name: 'host' | 'proto'): string | undefined {
  const { trustedProxies } = config();
  const values = trustedProxies > 0 ? header(headers, `x-forwarded-${name}`) : undefined;
  return values && (fromEnd(values, trustedProxies) || undefined);
}

function header(headers: RequestHeaders, name: string): string | undefined {
  return (headers instanceof Headers ? headers.get(name) : headers[name])?.toString();
}
