import { statSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { now } from '../clock';
import type { Tx } from '../db/client';
import { PrismaClient } from '../db/generated/client';
import { createSqliteDatabase } from '../testing/sqlite-database';
import { type Database, openDatabase } from './database';
import { sqlitePath } from './sqlite-path';

let path: string;
let remove: () => Promise<void>;
let database: Database<PrismaClient, Tx>;
let clients: PrismaClient[];

beforeEach(async () => {
  clients = [];
  const created = await createSqliteDatabase();
  remove = created.remove;
  path = sqlitePath(created.url);
  database = openDatabase(created.url, (adapter) => {
    const client = new PrismaClient({ adapter });
    clients.push(client);
    return client;
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await database.close();
  await remove();
});

const note = (tx: Tx, key: string) =>
  tx.outbox.create({ data: { key, kind: 'test', subjectId: key, createdAt: now() } });

/** Watches the flushes of all files. */
async function watchFlushes() {
  const file = await open(import.meta.filename);
  await file.close();
  const prototype: FileHandle = Object.getPrototypeOf(file);
  return vi.spyOn(prototype, 'datasync');
}

// Prisma closes its connection after some of its own errors, and opens another one at the next statement.
it.each([false, true])('goes on after Prisma has closed the connection (opened again: %s)', async (isOpen) => {
  await database.write((tx) => note(tx, 'before'));
  for (const client of clients) await client.$disconnect();
  if (isOpen) for (const client of clients) await client.$connect();
  const flushes = await watchFlushes();
  await database.write((tx) => note(tx, 'after'));
  const flushed = await (flushes.mock.contexts[0] as FileHandle).stat();
  expect(flushed.ino).toBe(statSync(`${path}-wal`).ino);
  const settings = await database.write((tx) => tx.$queryRawUnsafe('PRAGMA synchronous'));
  expect(settings).toEqual([{ synchronous: 1n }]);
  expect(await database.read.outbox.count()).toBe(2);
});
