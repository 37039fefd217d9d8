import { describe, expect, it } from 'vitest';
import { findClientAddress } from './client-address';

describe('where a request comes from', () => {
  it.each([
    ['nobody stands before us', undefined, '192.0.2.1', 0, '192.0.2.1'],
    ['a header that the client made up', '198.51.100.9', '192.0.2.1', 0, '192.0.2.1'],
    ['a proxy', '198.51.100.9', '10.0.0.1', 1, '198.51.100.9'],
    ['a made-up address before the proxy’s word', '203.0.113.1, 198.51.100.9', '10.0.0.1', 1, '198.51.100.9'],
    ['two proxies', '203.0.113.1, 198.51.100.9, 10.0.0.2', '10.0.0.1', 2, '198.51.100.9'],
    ['fewer proxies than trusted', undefined, '192.0.2.1', 2, '192.0.2.1'],
    ['an IPv4 address in IPv6’s clothes', undefined, '::ffff:192.0.2.1', 0, '192.0.2.1'],
    ['an IPv6 address', undefined, '2001:db8:1:2:3:4:5:6', 0, '2001:db8:1:2::/64'],
    ['a short IPv6 address', undefined, '2001:db8::1', 0, '2001:db8:0:0::/64'],
    ['this machine', undefined, '::1', 0, '0:0:0:0::/64'],
    ['nothing at all', undefined, undefined, 0, ''],
  ] as const)('%s', (_what, forwarded, peer, proxies, expected) => {
    expect(findClientAddress(forwarded, peer, proxies)).toBe(expected);
  });

  it('is cut, whatever a proxy passes on', () => {
    expect(findClientAddress('x'.repeat(10_000), '10.0.0.1', 1)).toHaveLength(64);
  });
});
