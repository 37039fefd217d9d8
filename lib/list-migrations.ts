import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Migration = { readonly name: string; readonly sql: string; readonly checksum: string };

/** The migrations in a folder, sorted by name, with the checksums that Prisma would store. */
export function listMigrations(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8').replaceAll('\r\n', '\n');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

export function migrationNames(folder: string): string[] {
  return listMigrations(folder).map(({ name }) => name);
}

/** The error about a migration that differs from what was applied to `database`. */
export function changedMigration({ name }: Migration, database: string): Error {
  return new Error(
    `Migration ${name} was changed after it was applied to ${database}. Restore the file, or add a new migration.`,
  );
}
