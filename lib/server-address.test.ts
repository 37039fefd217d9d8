import { beforeEach, describe, expect, it } from 'vitest';
import { config } from './config';
import { findServerAddress, serverAddress } from './server-address';
import { configure } from './testing/configure';

beforeEach(() => configure({ PUBLIC_URL: '', ALLOWED_HOSTS: '', TRUST_PROXY: '0', PORT: '' }));

const local = [
  'localhost:3000',
  'LOCALHOST',
  '127.0.0.1:3000',
  '127.8.9.10',
  '[::1]:3000',
  '10.0.0.7:3000',
  '172.16.0.1',
  '172.31.255.254',
  '192.168.1.7:3000',
  '169.254.10.20',
  '100.64.0.1',
  '100.127.255.255',
  '[fc00::1]:3000',
  '[fd12:3456::1]',
  '[::ffff:192.168.1.7]',
  'sandbox:3000',
  'my_shop',
  'macbook.local:3000',
  'shop.localhost:3000',
  'seqr.corp.internal',
  'macbook.local.',
];
const strange = [
  'evil.example',
  'evil.example:3000',
  'localhost.evil.example',
  '8.8.8.8',
  '172.32.0.1',
  '100.128.0.1',
  '192.169.0.1',
  '[2001:db8::1]',
  'a.local.evil.example',
  '',
  'localhost:3000/x',
  'evil.example@localhost',
  'localhost:99999',
  'a&b"$&<',
  'localhost localhost',
  '[::1',
];

describe('the requested host', () => {
  it.each(local)('is an address of this server: %s', (host) => {
    expect(findServerAddress({ host })).toBe(new URL(`http://${host}`).origin);
    configure({ PUBLIC_URL: 'https://shop.example' });
    expect(findServerAddress({ host })).toBe(new URL(`http://${host}`).origin);
  });

  it('can be the host in QR codes, even if its IP address is public', () => {
    const { nearbyUrl } = config();
    expect(findServerAddress({ host: new URL(nearbyUrl).host })).toBe(nearbyUrl);
  });

  it.each(strange)('is not used if it is unknown, with or without PUBLIC_URL: %s', (host) => {
    expect(findServerAddress({ host })).toBeNull();
    expect(serverAddress({ headers: { host } })).toBe('http://localhost:3000');
    configure({ PUBLIC_URL: 'https://shop.example:8443/' });
    expect(findServerAddress({ host })).toBe('https://shop.example:8443');
    expect(serverAddress({ headers: new Headers({ host }) })).toBe('https://shop.example:8443');
  });

  it('has the scheme of PUBLIC_URL if it is the same host', () => {
    configure({ PUBLIC_URL: 'https://shop.local' });
    expect(findServerAddress({ host: 'SHOP.local' })).toBe('https://shop.local');
  });

  it.each(['shop.test', 'shop.test:3000', 'other.test:8443'])('may be listed in ALLOWED_HOSTS: %s', (host) => {
    configure({ ALLOWED_HOSTS: 'Shop.Test, other.test:8443' });
    expect(findServerAddress({ host })).toBe(`http://${host}`);
    expect(findServerAddress({ host: 'other.test' })).toBeNull();
  });
});

describe('forwarded headers', () => {
  const headers = { host: '127.0.0.1:3000', 'x-forwarded-host': 'shop.test', 'x-forwarded-proto': 'https' };
  beforeEach(() => configure({ ALLOWED_HOSTS: 'shop.test' }));

  it('are ignored without a trusted proxy', () => {
    expect(findServerAddress(headers)).toBe('http://127.0.0.1:3000');
    configure({ TRUST_PROXY: '1' });
    expect(findServerAddress(headers)).toBe('https://shop.test');
    expect(findServerAddress({ ...headers, 'x-forwarded-host': 'evil.example' })).toBeNull();
  });

  it.each([
    ['1', 'evil.example, shop.test', 'http, https'],
    ['2', 'evil.example, shop.test, inner.internal', 'http, https, http'],
    ['2', 'shop.test', 'https'],
  ])('with N trusted proxies, use the Nth value from the end: N=%s, %s', (proxies, host, proto) => {
    configure({ TRUST_PROXY: proxies });
    const forwardedHeaders = { ...headers, 'x-forwarded-host': host, 'x-forwarded-proto': proto };
    expect(findServerAddress(forwardedHeaders)).toBe('https://shop.test');
  });

  it('may set only the scheme', () => {
    configure({ TRUST_PROXY: '1' });
    expect(findServerAddress({ host: 'shop.test', 'x-forwarded-proto': 'HTTPS' })).toBe('https://shop.test');
    expect(findServerAddress({ host: 'shop.test', 'x-forwarded-proto': 'javascript' })).toBe('http://shop.test');
  });
});
