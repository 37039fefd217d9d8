import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

const left = new Set(['.data', '.git', '.next', 'node_modules', 'test-results']);

/**
 * Copies the project's sources and tests to `folder`, which must be in `.data`. `replaced` maps a file of the copy to the
 * project's file that replaces it. The copy uses this project's packages.
 * @param {string} folder
 * @param {Readonly<Record<string, string>>} replaced
 */
export function copyProject(folder, replaced) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(root)) {
    if (!left.has(name)) cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  for (const [target, source] of Object.entries(replaced)) cpSync(join(root, source), join(folder, target));
}
