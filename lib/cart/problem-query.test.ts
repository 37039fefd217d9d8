import { describe, expect, it } from 'vitest';
import type { CartProblem } from './change-cart';
import { readProblemQuery, toProblemQuery } from './problem-query';

const read = (query: string) => readProblemQuery(Object.fromEntries(new URLSearchParams(query)));

describe('a rejected change in a query string', () => {
  it.each<CartProblem>([
    { code: 'unknown', slug: 'no such & thing?' },
    { code: 'bad-quantity', slug: 'spoon' },
    { code: 'sold-out', slug: 'spoon' },
    { code: 'too-many', slug: 'spoon', available: 12 },
    { code: 'line-limit', slug: 'spoon', available: 50 },
    { code: 'order-limit', slug: 'spoon', available: 2000 },
    { code: 'full', slug: 'spoon' },
  ])('survives the round trip: $code', (problem) => expect(read(toProblemQuery(problem))).toEqual(problem));

  it.each([
    '',
    'problem=unknown',
    'problem=toString&at=x',
    'problem=too-many&at=x',
    'problem=too-many&at=x&available=-1',
  ])('is null for %j', (query) => expect(read(query)).toBeNull());

  it('ignores a repeated parameter', () => {
    expect(readProblemQuery({ problem: ['unknown', 'full'], at: 'x' })).toBeNull();
    expect(readProblemQuery({ problem: 'unknown', at: ['x', 'y'] })).toBeNull();
  });
});
