import { describe, expect, it } from 'vitest';
import { isSameOrigin } from './same-origin';

const post = (headers: Record<string, string>) =>
  ({ headers: new Headers({ host: 'shop.test:3000', ...headers }) }) as Request;

describe('isSameOrigin', () => {
  it.each<[string, Record<string, string>, boolean]>([
    ['the same host', { origin: 'http://shop.test:3000' }, true],
    ['the same host behind TLS', { origin: 'https://shop.test:3000' }, true],
    [
      'the host that a proxy was asked for',
      { origin: 'https://tallbacka.test', 'x-forwarded-host': 'tallbacka.test' },
      true,
    ],
    ['another host', { origin: 'https://evil.test' }, false],
    ['another port', { origin: 'http://shop.test:4000' }, false],
    ['a host that only begins alike', { origin: 'http://shop.test:3000.evil.test' }, false],
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
    ['a program that sends neither', {}, true],
  ])('%s', (_, headers, expected) => expect(isSameOrigin(post(headers))).toBe(expected));
});
