import { describe, expect, it } from 'vitest';
import { safePath } from './safe-path';

describe('safePath', () => {
  it.each([
    ['/cart', '/cart'],
    ['/sv/products/x?y=1#z', '/sv/products/x?y=1#z'],
    ['/a/../cart', '/cart'],
    ['/', '/'],
  ])('accepts %j', (path, expected) => expect(safePath(path, '/fallback')).toBe(expected));

  it.each([
    '//evil.test',
    '/\\evil.test',
    '\\evil.test',
    '\\\\evil.test',
    'https://evil.test',
    'https:evil.test',
    'javascript:alert(1)',
    'cart',
    '',
    '/\t/evil.test',
    '/\n/evil.test',
    '/.//evil.test',
    '/a/..//evil.test',
    ' //evil.test',
    `/${'a'.repeat(600)}`,
    null,
    undefined,
    42,
    ['/cart'],
  ])('rejects %j', (path) => expect(safePath(path, '/fallback')).toBe('/fallback'));

  it('never redirects to another site', () => {
    for (const middle of ['', '.', '..', '%2e', '\t', '\r\n', 'a/..', '@', ':']) {
      const location = safePath(`/${middle}//evil.test`, '/fallback');
      expect(new URL(location, 'https://shop.test').origin).toBe('https://shop.test');
    }
  });
});
