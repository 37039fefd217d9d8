import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isBusy } from '../sqlite/database-failure';
import { migrate } from '../sqlite/migrate';
import { openShopDatabase, type ShopDatabase, type Tx } from './client';
import { isDatabaseFailure } from './database-failure';

let folder: string;
let shop: ShopDatabase;
let other: InstanceType<typeof Database>;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shop-busy-'));
  migrate(`file:${join(folder, 'shop.db')}`, 'prisma/shop/migrations');
  shop = openShopDatabase(`file:${join(folder, 'shop.db')}`);
  other = new Database(join(folder, 'shop.db'));
});
afterEach(async () => {
  other.close();
  await shop.close();
  rmSync(folder, { recursive: true, force: true });
});

const note = (tx: Tx, id: string) => tx.endedSession.create({ data: { id, expiresAt: new Date(0) } });
const reasonOf = (work: Promise<unknown>) => work.then(() => null).catch((error: unknown) => error);

describe('a database locked by another program', () => {
  it('delays writes while reads and timers continue', async () => {
    other.exec('BEGIN IMMEDIATE');
    let calls = 0;
    const writing = shop.write((tx) => {
      calls += 1;
      return note(tx, 'late');
    });
    // If SQLite had blocked the event loop, this line would run after the lock was released.
    await pause(50);
    expect(calls).toBe(0);
    expect(await shop.read.endedSession.count()).toBe(0);
    other.exec('ROLLBACK');
    await writing;
    expect(calls).toBe(1);
    expect(await shop.read.endedSession.count()).toBe(1);
  });

  it('fails each write five seconds after its call, however many wait', async () => {
    await shop.write((tx) => note(tx, 'first'));
    other.exec('BEGIN IMMEDIATE');
    const started = performance.now();
    const errors = await Promise.all(['a', 'b', 'c'].map((id) => reasonOf(shop.write((tx) => note(tx, id)))));
    expect(performance.now() - started).toBeLessThan(8_000);
    expect(errors.every((error) => isBusy(error) && isDatabaseFailure(error))).toBe(true);
    other.exec('ROLLBACK');
    await shop.write((tx) => note(tx, 'last'));
    expect(await shop.read.endedSession.count()).toBe(2);
  });
});

describe('a full disk', () => {
  it('fails the write as a database failure, keeps nothing of it, and accepts the next', async () => {
    await shop.write((tx) => note(tx, 'first'));
    const { pages } = other.prepare('SELECT page_count AS pages FROM pragma_page_count').get() as { pages: number };
    const error = await reasonOf(
      shop.write(async (tx) => {
        await tx.$queryRawUnsafe(`PRAGMA max_page_count = ${pages}`);
        for (let index = 0; index < 50; index++) await note(tx, `${'x'.repeat(3_000)}${index}`);
      }),
    );
    expect(isDatabaseFailure(error)).toBe(true);
    expect(isBusy(error)).toBe(false);
    expect(await shop.read.endedSession.count()).toBe(1);
    await shop.write(async (tx) => {
      await tx.$queryRawUnsafe('PRAGMA max_page_count = 1000000');
      await note(tx, 'second');
    });
    expect(await shop.read.endedSession.count()).toBe(2);
  });
});

it('distinguishes other errors from database failures', async () => {
  await shop.write((tx) => note(tx, 'once'));
  const twice = await reasonOf(shop.write((tx) => note(tx, 'once')));
  expect(twice).toBeInstanceOf(Error);
  expect(isDatabaseFailure(twice)).toBe(false);
  expect(isDatabaseFailure(new Error('another'))).toBe(false);
  expect(isDatabaseFailure(null)).toBe(false);
});
