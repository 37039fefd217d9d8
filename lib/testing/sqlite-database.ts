import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateShop } from '../db/migrate';
import type { TestDatabase } from './postgresql-database';

/** Creates a migrated shop database in a file. */
export async function createSqliteDatabase(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'shop-'));
  const url = `file:${join(folder, 'shop.db')}`;
  await migrateShop(url);
  return { url, remove: async () => rmSync(folder, { recursive: true, force: true }) };
}
