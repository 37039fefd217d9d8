import type { IncomingHttpHeaders } from 'node:http';
import { isIPv6 } from 'node:net';
import { config } from '../config';
import { fromEnd } from '../from-end';
import { onServerRequest } from '../on-server-request';

export const CLIENT_ADDRESS_HEADER = 'x-client-address';

/**
 * Adds the client address to every request before Next sees it, overwriting a header sent by the client. Route handlers
 * see neither the socket nor which addresses in `X-Forwarded-For` are forged.
 */
export function noteClientAddresses(): void {
  const proxies = config().trustedProxies;
  onServerRequest((request) => {
    const forwarded = request.headers['x-forwarded-for'];
    request.headers[CLIENT_ADDRESS_HEADER] = findClientAddress(forwarded, request.socket.remoteAddress, proxies);
  });
}

/**
 * Each proxy appends the address from which it was called. So with `proxies` of them, the client's address is that many
 * places from the end. Anyone can forge the values further left.
 */
export function findClientAddress(
  forwarded: string | string[] | undefined,
  peer: string | undefined,
  proxies: number,
): string {
  const path = forwarded?.toString() ?? '';
  const address = proxies > 0 && path !== '' ? fromEnd(path, proxies) : (peer ?? '');
  return toNetwork(address.trim().slice(0, 64));
}

/** Anyone with an IPv6 address has 2^64 of them, so only the network is used. */
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

/** The client address found by `noteClientAddresses`. */
export function clientAddress({ headers }: { readonly headers: Headers | IncomingHttpHeaders }): string {
  return String(
    (headers instanceof Headers ? headers.get(CLIENT_ADDRESS_HEADER) : headers[CLIENT_ADDRESS_HEADER]) ?? '',
  );
}
