// Copies the shop's database while it runs: `npm run backup`, also for cron; `npm run backup -- <folder>` puts it there.
// Copying the file itself is no backup, for what was written last stands in the file beside it.
import './environment.mjs';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { now } from '../lib/clock';
import { config } from '../lib/config';
import { sqlitePath } from '../lib/sqlite/database';

try {
  const path = sqlitePath(config().databaseUrl);
  if (!existsSync(path)) throw new Error(`There is no database ${path}.`);
  const folder = resolve(process.argv[2] ?? join(dirname(path), 'backup'));
  const time = now().toISOString().slice(0, 19).replace(/\D/g, '-');
  const target = join(folder, `${basename(path, '.db')}-${time}.db`);
  mkdirSync(folder, { recursive: true });
  backUp(path, target);
  console.log(target);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** Writes the state of one moment, and gives it its name only when it is whole and on the disk. */
function backUp(path: string, target: string): void {
  const partial = `${target}.partial`;
  rmSync(partial, { force: true });
  const source = new Database(path, { fileMustExist: true, timeout: 10_000 });
  source.prepare('VACUUM INTO ?').run(partial);
  source.close();
  const copy = new Database(partial, { readonly: true });
  const verdict = copy.pragma('integrity_check', { simple: true });
  copy.close();
  if (verdict !== 'ok') throw new Error(`The copy ${partial} is damaged: ${verdict}`);
  const file = openSync(partial, 'r+');
  fsyncSync(file);
  closeSync(file);
  renameSync(partial, target);
}
