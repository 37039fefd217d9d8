import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as letOthersRun } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { now } from '../clock';
import { migrate } from '../sqlite/migrate';
import { openShopDatabase, type ShopDatabase, type Tx } from './client';

let folder: string;
let url: string;
let shop: ShopDatabase;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shop-db-'));
  url = `file:${join(folder, 'shop.db')}`;
  migrate(url, 'prisma/shop/migrations');
  shop = openShopDatabase(url);
});

afterEach(async () => {
  await shop.close();
  rmSync(folder, { recursive: true, force: true });
});

const note = (tx: Tx, key: string) =>
  tx.outbox.create({ data: { key, kind: 'test', subjectId: key, createdAt: now() } });

async function storedKeys(): Promise<string[]> {
  const rows = await shop.read.outbox.findMany({ select: { key: true } });
  return rows.map(({ key }) => key).sort();
}

// These tests were seen to fail: with plain calls in the place of transactions (`write: (run) => run(writer)` in
// lib/sqlite/database.ts) the first two and that of two processes, without the write lock at a transaction's start that
// of two processes. What shares a transaction: write-queue.test.ts.
describe('writing from many places of one process', () => {
  it('loses no acknowledged write to a neighbour’s rollback, and keeps nothing of what failed', async () => {
    const tasks = Array.from({ length: 60 }, (_, index) => ({
      key: `task-${String(index).padStart(3, '0')}`,
      fails: index % 3 === 1,
    }));
    const outcomes = await Promise.allSettled(
      tasks.map(({ key, fails }) =>
        shop.write(async (tx) => {
          await note(tx, key);
          await letOthersRun();
          if (fails) throw new Error(`${key} changed its mind`);
          await note(tx, `${key} again`);
        }),
      ),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(tasks.map(({ fails }) => (fails ? 'rejected' : 'fulfilled')));
    expect(await storedKeys()).toEqual(tasks.filter(({ fails }) => !fails).flatMap(({ key }) => [key, `${key} again`]));
  });

  it('lets nobody come between a read and the write that follows from it', async () => {
    await startCountingAt0();
    await Promise.all(Array.from({ length: 25 }, () => shop.write(increase)));
    expect(await counted()).toBe(25);
  });

  it('reads what was committed, without waiting, while a write is under way', async () => {
    let finish = () => {};
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let written = () => {};
    const underWay = new Promise<void>((resolve) => {
      written = resolve;
    });
    const writing = shop.write(async (tx) => {
      await note(tx, 'not yet committed');
      written();
      await finished;
    });
    await underWay;
    expect(await storedKeys()).toEqual([]);
    finish();
    await writing;
    expect(await storedKeys()).toEqual(['not yet committed']);
  });
});

async function increase(tx: Tx) {
  const row = await tx.orderNumber.findUniqueOrThrow({ where: { id: 1 } });
  await letOthersRun();
  await tx.orderNumber.update({ where: { id: 1 }, data: { next: row.next + 1 } });
}

describe('writing from two processes', () => {
  it('loses nothing, and lets neither come between a read and the write of the other', async () => {
    await startCountingAt0();
    const second = startSecondWriter(25);
    await second.hasSaid('ready');
    await Promise.all(Array.from({ length: 25 }, () => shop.write(increase)));
    const finalCode = await second.ended;
    expect(finalCode).toBe(0);
    expect(second.lines()).toHaveLength(26);
    expect(await counted()).toBe(50);
    expect(await storedKeys()).toHaveLength(25);
  });

  it('keeps every acknowledged write of a process that is killed, and nothing half written', async () => {
    await startCountingAt0();
    const second = startSecondWriter(100_000);
    await second.hasSaid('second-15');
    second.child.kill('SIGKILL');
    await second.ended;
    const acknowledged = second.lines().slice(1);
    const stored = await storedKeys();
    expect(stored).toEqual(expect.arrayContaining(acknowledged));
    expect(await counted()).toBe(stored.length);
    await shop.write(increase);
    expect(await counted()).toBe(stored.length + 1);
  });
});

function startSecondWriter(times: number) {
  const script = fileURLToPath(new URL('./second-writer.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, url, String(times)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const lines = () => output.slice(0, output.lastIndexOf('\n')).split('\n');
  return {
    child,
    lines,
    ended: once(child, 'close').then(([code]) => code as number | null),
    hasSaid: async (line: string) => {
      while (!lines().includes(line)) await once(child.stdout, 'data');
    },
  };
}

async function startCountingAt0() {
  await shop.write((tx) =>
    tx.orderNumber.upsert({ where: { id: 1 }, create: { id: 1, next: 0 }, update: { next: 0 } }),
  );
}

async function counted() {
  return (await shop.read.orderNumber.findUnique({ where: { id: 1 } }))?.next;
}

describe('the file', () => {
  it('is durable and in WAL mode, on the connection that writes', async () => {
    const [mode, synchronous, foreignKeys] = await shop.write(async (tx) => [
      await tx.$queryRaw`PRAGMA journal_mode`,
      await tx.$queryRaw`PRAGMA synchronous`,
      await tx.$queryRaw`PRAGMA foreign_keys`,
    ]);
    const full = 2n;
    expect(mode).toEqual([{ journal_mode: 'wal' }]);
    expect(synchronous).toEqual([{ synchronous: full }]);
    expect(foreignKeys).toEqual([{ foreign_keys: 1n }]);
  });

  it('refuses a row whose parent does not exist', async () => {
    const orphan = { productSlug: 'none', language: 'en', name: '', summary: '', description: '', imageAlt: '' };
    await expect(shop.write((tx) => tx.productText.create({ data: orphan }))).rejects.toThrow(/foreign key/i);
  });

  it('is made, with its folder, where there is none', async () => {
    const fresh = `file:${join(folder, 'deep', 'down', 'shop.db')}`;
    migrate(fresh, 'prisma/shop/migrations');
    const other = openShopDatabase(fresh);
    expect(await other.read.order.count()).toBe(0);
    await other.close();
  });

  it('that could not be opened is tried again with the next write', async () => {
    const path = join(folder, 'late.db');
    mkdirSync(path);
    const late = openShopDatabase(`file:${path}`);
    await expect(late.write((tx) => note(tx, 'too early'))).rejects.toThrow();
    rmdirSync(path);
    migrate(`file:${path}`, 'prisma/shop/migrations');
    await late.write((tx) => note(tx, 'in time'));
    expect(await late.read.outbox.count()).toBe(1);
    await late.close();
  });

  it('must be a SQLite file', () => {
    expect(() => openShopDatabase('postgresql://localhost/shop')).toThrow('DATABASE_URL must start with "file:"');
  });
});
