import { describe, expect, it } from 'vitest';
import { addressOf, parseChoice } from './choice';

const first = { layout: 'standard', platform: 'desktop', state: 'waiting', language: 'en', colours: 'light' };

describe('parseChoice', () => {
  it.each([
    [{}, {}],
    [
      { layout: 'small', language: 'sv' },
      { layout: 'small', language: 'sv' },
    ],
    [{ layout: 'large', state: ['paid', 'gone'], language: '"><script>', more: 'x' }, {}],
  ])('returns the known options in %j', (search, chosen) => {
    expect(parseChoice(search)).toEqual({ ...first, ...chosen });
  });
});

describe('addressOf', () => {
  it('contains only what differs from the defaults, and can be parsed again', () => {
    expect(addressOf(first)).toBe('/payment-view');
    const choice = { ...first, state: 'paid', colours: 'dark' };
    expect(addressOf(choice)).toBe('/payment-view?state=paid&colours=dark');
    expect(parseChoice(Object.fromEntries(new URL(addressOf(choice), 'http://x').searchParams))).toEqual(choice);
  });
});
