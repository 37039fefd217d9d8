import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

export type Pgbouncer = { readonly url: string; stop(): Promise<void> };

/** Starts PgBouncer in transaction mode in front of the database of `target`, to which it opens three connections. */
export async function startPgbouncer(program: string, target: string): Promise<Pgbouncer> {
  const folder = mkdtempSync(join(tmpdir(), 'pgbouncer-'));
  chmodSync(folder, 0o755);
  const { hostname, port, pathname, username, password } = new URL(target);
  const own = await freePort();
  const quoted = decodeURIComponent(password).replaceAll("'", "''");
  writeFileSync(
    join(folder, 'pgbouncer.ini'),
    `[databases]
shop = host=${hostname} port=${port} dbname=${pathname.slice(1)} user=${username} password='${quoted}'
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${own}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 3
max_client_conn = 100
`,
  );
  // PgBouncer refuses to run as root.
  const user = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
  const bouncer = spawn(program, [...user, join(folder, 'pgbouncer.ini')], { stdio: 'ignore' });
  const ended = once(bouncer, 'exit');
  const stop = async () => {
    bouncer.kill('SIGINT');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const url = `postgresql://shop@127.0.0.1:${own}/shop`;
  for (const until = performance.now() + 30_000; !(await accepts(url)); await pause(20)) {
    if (bouncer.exitCode === null && bouncer.signalCode === null && performance.now() < until) continue;
    await stop();
    throw new Error('PgBouncer did not start.');
  }
  return { url, stop };
}

async function accepts(url: string): Promise<boolean> {
  const client = new pg.Client(url);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}
