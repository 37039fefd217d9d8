import { subscribe } from 'node:diagnostics_channel';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';
import { config } from './config';

export const CLIENT_ADDRESS_HEADER = 'x-client-address';

/**
 * Writes on every request, before Next sees it, where it comes from; whatever the client sent under that name is lost. A route handler
 * is shown neither the socket nor which of the addresses in `X-Forwarded-For` the client made up itself.
 */
export function noteClientAddresses(): void {
  const proxies = config().trustedProxies;
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    const forwarded = request.headers['x-forwarded-for'];
    request.headers[CLIENT_ADDRESS_HEADER] = findClientAddress(forwarded, request.socket.remoteAddress, proxies);
  });
}

/**
 * Each proxy appends the address that it was asked from, so with `proxies` of them before us the client's is that many
 * places before the end; what stands further left, anybody can have written.
 */
export function findClientAddress(
  forwarded: string | string[] | undefined,
  peer: string | undefined,
  proxies: number,
): string {
  const path = [...(forwarded?.toString().split(',') ?? []), peer ?? ''].map((address) => address.trim().slice(0, 64));
  return toNetwork(path.at(-1 - proxies) ?? path[0] ?? '');
}

/** Who has an IPv6 address has 2^64 of them, so the network is what counts. */
function toNetwork(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.split('::');
  const groups = head ? head.split(':') : [];
  if (tail !== undefined) {
    const end = tail ? tail.split(':') : [];
    groups.push(...Array<string>(Math.max(0, 8 - groups.length - end.length)).fill('0'), ...end);
  }
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

/** Where a request comes from, as `noteClientAddresses` found it. */
export function clientAddress({ headers }: { readonly headers: Headers | IncomingHttpHeaders }): string {
  return String(
    (headers instanceof Headers ? headers.get(CLIENT_ADDRESS_HEADER) : headers[CLIENT_ADDRESS_HEADER]) ?? '',
  );
}
