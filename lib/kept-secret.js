import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Reads the file at `path`. If it does not exist, writes the result of `make` to it, readable by its owner only.
 * Concurrent callers get the same value: the file appears only when it is complete, and the first file is kept.
 * Plain JavaScript, because it also runs before anything is compiled.
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
