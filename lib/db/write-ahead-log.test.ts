import { statSync, symlinkSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { setImmediate as letOthersRun } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it, type MockInstance, vi } from 'vitest';
import { now } from '../clock';
import { sqlitePath } from '../sqlite/sqlite-path';
import { NotOnDisk } from '../sqlite/write-ahead-log';
import { createSqliteDatabase } from '../testing/sqlite-database';
import { openShopDatabase, type ShopDatabase } from './client';
import { isDatabaseFailure } from './database-failure';

type Flush = () => Promise<void>;

let shop: ShopDatabase;
let path: string;
let remove: () => Promise<void>;
let flush: MockInstance<Flush>;

beforeEach(async () => {
  const database = await createSqliteDatabase();
  remove = database.remove;
  path = sqlitePath(database.url);
  shop = openShopDatabase(database.url);
  flush = vi.spyOn(await fileHandles(), 'datasync');
});
afterEach(async () => {
  vi.restoreAllMocks();
  await shop.close();
  await remove();
});

/** The prototype of all open files, which Node does not export. */
async function fileHandles(): Promise<{ datasync: Flush }> {
  const file = await open(import.meta.filename);
  await file.close();
  return Object.getPrototypeOf(file);
}

const note = (key: string) =>
  shop.write((tx) => tx.outbox.create({ data: { key, kind: 'test', subjectId: key, createdAt: now() } }));
const stored = async () => (await shop.read.outbox.findMany()).map(({ key }) => key);

it('acknowledges a write only when its commit is on the disk, without blocking the process', async () => {
  let disk = () => {};
  flush.mockReturnValueOnce(new Promise<void>((resolve) => (disk = resolve)));
  let acknowledged = false;
  const write = note('one').then(() => {
    acknowledged = true;
  });
  while (flush.mock.calls.length === 0) await letOthersRun();
  expect(await stored()).toEqual(['one']);
  expect(acknowledged).toBe(false);
  disk();
  await write;
});

it.skipIf(process.platform === 'win32')('finds the log of a database that is named by a link', async () => {
  const link = `${path}-link`;
  symlinkSync(path, link);
  const linked = openShopDatabase(`file:${link}`);
  await linked.write(async (tx) => {
    await tx.outbox.create({ data: { key: 'one', kind: 'test', subjectId: 'one', createdAt: now() } });
  });
  await linked.close();
  expect([await stored(), flush.mock.calls.length]).toEqual([['one'], 1]);
});

it('flushes once for all writes that waited for the disk', async () => {
  await Promise.all(['one', 'two', 'three', 'four'].map(note));
  // The first write starts alone, and the others wait for its flush.
  expect(flush).toHaveBeenCalledTimes(2);
});

it('flushes after a write that changes nothing, because another process may have committed what it read', async () => {
  await shop.write((tx) => tx.outbox.updateMany({ where: { key: 'none' }, data: { failure: 'x' } }));
  expect(flush).toHaveBeenCalledTimes(1);
});

it('writes only after other programs have stopped reading the old log, so that it can be emptied first', async () => {
  flush.mockRejectedValueOnce(new Error('EIO'));
  await expect(note('one')).rejects.toBeInstanceOf(NotOnDisk);
  const other = new Database(path);
  other.exec('BEGIN');
  other.prepare('SELECT count(*) FROM Outbox').get();
  const restarted = openShopDatabase(`file:${path}`);
  let written = false;
  const write = restarted.write(async () => {
    written = true;
  });
  for (let turn = 0; turn < 50; turn++) await letOthersRun();
  expect(written).toBe(false);
  other.close();
  await write;
  expect(statSync(`${path}-wal`).size).toBe(0);
  await restarted.close();
});

it('puts into the database file what an earlier process committed but may not have flushed', async () => {
  flush.mockRejectedValueOnce(new Error('EIO'));
  await expect(note('one')).rejects.toBeInstanceOf(NotOnDisk);
  expect(statSync(`${path}-wal`).size).toBeGreaterThan(0);
  const restarted = openShopDatabase(`file:${path}`);
  await restarted.write(async () => {});
  expect(statSync(`${path}-wal`).size).toBe(0);
  expect(await restarted.read.outbox.count()).toBe(1);
  await restarted.close();
});

it('refuses a write that cannot be flushed, and all later ones until the process restarts', async () => {
  const cause = Object.assign(new Error('EIO: i/o error, fdatasync'), { code: 'EIO' });
  flush.mockRejectedValueOnce(cause);
  const error = await note('one').catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(NotOnDisk);
  expect(error).toMatchObject({ message: expect.stringMatching(/-wal .*restart/), cause });
  expect(isDatabaseFailure(error)).toBe(true);
  expect(shop.writeFailure(error)).toBe('failing');

  await expect(note('two')).rejects.toBe(error);
  expect(await stored()).toEqual(['one']);
});
