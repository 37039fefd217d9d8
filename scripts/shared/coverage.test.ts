import { join } from 'node:path';
import { expect, it } from 'vitest';
import { byFolder } from './coverage.mjs';

it('adds up the lines of each folder of lib, from absolute and relative paths', () => {
  const lines = (covered: number, total: number) => ({ lines: { covered, total } });
  const base = join('/', 'shop');
  const summary = {
    total: lines(5, 9),
    [join(base, 'lib', 'money.ts')]: lines(1, 2),
    [join('lib', 'orders', 'quote.ts')]: lines(3, 3),
    [join('lib', 'orders', 'texts', 'en.ts')]: lines(0, 3),
    [join('lib', 'empty', 'types.ts')]: lines(0, 0),
    [join('app', 'page.tsx')]: lines(1, 1),
  };
  expect([...byFolder(summary, base)]).toEqual([
    ['lib', '50 %'],
    ['lib/orders', '50 %'],
    ['lib/empty', '0 %'],
  ]);
});
