import { describe, expect, it } from 'vitest';
import { newUuid } from '../ids';
import { emptyCart } from './cart-cookie';
import { removeOrdered } from './remove-ordered';

const mugs = [{ slug: 'mug', quantity: 2 }];
const order = { checkoutKey: newUuid(), lines: mugs, created: true };
const cartOf = (lines: { slug: string; quantity: number }[], checkoutKey = newUuid()) => ({ checkoutKey, lines });

describe('removeOrdered', () => {
  it('empties the ordered cart', () => {
    expect(removeOrdered(cartOf(mugs, order.checkoutKey), order)).toEqual(emptyCart());
    expect(removeOrdered(cartOf(mugs), order)).toEqual(emptyCart());
    expect(removeOrdered(emptyCart(), order)).toEqual(emptyCart());
  });

  it('keeps what another tab added since, with a new key', () => {
    const cart = cartOf([
      { slug: 'mug', quantity: 3 },
      { slug: 'spoon', quantity: 1 },
    ]);
    const rest = removeOrdered(cart, order);
    expect(rest.lines).toEqual([
      { slug: 'mug', quantity: 1 },
      { slug: 'spoon', quantity: 1 },
    ]);
    expect([cart.checkoutKey, order.checkoutKey]).not.toContain(rest.checkoutKey);
  });

  it('does not change a later cart if the same checkout is sent again', () => {
    const later = cartOf([{ slug: 'mug', quantity: 1 }]);
    expect(removeOrdered(later, { ...order, created: false })).toEqual(later);
    expect(removeOrdered(cartOf(mugs, order.checkoutKey), { ...order, created: false })).toEqual(emptyCart());
  });
});
