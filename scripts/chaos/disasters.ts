// Failures of the machine. `strike` resolves when the failure is over.
import { spawnSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { LISTENER_NAME } from '../../lib/postgresql/listener';
import type { ShopDatabase } from './database';
import type { Disaster } from './plan';
import type { Server } from './server';
import type { World } from './world';

/** Why this machine cannot produce a disaster; null if it can. */
export function whyNot(kind: Disaster['kind']): string | null {
  if (kind !== 'disk full') return null;
  if (process.platform !== 'linux') return 'only Linux can forbid a running process to write';
  return spawnSync('prlimit', ['--version']).status === 0 ? null : 'prlimit (util-linux) is not installed';
}

/** Resolves to the disaster's name, which includes the name of the web process that was killed. */
export async function strike(disaster: Disaster, world: World): Promise<string> {
  const { kind, waitMs } = disaster;
  await pause(waitMs);
  // The web processes take turns.
  const [web] = world.servers.shop.webs.toSorted((a, b) => a.outages.length - b.outages.length);
  await begin(disaster, world, web);
  return kind === 'kill -9 of a web process' && web ? `kill -9 of ${web.name}` : kind;
}

async function begin({ kind, lastsMs }: Disaster, { servers, seqr, books }: World, web?: Server): Promise<void> {
  const { shop, seqr: sandbox, database, postgresql } = servers;
  switch (kind) {
    case 'kill -9 of a web process':
      return web?.kill(lastsMs / 3);
    case 'kill -9 of the worker':
      return shop.worker.kill(lastsMs / 3);
    case 'kill -9 of SEQR':
      return sandbox.kill(lastsMs / 3);
    case 'restart of PostgreSQL':
      return database.during(async () => postgresql?.restart());
    case 'crash of PostgreSQL':
      return database.during(async () => postgresql?.restart('SIGQUIT'));
    case 'listeners cut':
      return cutListeners(books.shop);
    case 'SEQR down':
      return sandbox.during(async () => {
        const { data } = await seqr.fault({ kind: 'down' });
        await pause(lastsMs);
        await seqr.endFault(data.id);
      });
    case 'database locked':
      return database.during(() => books.shop.lock(lastsMs));
    case 'disk full':
      return database.during(() => fillDisk(web?.pid(), lastsMs));
  }
}

/**
 * Ends the connections on which the web processes listen for changes. Waits until there is one, because a restarted
 * process needs a moment to connect.
 */
async function cutListeners(database: ShopDatabase): Promise<void> {
  const cut = 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = ?';
  while ((await database.rows(cut, LISTENER_NAME)).length === 0) await pause(50);
}

/**
 * Makes every file write of the shop fail, as a full disk does (with EFBIG instead of ENOSPC). Filling a real disk
 * would need a separate one and permission to mount it.
 */
async function fillDisk(pid: number | undefined, lastsMs: number): Promise<void> {
  limit(pid, '1:unlimited');
  await pause(lastsMs);
  limit(pid, 'unlimited:unlimited');
}

function limit(pid: number | undefined, size: string): void {
  const { status, stderr } = spawnSync('prlimit', ['--pid', String(pid), `--fsize=${size}`]);
  if (status !== 0) throw new Error(`prlimit: ${stderr}`);
}
