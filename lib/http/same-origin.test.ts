import { beforeEach, describe, expect, it, vi } from 'vitest';
import { log } from '../log';
import { forgetGlobal } from '../process-global';
import { configure } from '../testing/configure';
import { isSameOrigin } from './same-origin';

const post = (headers: Record<string, string>) =>
  ({ headers: new Headers({ host: 'shop.test:3000', ...headers }) }) as Request;

beforeEach(() => configure({ PUBLIC_URL: '', ALLOWED_HOSTS: 'shop.test:3000', TRUST_PROXY: '0' }));

describe('isSameOrigin', () => {
  it.each<[string, Record<string, string>, boolean]>([
    ['the same host', { origin: 'http://shop.test:3000' }, true],
    ['the same host behind TLS', { origin: 'https://shop.test:3000' }, true],
    ['another host', { origin: 'https://evil.test' }, false],
    ['another port', { origin: 'http://shop.test:4000' }, false],
    ['a host with the same beginning', { origin: 'http://shop.test:3000.evil.test' }, false],
    ['a host from an untrusted proxy', { origin: 'http://evil.test', 'x-forwarded-host': 'evil.test' }, false],
    ['an unknown host in both headers', { origin: 'http://evil.test', host: 'evil.test' }, false],
    ['an opaque origin', { origin: 'null' }, false],
    ['an empty origin', { origin: '' }, false],
    [
      'a foreign origin with a friendly Sec-Fetch-Site',
      { origin: 'https://evil.test', 'sec-fetch-site': 'same-origin' },
      false,
    ],
    ['no origin, same site by fetch metadata', { 'sec-fetch-site': 'same-origin' }, true],
    ['no origin, typed in by the user', { 'sec-fetch-site': 'none' }, true],
    ['no origin, cross-site', { 'sec-fetch-site': 'cross-site' }, false],
    ['no origin, a sibling domain', { 'sec-fetch-site': 'same-site' }, false],
    ['a client that is not a browser', {}, true],
  ])('decides for %s', (_, headers, expected) => expect(isSameOrigin(post(headers))).toBe(expected));

  it('accepts the host forwarded by a trusted proxy', () => {
    const headers = { origin: 'https://tallbacka.test', 'x-forwarded-host': 'tallbacka.test' };
    expect(isSameOrigin(post(headers))).toBe(false);
    configure({ TRUST_PROXY: '1', ALLOWED_HOSTS: 'tallbacka.test' });
    expect(isSameOrigin(post(headers))).toBe(true);
  });

  it.each(['shop.example', '127.0.0.1:3000', 'localhost', 'evil.test'])(
    'accepts PUBLIC_URL if a proxy forwards the host %s',
    (host) => {
      configure({ PUBLIC_URL: 'https://shop.example:8443' });
      expect(isSameOrigin(post({ host, origin: 'https://shop.example:8443' }))).toBe(true);
      expect(isSameOrigin(post({ host, origin: 'https://evil.test' }))).toBe(false);
    },
  );

  it('rejects a foreign name that resolves to this machine', () => {
    configure({ PUBLIC_URL: 'https://shop.example' });
    expect(isSameOrigin(post({ host: 'evil.test:3000', origin: 'http://evil.test:3000' }))).toBe(false);
  });
});

describe('a rejected request', () => {
  it('is logged once, with the mismatch', () => {
    forgetGlobal('foreign-origins');
    const warn = vi.spyOn(log, 'warn').mockImplementation(() => {});
    configure({ PUBLIC_URL: 'https://shop.example' });
    for (let count = 0; count < 3; count++) isSameOrigin(post({ origin: 'https://shop.example:8443/x' }));
    expect(warn).toHaveBeenCalledTimes(1);
    expect(warn).toHaveBeenCalledWith(
      {
        origin: 'https://shop.example:8443',
        ownAddress: 'http://shop.test:3000',
        publicUrl: 'https://shop.example',
      },
      expect.stringContaining('PUBLIC_URL'),
    );
    for (let count = 0; count < 100; count++) isSameOrigin(post({ origin: `https://evil-${count}.test` }));
    expect(warn.mock.calls.length).toBeLessThan(30);
    warn.mockRestore();
  });
});
