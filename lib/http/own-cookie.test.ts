import { expect, it } from 'vitest';
import { readCookie } from './own-cookie';

const read = (cookie?: string) =>
  readCookie(new Request('http://localhost/', { headers: cookie === undefined ? {} : { cookie } }), 'visitor');

it.each([
  [undefined, undefined],
  ['', undefined],
  ['visitor=a.b', 'a.b'],
  ['cart=x; visitor=a.b; other=1', 'a.b'],
  ['cart=x;visitor=a=b', 'a=b'],
  ['visitor=first; visitor=second', 'second'],
  ['my-visitor=x; visitors=y', undefined],
  ['visitor', undefined],
  ['visitor=', ''],
])('finds in “%s” the value %s', (cookie, value) => {
  expect(read(cookie)).toBe(value);
});
