import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const POSTGRESQL = '/usr/lib/postgresql';
const PGBOUNCER = '/usr/sbin/pgbouncer';
/**
 * .ci/run sets DATABASE_TOOLS=required and installs the tools. A test whose tool is missing then fails instead of being
 * skipped. With `off`, these tests are skipped.
 */
const areRequired = process.env.DATABASE_TOOLS === 'required';
const areOff = process.env.DATABASE_TOOLS === 'off';

/** Returns the folder of the newest PostgreSQL that Debian's packages have installed, or null if there is none. */
export function debianPostgresql(): string | null {
  if (areOff) return null;
  const versions = existsSync(POSTGRESQL) ? readdirSync(POSTGRESQL).sort((a, b) => Number(b) - Number(a)) : [];
  const found = versions.map((version) => join(POSTGRESQL, version)).find((path) => isComplete(path));
  return found ?? missing('postgresql');
}

export function debianPgbouncer(): string | null {
  if (areOff) return null;
  return existsSync(PGBOUNCER) ? PGBOUNCER : missing('pgbouncer');
}

function isComplete(path: string): boolean {
  return ['postgres', 'initdb', 'pg_dump', 'pg_restore'].every((name) => existsSync(join(path, 'bin', name)));
}

function missing(name: string): null {
  if (areRequired) throw new Error(`Debian's package ${name} is not installed.`);
  return null;
}
