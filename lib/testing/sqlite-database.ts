import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateShop } from '../db/migrate';
import type { TestDatabase } from './postgresql-database';

let template: Promise<Buffer> | undefined;

/** Creates a migrated file, once per process. Each database is a copy, which takes a tenth of the time. */
async function makeTemplate(): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'shop-'));
  const path = join(folder, 'shop.db');
  await migrateShop(`file:${path}`);
  const file = readFileSync(path);
  rmSync(folder, { recursive: true, force: true });
  return file;
}

/** Creates a migrated shop database in a file. */
export async function createSqliteDatabase(): Promise<TestDatabase> {
  template ??= makeTemplate();
  const file = await template;
  const folder = mkdtempSync(join(tmpdir(), 'shop-'));
  const path = join(folder, 'shop.db');
  writeFileSync(path, file, { mode: 0o600 });
  return { url: `file:${path}`, remove: async () => rmSync(folder, { recursive: true, force: true }) };
}
