import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../run.mjs';
import { applyPatch } from './sabotage.mjs';
import { sabotages } from './sabotages.mjs';

const patches = Object.entries(sabotages).flatMap(([name, list]) => list.map((patch) => ({ name, ...patch })));

it.each(patches)('$name still finds what it replaces in $file', ({ file, ...patch }) => {
  const source = readFileSync(join(root, file), 'utf8');
  expect(applyPatch(source, { file, ...patch })).not.toBe(source);
});

it('stops where the code has moved on, or stands there twice', () => {
  const patch = { file: 'a.ts', replace: 'guard', by: '' };
  expect(() => applyPatch('no such thing', patch)).toThrow('a.ts has moved on');
  expect(() => applyPatch('guard guard', patch)).toThrow('2 times');
});
