import { describe, expect, it } from 'vitest';
import { parseCartRequest } from './parse-cart-request';

const parse = (form: Record<string, string>) => parseCartRequest(new URLSearchParams(form));

describe('parseCartRequest', () => {
  it('reads every action', () => {
    expect(parse({ action: 'add', slug: 'spoon' })).toEqual({
      change: { action: 'add', slug: 'spoon', quantity: '1' },
      language: 'en',
      next: null,
      shownPrice: null,
    });
    expect(
      parse({ action: 'set', slug: 'spoon', quantity: '3', language: 'sv', next: '/sv', shownPrice: '4900' }),
    ).toEqual({
      change: { action: 'set', slug: 'spoon', quantity: '3' },
      language: 'sv',
      next: '/sv',
      shownPrice: 4900,
    });
    expect(parse({ action: 'refill', order: 'abc' })?.change).toEqual({ action: 'refill', order: 'abc' });
    expect(parse({ action: 'remove', slug: 'spoon', language: 'xx' })).toEqual({
      change: { action: 'remove', slug: 'spoon' },
      language: 'en',
      next: null,
      shownPrice: null,
    });
  });

  it('passes an invalid quantity on', () => {
    expect(parse({ action: 'set', slug: 'spoon', quantity: '1e9' })?.change).toMatchObject({ quantity: '1e9' });
  });

  it.each<[string, Record<string, string>]>([
    ['an empty form', {}],
    ['no product', { action: 'add' }],
    ['an overlong slug', { action: 'add', slug: 'a'.repeat(101) }],
    ['no order', { action: 'refill', slug: 'spoon' }],
    ['an unknown action', { action: 'buy', slug: 'spoon' }],
  ])('returns null for %s', (_, form) => expect(parse(form)).toBeNull());
});
