import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { addPreviousStatic, copyStatic } from './previous-static.mjs';

let dist: string;
beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), 'dist-'));
});
afterEach(() => rmSync(dist, { recursive: true, force: true }));

/** Does what `next build` does: writes its own static files, and deletes the previous ones and the build stamp. */
function nextBuild(...files: string[]) {
  for (const name of ['static', 'build-stamp']) rmSync(join(dist, name), { recursive: true, force: true });
  for (const file of files) {
    mkdirSync(join(dist, 'static', file, '..'), { recursive: true });
    writeFileSync(join(dist, 'static', file), file);
  }
}

function build(...files: string[]) {
  copyStatic(dist);
  nextBuild(...files);
  addPreviousStatic(dist);
  writeFileSync(join(dist, 'build-stamp'), '');
}

function served(): string[] {
  const names = readdirSync(join(dist, 'static'), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => statSync(join(dist, 'static', name)).isFile() && name !== 'previous.json').sort();
}

it('serves the files of this build and of the one before, not of older ones', () => {
  build('chunks/a.js', 'chunks/shared.js');
  expect(served()).toEqual(['chunks/a.js', 'chunks/shared.js']);
  build('chunks/b.js', 'chunks/shared.js');
  expect(served()).toEqual(['chunks/a.js', 'chunks/b.js', 'chunks/shared.js']);
  build('chunks/c.js');
  expect(served()).toEqual(['chunks/b.js', 'chunks/c.js', 'chunks/shared.js']);
});

it('keeps the previous version’s files when the same version is built again', () => {
  build('chunks/a.js');
  build('chunks/b.js');
  build('chunks/b.js');
  expect(served()).toEqual(['chunks/a.js', 'chunks/b.js']);
});

it('survives a build that fails', () => {
  build('chunks/a.js');
  copyStatic(dist);
  nextBuild('chunks/half.js');
  build('chunks/b.js');
  expect(served()).toEqual(['chunks/a.js', 'chunks/b.js']);
});

it('adds static files that were copied from another machine’s build', () => {
  nextBuild('chunks/a.js');
  build('chunks/b.js');
  expect(served()).toEqual(['chunks/a.js', 'chunks/b.js']);
});
