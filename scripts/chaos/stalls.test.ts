import { expect, it } from 'vitest';
import { overlapMs } from './stalls.mjs';

it.each([
  ['nothing', [], 0],
  ['a part', [{ from: 0, to: 15 }], 5],
  [
    'what two have in common once',
    [
      { from: 14, to: 18 },
      { from: 12, to: 16 },
    ],
    6,
  ],
  ['what has not ended', [{ from: 18, to: Number.POSITIVE_INFINITY }], 2],
  [
    'nothing outside',
    [
      { from: 0, to: 5 },
      { from: 30, to: 40 },
    ],
    0,
  ],
])('counts %s', (_, spans, expected) => {
  expect(overlapMs(spans, 10, 20)).toBe(expected);
});
