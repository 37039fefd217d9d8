import { spawn } from 'node:child_process';
import { once } from 'node:events';
import pg from 'pg';
import { connectionOptions, databaseName } from './pool';

const NOT_INSTALLED =
  'The shop is on PostgreSQL, and pg_dump is not installed here. Install PostgreSQL’s client programs (Debian: postgresql-client), or back up where they are: see docs/going-live.md.';
const REMEDY =
  'pg_dump must be at least as new as the server. Behind a connection pooler, set DATABASE_DIRECT_URL to the address of PostgreSQL itself.';

/** The options in an address, with the environment variables in which pg_dump reads them. */
const OPTIONS = { sslmode: 'PGSSLMODE', sslrootcert: 'PGSSLROOTCERT', sslcert: 'PGSSLCERT', sslkey: 'PGSSLKEY' };

/**
 * Writes the database of `url` to `file` with pg_dump, in the format that pg_restore reads. The file contains one
 * consistent state even if the shop writes meanwhile. Throws an error with a remedy, which never contains the password.
 */
export async function dump(url: string, file: string, stopping: AbortSignal): Promise<void> {
  const child = spawn('pg_dump', ['--format=custom', '--no-password', `--file=${file}`], {
    // Every user of the machine can read a process's arguments, but not its environment.
    env: { ...process.env, ...environmentOf(url) },
    stdio: ['ignore', 'ignore', 'pipe'],
    signal: stopping,
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-2_000);
  });
  const [code] = await once(child, 'close').catch((error: unknown) => {
    throw isMissing(error) ? new Error(NOT_INSTALLED) : error;
  });
  if (code !== 0) throw new Error(`The database ${databaseName(url)} was not backed up. ${REMEDY}\n${said.trim()}`);
}

function environmentOf(url: string): Record<string, string> {
  const { host, port, user = '', password, database = '' } = new pg.Client(connectionOptions(url));
  const given = new URL(url).searchParams;
  const options = Object.entries(OPTIONS).flatMap(([name, variable]) => {
    const value = given.get(name);
    // `no-verify` is known only to the shop's own driver.
    return value === null ? [] : [[variable, value === 'no-verify' ? 'require' : value]];
  });
  return {
    ...{ PGHOST: host, PGPORT: String(port), PGUSER: user, PGDATABASE: database, PGCONNECT_TIMEOUT: '10' },
    ...(password && { PGPASSWORD: password }),
    ...Object.fromEntries(options),
  };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && Reflect.get(error, 'code') === 'ENOENT';
}
