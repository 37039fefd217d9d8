import { BlockList, isIP } from 'node:net';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

const privateNetworks = new BlockList();
// RFC 1918, link-local (RFC 3927), shared (RFC 6598) and unique local (RFC 4193) addresses.
for (const [network, prefix] of [
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const) {
  privateNetworks.addSubnet(network, prefix, 'ipv4');
}
privateNetworks.addSubnet('fc00::', 7, 'ipv6');

/** `hostname` in the form of `URL.hostname`, with IPv6 in brackets. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || isWithin(loopback, hostname);
}

/**
 * Whether the host can only mean this machine or its local network. A web page cannot make a browser send such a host,
 * because nobody can register these names and IP addresses are not resolved.
 */
export function isLocalHost(hostname: string): boolean {
  if (isLoopback(hostname) || isWithin(privateNetworks, hostname)) return true;
  if (ipOf(hostname) !== null) return false;
  const name = hostname.replace(/\.$/, '');
  return !name.includes('.') || /\.(local|localhost|internal)$/.test(name);
}

/**
 * Parses a `Host` header. Null unless it is a host name or IP address with an optional port. Anything else that a URL
 * may contain (user, path, quotes) is rejected before parsing.
 */
export function parseHost(host: string, scheme: 'http' | 'https' = 'http'): URL | null {
  if (!/^([\w.-]{1,253}|\[[\da-f:.]{2,45}\])(:\d{1,5})?$/i.test(host)) return null;
  const url = `${scheme}://${host}`;
  return URL.canParse(url) ? new URL(url) : null;
}

function isWithin(networks: BlockList, hostname: string): boolean {
  const ip = ipOf(hostname);
  return ip !== null && networks.check(ip.address, ip.family);
}

function ipOf(hostname: string): { address: string; family: 'ipv4' | 'ipv6' } | null {
  const address = hostname.replace(/^\[|\]$/g, '');
  const version = isIP(address);
  return version === 0 ? null : { address, family: version === 4 ? 'ipv4' : 'ipv6' };
}
