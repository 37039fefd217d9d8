import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as letOthersRun } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { now } from '../clock';
import { migrate } from '../sqlite/migrate';
import { bundle } from '../testing/bundle';
import { createPostgresqlDatabase, type TestDatabase } from '../testing/postgresql-database';
import { createSqliteDatabase } from '../testing/sqlite-database';
import { openShopDatabase, type ShopDatabase, type Tx } from './client';

let url: string;
let shop: ShopDatabase;
let remove: () => Promise<void>;

const databases = [
  { system: 'SQLite', create: createSqliteDatabase },
  { system: 'PostgreSQL', create: createPostgresqlDatabase },
];

async function open(create: () => Promise<TestDatabase>) {
  ({ url, remove } = await create());
  shop = openShopDatabase(url);
}

afterEach(async () => {
  await shop.close();
  await remove();
});

const note = (tx: Tx, key: string) =>
  tx.outbox.create({ data: { key, kind: 'test', subjectId: key, createdAt: now() } });

async function storedKeys(): Promise<string[]> {
  const rows = await shop.read.outbox.findMany({ select: { key: true } });
  return rows.map(({ key }) => key).sort();
}

// Each of these tests fails without the mechanism that it covers. Without transactions (`write: (run) => run(writer)` in
// lib/sqlite/database.ts), “keep every acknowledged write”, “do not interleave” and “lose nothing” fail. Without the write
// lock at the start of a transaction, “lose nothing” fails, and on PostgreSQL also “do not interleave”. Shared
// transactions are tested in write-queue.test.ts.
describe.each(databases)('concurrent writes in one process on $system', ({ create }) => {
  beforeEach(() => open(create));

  it('keep every acknowledged write and no part of a failed one', async () => {
    const tasks = Array.from({ length: 60 }, (_, index) => ({
      key: `task-${String(index).padStart(3, '0')}`,
      fails: index % 3 === 1,
    }));
    const outcomes = await Promise.allSettled(
      tasks.map(({ key, fails }) =>
        shop.write(async (tx) => {
          await note(tx, key);
          await letOthersRun();
          if (fails) throw new Error(`${key} failed on purpose`);
          await note(tx, `${key} again`);
        }),
      ),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(tasks.map(({ fails }) => (fails ? 'rejected' : 'fulfilled')));
    expect(await storedKeys()).toEqual(tasks.filter(({ fails }) => !fails).flatMap(({ key }) => [key, `${key} again`]));
  });

  it('do not interleave a read and its write', async () => {
    await startCountingAt0();
    await Promise.all(Array.from({ length: 25 }, () => shop.write(increase)));
    expect(await counted()).toBe(25);
  });

  it('do not block reads of committed data', async () => {
    let finish = () => {};
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let written = () => {};
    const writeStarted = new Promise<void>((resolve) => {
      written = resolve;
    });
    const writing = shop.write(async (tx) => {
      await note(tx, 'not yet committed');
      written();
      await finished;
    });
    await writeStarted;
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

describe.each(databases)('concurrent writes in two processes on $system', ({ create }) => {
  beforeEach(() => open(create));

  it('lose nothing and do not interleave a read and its write', async () => {
    await startCountingAt0();
    const second = await startSecondWriter(25);
    await second.hasPrinted('ready');
    await Promise.all(Array.from({ length: 25 }, () => shop.write(increase)));
    const finalCode = await second.ended;
    expect(finalCode).toBe(0);
    expect(second.lines()).toHaveLength(26);
    expect(await counted()).toBe(50);
    expect(await storedKeys()).toHaveLength(25);
  });

  it('keep every acknowledged write of a killed process, and no partial write', async () => {
    await startCountingAt0();
    const second = await startSecondWriter(100_000);
    await second.hasPrinted('second-15');
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

async function startSecondWriter(times: number) {
  const script = await bundle('lib/testing/second-writer.ts');
  const child = spawn(process.execPath, [script, url, String(times)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const lines = () => output.slice(0, output.lastIndexOf('\n')).split('\n');
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return {
    child,
    lines,
    ended,
    hasPrinted: async (line: string) => {
      const tooSoon = ended.then((code) => {
        throw new Error(`The second writer ended with ${code} before it wrote ${line}.`);
      });
      tooSoon.catch(() => {});
      while (!lines().includes(line)) await Promise.race([once(child.stdout, 'data'), tooSoon]);
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

describe.each(databases)('a write on $system', ({ create }) => {
  beforeEach(() => open(create));
  afterEach(() => void vi.useRealTimers());

  it('is committed as a whole even if its process is suspended for a while', async () => {
    await shop.write((tx) => note(tx, 'connected'));
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    await shop.write(async (tx) => {
      await note(tx, 'before');
      vi.advanceTimersByTime(60_000);
      await note(tx, 'after');
    });
    vi.useRealTimers();
    expect(await storedKeys()).toEqual(['after', 'before', 'connected']);
  });

  it('rejects a row whose parent does not exist', async () => {
    const orphan = { productSlug: 'none', language: 'en', name: '', summary: '', description: '', imageAlt: '' };
    await expect(shop.write((tx) => tx.productText.create({ data: orphan }))).rejects.toThrow(/foreign key/i);
  });
});

describe('the file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'shop-db-'));
    url = `file:${join(folder, 'shop.db')}`;
    migrate(url, 'prisma/shop/migrations');
    shop = openShopDatabase(url);
    remove = async () => rmSync(folder, { recursive: true, force: true });
  });

  it('writes in WAL mode, without SQLite’s own flush at each commit, and with foreign keys', async () => {
    const [mode, synchronous, foreignKeys] = await shop.write(async (tx) => [
      await tx.$queryRaw`PRAGMA journal_mode`,
      await tx.$queryRaw`PRAGMA synchronous`,
      await tx.$queryRaw`PRAGMA foreign_keys`,
    ]);
    const normal = 1n;
    expect(mode).toEqual([{ journal_mode: 'wal' }]);
    expect(synchronous).toEqual([{ synchronous: normal }]);
    expect(foreignKeys).toEqual([{ foreign_keys: 1n }]);
  });

  it('is created with its folder if missing', async () => {
    const fresh = `file:${join(folder, 'deep', 'down', 'shop.db')}`;
    migrate(fresh, 'prisma/shop/migrations');
    const other = openShopDatabase(fresh);
    expect(await other.read.order.count()).toBe(0);
    await other.close();
  });

  it.skipIf(process.platform === 'win32')(
    'becomes readable by its owner only, as do its WAL files, even if others could read it before',
    async () => {
      const path = join(folder, 'open.db');
      migrate(`file:${path}`, 'prisma/shop/migrations');
      const files = [path, `${path}-wal`, `${path}-shm`];
      const before = openShopDatabase(`file:${path}`);
      await before.write((tx) => note(tx, 'any'));
      for (const file of files) chmodSync(file, 0o644);
      const after = openShopDatabase(`file:${path}`);
      expect(files.map((file) => statSync(file).mode & 0o777)).toEqual([0o600, 0o600, 0o600]);
      await Promise.all([before.close(), after.close()]);
    },
  );

  it('is opened by the next write if the first write could not open it', async () => {
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

  it('must be named by a URL that starts with "file:" if the database is not PostgreSQL', () => {
    expect(() => openShopDatabase('mysql://localhost/shop')).toThrow('DATABASE_URL must start with "file:"');
  });
});
