import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepSecret } from './kept-secret';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'secret-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('keeps the first value and leaves no temporary file', () => {
  const path = join(folder, 'new', 'secret');
  expect(keepSecret(path, () => 'first')).toEqual({ value: 'first', isNew: true });
  expect(keepSecret(path, () => 'second')).toEqual({ value: 'first', isNew: false });
  expect(readdirSync(join(folder, 'new'))).toEqual(['secret']);
});

it('returns the value of a process that was faster', () => {
  const path = join(folder, 'secret');
  const make = () => {
    writeFileSync(path, 'faster\n');
    return 'slower';
  };
  expect(keepSecret(path, make)).toEqual({ value: 'faster', isNew: false });
  expect(readdirSync(folder)).toEqual(['secret']);
});
