import { closeSync, copyFileSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { toFileName } from '../media-path';

/**
 * Copies the files of uploaded pictures that `to` does not have yet, and returns their number. Files never change, so
 * existing ones are skipped. Call it after the database has been copied, so that `to` has every picture that the copied
 * database refers to.
 */
export function backUpFiles(from: string, to: string): number {
  if (!existsSync(from)) return 0;
  const missing = readdirSync(from).filter((name) => toFileName(name) === name && !existsSync(join(to, name)));
  if (missing.length > 0) mkdirSync(to, { recursive: true });
  for (const name of missing) {
    const partial = join(to, `${name}.partial`);
    copyFileSync(join(from, name), partial);
    const file = openSync(partial, 'r+');
    fsyncSync(file);
    closeSync(file);
    renameSync(partial, join(to, name));
  }
  return missing.length;
}
