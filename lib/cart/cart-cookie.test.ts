import { describe, expect, it } from 'vitest';
import { cartCookieHeader, countItems, emptyCart, formatCart, MAX_LINES, parseCart } from './cart-cookie';

const key = '3f0e2c55-7a94-4c1e-9d0b-1a2b3c4d5e6f';
const many = (count: number) => Array.from({ length: count }, (_, index) => ({ slug: `thing-${index}`, quantity: 1 }));

describe('parseCart', () => {
  it('parses formatCart’s output', () => {
    const cart = {
      checkoutKey: key,
      lines: [
        { slug: 'birch-spoon', quantity: 2 },
        { slug: 'a', quantity: 99 },
      ],
    };
    expect(parseCart(formatCart(cart))).toEqual(cart);
    expect(countItems(cart)).toBe(101);
  });

  it('accepts the maximum number of lines', () => {
    expect(parseCart(formatCart({ checkoutKey: key, lines: many(MAX_LINES) })).lines).toHaveLength(MAX_LINES);
  });

  it.each([
    ['an empty text', ''],
    ['no cookie', undefined],
    ['a key alone', key],
    ['no key', 'birch-spoon.2'],
    ['a wrong key', 'x~birch-spoon.2'],
    ['another format', '[{"slug":"birch-spoon","quantity":2}]'],
    ['quantity 0', `${key}~birch-spoon.0`],
    ['quantity -1', `${key}~birch-spoon.-1`],
    ['quantity 1.5', `${key}~birch-spoon.1.5`],
    ['quantity 1e3', `${key}~birch-spoon.1e3`],
    ['quantity 1000', `${key}~birch-spoon.1000`],
    ['the same product twice', `${key}~birch-spoon.1~birch-spoon.2`],
    ['markup', `${key}~<script>.1`],
    ['a path', `${key}~../etc.1`],
    ['an empty line', `${key}~`],
    ['too many lines', formatCart({ checkoutKey: key, lines: many(MAX_LINES + 1) })],
    ['too much', `${key}~${'a'.repeat(10_000)}.1`],
  ])('returns an empty cart for %s', (_, cookie) => expect(parseCart(cookie)).toEqual(emptyCart()));
});

describe('cartCookieHeader', () => {
  it('stores a cart', () => {
    const header = cartCookieHeader({ checkoutKey: key, lines: [{ slug: 'a', quantity: 1 }] }, { secure: true });
    expect(header).toMatch(new RegExp(`^cart=${key}~a\\.1; Path=/; Max-Age=[1-9]\\d+; SameSite=Lax; Secure$`));
  });

  it('deletes the cookie for an empty cart', () => {
    expect(cartCookieHeader(emptyCart(), { secure: false })).toBe('cart=; Path=/; Max-Age=0; SameSite=Lax');
  });

  it('stays within a browser’s limit', () => {
    const lines = many(MAX_LINES).map(({ slug }) => ({ slug: slug.padEnd(64, 'x'), quantity: 99 }));
    const value = formatCart({ checkoutKey: key, lines });
    expect(value.length).toBeLessThan(3900);
    expect(parseCart(value).lines).toHaveLength(MAX_LINES);
  });
});
