import { expect, it } from 'vitest';
import { fromEnd } from './from-end';

it.each([
  ['a', 1, 'a'],
  ['a', 3, 'a'],
  ['a, b , c', 1, 'c'],
  ['a, b , c', 2, 'b'],
  ['a, b , c', 3, 'a'],
  ['a, b , c', 4, 'a'],
  ['', 1, ''],
  ['a,', 1, ''],
  ['a,', 2, 'a'],
  [',a', 2, ''],
  [',,', 2, ''],
])('in %j, returns for position %i from the end: %j', (list, places, value) => {
  expect(fromEnd(list, places)).toBe(value);
});
