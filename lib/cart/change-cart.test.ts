import { beforeEach, describe, expect, it, vi } from 'vitest';
import { money } from '../money';
import { type Cart, MAX_LINES } from './cart-cookie';
import { changeCart, parseQuantity } from './change-cart';
import { refillCart } from './refill-cart';

const stock = new Map<string, number>();

vi.mock('../catalogue/get-product', () => ({
  getProduct: async (_language: string, slug: string) =>
    stock.has(slug) ? { slug, stock: stock.get(slug), price: money(100, 'SEK') } : null,
}));

const oldKey = '3f0e2c55-7a94-4c1e-9d0b-1a2b3c4d5e6f';
const cartOf = (lines: Cart['lines']): Cart => ({ checkoutKey: oldKey, lines });
const spoons = cartOf([{ slug: 'spoon', quantity: 2 }]);

beforeEach(() => {
  stock.clear();
  stock.set('spoon', 3).set('cup', 500).set('candle', 0);
});

describe('changeCart', () => {
  it('adds, sets and removes lines', async () => {
    const more = await changeCart(spoons, { action: 'add', slug: 'spoon', quantity: '1' }, 'en');
    expect(more).toMatchObject({ ok: true, cart: { lines: [{ slug: 'spoon', quantity: 3 }] } });
    const other = await changeCart(spoons, { action: 'add', slug: 'cup', quantity: '4' }, 'en');
    expect(other).toMatchObject({ ok: true, cart: { lines: [spoons.lines[0], { slug: 'cup', quantity: 4 }] } });
    const fewer = await changeCart(spoons, { action: 'set', slug: 'spoon', quantity: '1' }, 'en');
    expect(fewer).toMatchObject({ ok: true, cart: { lines: [{ slug: 'spoon', quantity: 1 }] } });
    const none = await changeCart(spoons, { action: 'remove', slug: 'spoon' }, 'en');
    expect(none).toEqual({ ok: true, cart: { checkoutKey: null, lines: [] } });
  });

  it('gives every change a new checkout key', async () => {
    const outcome = await changeCart(spoons, { action: 'set', slug: 'spoon', quantity: '2' }, 'en');
    if (!outcome.ok) throw new Error('refused');
    expect(outcome.cart.checkoutKey).toMatch(/^[0-9a-f-]{36}$/);
    expect(outcome.cart.checkoutKey).not.toBe(oldKey);
  });

  it.each([
    ['an unknown product', { action: 'add', slug: 'nope', quantity: '1' }, { code: 'unknown', slug: 'nope' }],
    ['a sold-out product', { action: 'add', slug: 'candle', quantity: '1' }, { code: 'sold-out', slug: 'candle' }],
    [
      'more than in stock',
      { action: 'set', slug: 'spoon', quantity: '4' },
      { code: 'too-many', slug: 'spoon', available: 3 },
    ],
    [
      'more than in stock, by adding',
      { action: 'add', slug: 'spoon', quantity: '2' },
      { code: 'too-many', slug: 'spoon', available: 3 },
    ],
    ['quantity 0', { action: 'set', slug: 'spoon', quantity: '0' }, { code: 'bad-quantity', slug: 'spoon' }],
  ] as const)('rejects %s', async (_, change, problem) => {
    expect(await changeCart(spoons, change, 'en')).toEqual({ ok: false, problem });
  });

  it('limits a line to 50 units and the cart to 50 lines', async () => {
    const cups = cartOf([{ slug: 'cup', quantity: 50 }]);
    expect(await changeCart(cups, { action: 'add', slug: 'cup', quantity: '1' }, 'en')).toEqual({
      ok: false,
      problem: { code: 'line-limit', slug: 'cup', available: 50 },
    });
    const full = cartOf(Array.from({ length: MAX_LINES }, (_, index) => ({ slug: `thing-${index}`, quantity: 1 })));
    expect(await changeCart(full, { action: 'add', slug: 'cup', quantity: '1' }, 'en')).toEqual({
      ok: false,
      problem: { code: 'full', slug: 'cup' },
    });
  });
});

describe('parseQuantity', () => {
  it.each([
    ['1', 1],
    ['99', 99],
    [' 7 ', 7],
  ])('parses %j', (text, expected) => expect(parseQuantity(text)).toBe(expected));

  it.each([
    '0',
    '-1',
    '1.5',
    '1,5',
    '1e1',
    '1e9',
    '1000000000',
    '1000',
    'NaN',
    '',
    ' ',
    '+1',
    '0x1',
    '01',
    '٣',
    'Infinity',
  ])('rejects %j', (text) => expect(parseQuantity(text)).toBeNull());
});

describe('refillCart', () => {
  it('adds only the available units', async () => {
    const lines = [
      { slug: 'cup', quantity: 2 },
      { slug: 'spoon', quantity: 5 },
      { slug: 'candle', quantity: 1 },
      { slug: 'nope', quantity: 1 },
    ];
    const cart = await refillCart(spoons, lines, 'en');
    expect(cart.lines).toEqual([
      { slug: 'spoon', quantity: 3 },
      { slug: 'cup', quantity: 2 },
    ]);
  });

  it('leaves the cart unchanged if nothing is available', async () => {
    expect(await refillCart(spoons, [{ slug: 'candle', quantity: 1 }], 'en')).toEqual(spoons);
  });
});
