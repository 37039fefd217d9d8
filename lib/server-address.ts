import type { IncomingHttpHeaders } from 'node:http';
import { config } from './config';
import { isLocalHost, parseHost } from './host-names';

type RequestHeaders = Headers | IncomingHttpHeaders;

/**
 * The address of this server under which a request reached it, without a slash at its end; the only answer to “what is
 * my address?” in pages, contracts and snippets. The host that was asked for counts when it is PUBLIC_URL's, one of the
 * local network or in ALLOWED_HOSTS. Any other may be a stranger's: then it is PUBLIC_URL.
 */
export function serverAddress(request: { readonly headers: RequestHeaders }): string {
  return findServerAddress(request.headers) ?? config().ownUrl;
}

/** The same, but null for a host of a stranger when PUBLIC_URL is not set: such a request is answered 421. */
export function findServerAddress(headers: RequestHeaders): string | null {
  const { publicUrl, allowedHosts } = config();
  const asked = parseHost(forwarded(headers, 'host') ?? header(headers, 'host') ?? '', schemeOf(headers));
  if (!asked) return publicUrl ?? null;
  if (publicUrl !== undefined && asked.host === new URL(publicUrl).host) return publicUrl;
  const isAllowed = allowedHosts.includes(asked.host) || allowedHosts.includes(asked.hostname);
  return isAllowed || isLocalHost(asked.hostname) ? asked.origin : (publicUrl ?? null);
}

function schemeOf(headers: RequestHeaders): 'http' | 'https' {
  return forwarded(headers, 'proto')?.toLowerCase() === 'https' ? 'https' : 'http';
}

/**
 * What the proxies of TRUST_PROXY say was asked for. A proxy appends to a list or replaces it, so the value that counts
 * is as many places before the end as there are proxies; values further left are the client's own.
 */
function forwarded(headers: RequestHeaders, name: 'host' | 'proto'): string | undefined {
  const { trustedProxies } = config();
  const values = trustedProxies > 0 ? header(headers, `x-forwarded-${name}`)?.split(',') : undefined;
  return (values?.at(-trustedProxies) ?? values?.[0])?.trim() || undefined;
}

function header(headers: RequestHeaders, name: string): string | undefined {
  return (headers instanceof Headers ? headers.get(name) : headers[name])?.toString();
}
