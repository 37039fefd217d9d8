import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../shared/run.mjs';
import { applyPatch } from './sabotage';
import { sabotages } from './sabotages';

const patches = Object.entries(sabotages).flatMap(([name, list]) => list.map((patch) => ({ name, ...patch })));

it.each(patches)('$name still applies to $file', ({ file, ...patch }) => {
  const source = readFileSync(join(root, file), 'utf8');
  expect(applyPatch(source, { file, ...patch })).not.toBe(source);
});

it('throws if the text is missing or occurs twice', () => {
  const patch = { file: 'a.ts', replace: 'guard', by: '' };
  expect(() => applyPatch('no such thing', patch)).toThrow('a.ts has changed');
  expect(() => applyPatch('guard guard', patch)).toThrow('2 times');
});
