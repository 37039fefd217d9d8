// docs/sandbox.md shows a command for every kind of fault: each must be one that the control API takes.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { newFault } from './fault';

const shown = [...readFileSync('docs/sandbox.md', 'utf8').matchAll(/`fault '(\{.*?\})'`/g)].map(([, json]) =>
  JSON.parse(json ?? ''),
);

it.each(shown)('%j is a fault', (fault) => {
  expect(newFault.safeParse(fault).error?.issues ?? []).toEqual([]);
});

it('every kind is documented', () => {
  const kinds = newFault.options.map((option) => option.shape.kind.value);
  expect([...new Set(shown.map(({ kind }) => kind))].sort()).toEqual([...kinds].sort());
});
