import { describe, expect, test } from 'vitest';
import { isOpenedByLink, toSafeBackUrl } from './opened-by-link';

describe('isOpenedByLink', () => {
  const host = 'shop.test';
  test.each<[string, Record<string, string>, boolean]>([
    ['a camera scan on https', { host, 'sec-fetch-site': 'none' }, false],
    ['a camera scan on plain http', { host }, false],
    [
      'a link on the shop’s page',
      { host, 'sec-fetch-site': 'same-origin', referer: 'http://shop.test/orders/x/pay' },
      true,
    ],
    ['a link on a shop elsewhere that hides itself', { host, 'sec-fetch-site': 'cross-site' }, true],
    ['a link on a shop elsewhere, plain http', { host, referer: 'http://php.test/' }, true],
    [
      'the wallet’s own home',
      { host, 'sec-fetch-site': 'same-origin', referer: 'http://shop.test/sandbox/app' },
      false,
    ],
    ['the invoice itself', { host, referer: 'http://shop.test/R1402562843463?step=pin' }, false],
    ['a nonsense Referer', { host, referer: 'nonsense' }, false],
  ])('%s', (_, headers, expected) => expect(isOpenedByLink(new Headers(headers))).toBe(expected));
});

describe('toSafeBackUrl', () => {
  test.each(['http://shop.test/orders/1', 'https://shop.test/?a=b'])('takes %s', (url) =>
    expect(toSafeBackUrl(url)).toBe(url),
  );
  test.each([undefined, null, '', 'javascript:alert(1)', '//evil.test', 'evil', 'intent://x', 'data:text/html,x'])(
    'leaves out %s',
    (url) => expect(toSafeBackUrl(url)).toBeUndefined(),
  );
});
