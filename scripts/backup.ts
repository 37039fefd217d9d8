// Backs up the shop's database while the shop runs: `npm run backup`, or `npm run backup -- <folder>` to choose the
// folder. Cron can run it too. Uploaded pictures are copied beside the backup, each of them once. Copying a SQLite file
// is not a backup, because the latest writes are in a second file. A shop on PostgreSQL needs pg_dump.
import './shared/environment.mjs';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { now } from '../lib/clock';
import { config } from '../lib/config';
import { isPostgresqlUrl } from '../lib/db/client';
import { backUpFiles } from '../lib/media/back-up-files';
import { dump } from '../lib/postgresql/dump';
import { sqlitePath } from '../lib/sqlite/sqlite-path';
import { visibleError, visibleText } from '../lib/visible-text.js';

/** A partial backup that has not grown for this long was left by a killed process. */
const ABANDONED_MS = 3_600_000;
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => stopping.abort());

try {
  for (const line of await backUp()) console.log(visibleText(line));
} catch (error) {
  console.error(stopping.signal.aborted ? 'The backup was stopped and removed.' : visibleError(error));
  process.exitCode = 1;
}

/** Returns what was written, the backup's path first. */
async function backUp(): Promise<string[]> {
  const { databaseUrl, databaseDirectUrl, dataFolder, mediaFolder } = config();
  const [given] = process.argv.slice(2);
  if (isPostgresqlUrl(databaseUrl)) {
    const url = databaseDirectUrl ?? databaseUrl;
    const name = decodeURIComponent(new URL(url).pathname.slice(1)).replace(/[^\w-]+/g, '-') || 'shop';
    const folder = resolve(given ?? join(dataFolder, 'backup'));
    return [await keep(folder, name, 'dump', (partial) => dump(url, partial, stopping.signal))];
  }
  const path = sqlitePath(databaseUrl);
  if (!existsSync(path)) throw new Error(`There is no database ${path}.`);
  const folder = resolve(given ?? join(dirname(path), 'backup'));
  const backup = await keep(folder, basename(path, '.db'), 'db', async (partial) => copySqlite(path, partial));
  const pictures = backUpFiles(mediaFolder, join(folder, 'media'));
  return pictures === 0 ? [backup] : [backup, `New picture files in ${join(folder, 'media')}: ${pictures}`];
}

/**
 * Lets `write` fill a file that only its owner can read. Renames the complete file and returns its path. If `write`
 * fails, removes the file, because even part of a backup contains names and addresses.
 */
async function keep(
  folder: string,
  name: string,
  ending: string,
  write: (partial: string) => Promise<void>,
): Promise<string> {
  mkdirSync(folder, { recursive: true });
  removeAbandoned(folder, name);
  const time = now().toISOString().slice(0, 19).replace(/\D/g, '-');
  const target = join(folder, `${name}-${time}.${ending}`);
  const partial = `${target}.partial`;
  closeSync(openSync(partial, 'wx', 0o600));
  try {
    await write(partial);
    stopping.signal.throwIfAborted();
    syncToDisk(partial, 'r+');
    renameSync(partial, target);
  } catch (error) {
    for (const file of [partial, `${partial}-journal`]) rmSync(file, { force: true });
    throw error;
  }
  // Windows cannot sync a folder.
  if (process.platform !== 'win32') syncToDisk(folder, 'r');
  return target;
}

function removeAbandoned(folder: string, name: string): void {
  for (const file of readdirSync(folder)) {
    if (!file.startsWith(`${name}-`) || !file.endsWith('.partial')) continue;
    const path = join(folder, file);
    if (now().getTime() - statSync(path).mtimeMs > ABANDONED_MS) rmSync(path, { force: true });
  }
}

function syncToDisk(path: string, flags: 'r' | 'r+'): void {
  const file = openSync(path, flags);
  fsyncSync(file);
  closeSync(file);
}

/** Writes a consistent copy into the empty file `partial`, which SQLite treats as a new database. Keeps the file's mode. */
function copySqlite(path: string, partial: string): void {
  const source = new Database(path, { fileMustExist: true, timeout: 10_000 });
  try {
    source.prepare('VACUUM INTO ?').run(partial);
  } finally {
    source.close();
  }
  const copy = new Database(partial, { readonly: true });
  const verdict = copy.pragma('integrity_check', { simple: true });
  copy.close();
  if (verdict !== 'ok') throw new Error(`The copy of ${path} is damaged: ${verdict}`);
}
