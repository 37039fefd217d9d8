import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * What the file at `path` holds; where there is none it is written with what `make` returns, readable by its owner only.
 * Concurrent callers get the same value: a file appears complete, and the first one stays. Plain JavaScript, for what
 * runs before anything is compiled.
 *
 * @param {string} path
 * @param {() => string} make
 * @returns {{ value: string, isNew: boolean }}
 */
export function keepSecret(path, make) {
  const known = read(path);
  if (known !== null) return { value: known, isNew: false };
  mkdirSync(dirname(path), { recursive: true });
  const value = make();
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, `${value}\n`, { mode: 0o600 });
  try {
    linkSync(draft, path);
    return { value, isNew: true };
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
    return { value: read(path) ?? value, isNew: false };
  } finally {
    rmSync(draft, { force: true });
  }
}

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/**
 * @param {unknown} error
 * @param {string} code
 */
function hasCode(error, code) {
  return error instanceof Error && 'code' in error && error.code === code;
}
