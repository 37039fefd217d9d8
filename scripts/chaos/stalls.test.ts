import { expect, it } from 'vitest';
import { overlapMs } from './stalls';

it.each([
  ['0 ms without spans', [], 0],
  ['only the part of a span that is inside', [{ from: 0, to: 15 }], 5],
  [
    'the overlap of two spans only once',
    [
      { from: 14, to: 18 },
      { from: 12, to: 16 },
    ],
    6,
  ],
  ['a span that has not ended', [{ from: 18, to: Number.POSITIVE_INFINITY }], 2],
  [
    '0 ms for spans that are outside',
    [
      { from: 0, to: 5 },
      { from: 30, to: 40 },
    ],
    0,
  ],
])('counts %s', (_, spans, expected) => {
  expect(overlapMs(spans, 10, 20)).toBe(expected);
});
