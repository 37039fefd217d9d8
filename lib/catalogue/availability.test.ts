import { describe, expect, it } from 'vitest';
import { isSameAvailability, toAvailability } from './availability';

describe('toAvailability', () => {
  it.each([
    [-1, { state: 'sold-out' }],
    [0, { state: 'sold-out' }],
    [1, { state: 'few', left: 1 }],
    [5, { state: 'few', left: 5 }],
    [6, { state: 'in-stock' }],
  ])('describes a stock of %i units', (stock, expected) => expect(toAvailability(stock)).toEqual(expected));
});

describe('isSameAvailability', () => {
  it.each([
    [40, 39, true],
    [6, 5, false],
    [3, 2, false],
    [2, 2, true],
    [1, 0, false],
    [0, 8, false],
  ])('compares %i units with %i', (before, after, same) =>
    expect(isSameAvailability(toAvailability(before), toAvailability(after))).toBe(same),
  );
});
