import { describe, expect, test } from 'vitest';
import { isOpenedByLink } from './opened-by-link';

describe('isOpenedByLink', () => {
  test.each<[string, Record<string, string>, boolean]>([
    ['a camera scan on https', { 'sec-fetch-site': 'none' }, false],
    ['a camera scan on plain http', {}, false],
    ['a link on the shop’s page', { 'sec-fetch-site': 'same-origin', referer: 'http://shop.test/orders/x/pay' }, true],
    ['a link on another site that sends no Referer', { 'sec-fetch-site': 'cross-site' }, true],
    ['a link on another site over plain http', { referer: 'http://php.test/' }, true],
    ['the wallet’s own home', { 'sec-fetch-site': 'same-origin', referer: 'http://shop.test/sandbox/app' }, false],
    ['the invoice itself', { referer: 'http://shop.test/R1402562843463?step=pin' }, false],
    ['a nonsense Referer', { referer: 'nonsense' }, false],
  ])('%s', (_, headers, expected) => expect(isOpenedByLink(new Headers(headers), 'https://shop.test')).toBe(expected));
});
