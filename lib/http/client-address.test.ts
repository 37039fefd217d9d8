import { describe, expect, it } from 'vitest';
import { findClientAddress } from './client-address';

describe('findClientAddress', () => {
  it.each([
    ['no proxy', undefined, '192.0.2.1', 0, '192.0.2.1'],
    ['a header forged by the client', '198.51.100.9', '192.0.2.1', 0, '192.0.2.1'],
    ['a proxy', '198.51.100.9', '10.0.0.1', 1, '198.51.100.9'],
    ['a forged address before the proxy’s', '203.0.113.1, 198.51.100.9', '10.0.0.1', 1, '198.51.100.9'],
    ['two proxies', '203.0.113.1, 198.51.100.9, 10.0.0.2', '10.0.0.1', 2, '198.51.100.9'],
    ['more addresses than proxies', 'a, b, 198.51.100.9, 10.0.0.2', '10.0.0.1', 2, '198.51.100.9'],
    ['fewer addresses than proxies', '198.51.100.9', '10.0.0.1', 3, '198.51.100.9'],
    ['an empty header', '', '192.0.2.1', 1, '192.0.2.1'],
    ['fewer proxies than trusted', undefined, '192.0.2.1', 2, '192.0.2.1'],
    ['an IPv4-mapped IPv6 address', undefined, '::ffff:192.0.2.1', 0, '192.0.2.1'],
    ['an IPv6 address', undefined, '2001:db8:1:2:3:4:5:6', 0, '2001:db8:1:2::/64'],
    ['a short IPv6 address', undefined, '2001:db8::1', 0, '2001:db8:0:0::/64'],
    ['this machine', undefined, '::1', 0, '0:0:0:0::/64'],
    ['no address', undefined, undefined, 0, ''],
  ] as const)('finds the address for %s', (_what, forwarded, peer, proxies, expected) => {
    expect(findClientAddress(forwarded, peer, proxies)).toBe(expected);
  });

  it('truncates an overlong address', () => {
    expect(findClientAddress('x'.repeat(10_000), '10.0.0.1', 1)).toHaveLength(64);
  });
});
