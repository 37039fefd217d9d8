import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('every value of processGlobal has a row in docs/scaling.md', () => {
  const files = readdirSync('lib', { recursive: true, encoding: 'utf8' }).filter((path) =>
    /(?<!\.test)\.ts$/.test(path),
  );
  const sources = files.map((path) => readFileSync(join('lib', path), 'utf8')).join('\n');
  const values = new Set([...sources.matchAll(/\bprocessGlobal(?:<[^(]*>)?\(\s*'([\w-]+)'/g)].map(([, name]) => name));
  const rows = readFileSync('docs/scaling.md', 'utf8').matchAll(/^\| ((?:`[\w-]+`(?:, )?)+) \| `lib/gm);
  const documented = [...rows].flatMap(([, names = '']) => names.match(/[\w-]+/g) ?? []);
  expect(documented.toSorted()).toEqual([...values].toSorted());
});
