import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isPostgresqlUrl } from '../db/client';
import { migrate as migratePostgresql } from '../postgresql/migrate';
import { migrate as migrateSqlite } from '../sqlite/migrate';

/** Migrates a shop's database to a version that is newer than this code, as a deployment of the next release does. */
export async function migrateToNext(url: string, name: string, sql: string): Promise<void> {
  const own = isPostgresqlUrl(url) ? 'prisma/shop/postgresql/migrations' : 'prisma/shop/migrations';
  const folder = mkdtempSync(join(tmpdir(), 'next-version-'));
  try {
    cpSync(own, folder, { recursive: true });
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'migration.sql'), sql);
    const applied = isPostgresqlUrl(url) ? await migratePostgresql(url, folder) : migrateSqlite(url, folder);
    if (applied.at(-1) !== name) throw new Error(`${name} was not applied`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
