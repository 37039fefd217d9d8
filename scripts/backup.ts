// Backs up the shop's database while the shop runs: `npm run backup`, or `npm run backup -- <folder>` to choose the
// folder. Cron can run it too. Copying the file itself is not a backup, because the latest writes are in a second file.
import './shared/environment.mjs';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { now } from '../lib/clock';
import { config } from '../lib/config';
import { isPostgresqlUrl } from '../lib/db/client';
import { sqlitePath } from '../lib/sqlite/sqlite-path';
import { visibleError, visibleText } from '../lib/visible-text.js';

try {
  const { databaseUrl } = config();
  if (isPostgresqlUrl(databaseUrl)) {
    throw new Error('The shop is on PostgreSQL. Back it up with pg_dump: see docs/going-live.md.');
  }
  const path = sqlitePath(databaseUrl);
  if (!existsSync(path)) throw new Error(`There is no database ${path}.`);
  const folder = resolve(process.argv[2] ?? join(dirname(path), 'backup'));
  const time = now().toISOString().slice(0, 19).replace(/\D/g, '-');
  const target = join(folder, `${basename(path, '.db')}-${time}.db`);
  mkdirSync(folder, { recursive: true });
  backUp(path, target);
  console.log(visibleText(target));
} catch (error) {
  console.error(visibleError(error));
  process.exitCode = 1;
}

/** Writes a consistent copy, and renames it only once it is complete and on the disk. */
function backUp(path: string, target: string): void {
  const partial = `${target}.partial`;
  rmSync(partial, { force: true });
  // SQLite treats an empty file as a new database and keeps its mode.
  closeSync(openSync(partial, 'wx', 0o600));
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
