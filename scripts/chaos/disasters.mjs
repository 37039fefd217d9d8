// What befalls the machine. Each returns when it is over; null means that this machine cannot have it.
import { spawnSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';

/** Why a disaster cannot be brought about here; null when it can. */
export function whyNot(kind) {
  if (kind !== 'disk full') return null;
  if (process.platform !== 'linux') return 'only Linux can forbid a running process to write';
  return spawnSync('prlimit', ['--version']).status === 0 ? null : 'prlimit (util-linux) is not installed';
}

export async function strike({ kind, waitMs, lastsMs }, { servers, seqr }) {
  await pause(waitMs);
  const { shop, seqr: sandbox, shopDb } = servers;
  switch (kind) {
    case 'kill -9 of the shop':
      return shop.kill(lastsMs / 3);
    case 'kill -9 of SEQR':
      return sandbox.kill(lastsMs / 3);
    case 'SEQR down':
      return sandbox.during(async () => {
        const { data } = await seqr.fault({ kind: 'down' });
        await pause(lastsMs);
        await seqr.endFault(data.id);
      });
    case 'database locked':
      return shop.during(() => lockDatabase(shopDb, lastsMs));
    case 'disk full':
      return shop.during(() => fillDisk(shop.pid(), lastsMs));
    default:
      throw new Error(`there is no disaster named ${kind}`);
  }
}

/** Another program holds SQLite's write lock. */
async function lockDatabase(path, lastsMs) {
  const other = new Database(path, { timeout: 5000 });
  try {
    other.exec('BEGIN IMMEDIATE');
    await pause(lastsMs);
    other.exec('ROLLBACK');
  } finally {
    other.close();
  }
}

/**
 * The kernel refuses the shop every write to a file, as a full disk does (EFBIG in ENOSPC's place). Filling a real disk
 * would need one of its own, and the right to mount it.
 */
async function fillDisk(pid, lastsMs) {
  limit(pid, '1:unlimited');
  await pause(lastsMs);
  limit(pid, 'unlimited:unlimited');
}

function limit(pid, size) {
  const { status, stderr } = spawnSync('prlimit', ['--pid', String(pid), `--fsize=${size}`]);
  if (status !== 0) throw new Error(`prlimit: ${stderr}`);
}
