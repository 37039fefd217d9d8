import { unstable_doesMiddlewareMatch as matches } from 'next/experimental/testing/server';
import { describe, expect, it } from 'vitest';
import { config } from '@/proxy';

describe('a page that is rendered per request gets a nonce', () => {
  it.each([
    '/cart',
    '/sv/checkout',
    '/orders/x/pay',
    '/admin',
    '/admin/orders',
    '/admin/products/pictures/x',
    '/sandbox',
    '/sandbox/app',
    '/sandbox/messages/1',
    '/R1402562843463',
    '/r1402562843463',
  ])('%s', (url) => expect(matches({ config, url })).toBe(true));
});

it('an upload is not read by the proxy', () => {
  expect(matches({ config, url: '/admin/pictures/honey/add' })).toBe(false);
  expect(matches({ config, url: '/admin/products/import/check' })).toBe(false);
  expect(matches({ config, url: '/admin/products/import' })).toBe(true);
});

describe('a prerendered page, or an address that is not a page, gets no nonce', () => {
  it.each(['/', '/sv', '/products/honey', '/terms', '/api/checkout', '/sandbox/api/clock', '/R12', '/RAPPORT'])(
    '%s',
    (url) => expect(matches({ config, url })).toBe(false),
  );
});
