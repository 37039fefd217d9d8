import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as letOthersRun } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { now } from '../clock';
import { isSqliteFailure } from '../sqlite/database-failure';
import { migrate } from '../sqlite/migrate';
import { WriteConnection } from '../sqlite/write-connection';
import { WriteQueue } from '../sqlite/write-queue';
import type { Tx } from './client';
import { PrismaClient } from './generated/client';

let folder: string;
let client: PrismaClient;
let queue: WriteQueue<Tx>;
let transactions: number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'write-queue-'));
  const path = join(folder, 'shop.db');
  migrate(`file:${path}`, 'prisma/shop/migrations');
  const connection = new WriteConnection({ url: path });
  client = new PrismaClient({ adapter: connection });
  await client.$connect();
  transactions = 0;
  queue = new WriteQueue<Tx>(client, {
    beginSavepoint: () => connection.beginSavepoint(),
    releaseSavepoint: () => connection.releaseSavepoint(),
    rollbackSavepoint: () => connection.rollbackSavepoint(),
    transact: (work) => {
      transactions += 1;
      return connection.transact(work);
    },
  });
});
afterEach(async () => {
  await client.$disconnect();
  rmSync(folder, { recursive: true, force: true });
});

const note = (tx: Tx, key: string) =>
  tx.outbox.create({ data: { key, kind: 'test', subjectId: key, createdAt: now() } });

async function storedKeys(): Promise<string[]> {
  const rows = await client.outbox.findMany({ select: { key: true }, orderBy: { id: 'asc' } });
  return rows.map(({ key }) => key);
}

/** Makes `count` concurrent writes. Returns `kept` or the error for each. */
async function writeConcurrently(count: number, write: (tx: Tx, index: number) => Promise<unknown>) {
  const numbers = Array.from({ length: count }, (_, index) => index);
  const ends = await Promise.allSettled(numbers.map((index) => queue.add((tx) => write(tx, index))));
  return ends.map((end) => (end.status === 'fulfilled' ? 'kept' : end.reason));
}

describe('concurrent writes', () => {
  it('share transactions of up to sixteen writes, except the first write, which runs alone', async () => {
    await writeConcurrently(33, (tx, index) => note(tx, String(index)));
    expect(transactions).toBe(3);
    expect(await storedKeys()).toEqual(Array.from({ length: 33 }, (_, index) => String(index)));
  });

  it('keep everything except a write that throws', async () => {
    const ends = await writeConcurrently(9, async (tx, index) => {
      await note(tx, `begun ${index}`);
      if (index % 3 === 2) throw new Error(`no ${index}`);
      await note(tx, `ended ${index}`);
    });
    expect(ends.map((end) => (end === 'kept' ? end : end.message))).toEqual(
      [0, 1, 2, 3, 4, 5, 6, 7, 8].map((index) => (index % 3 === 2 ? `no ${index}` : 'kept')),
    );
    expect(await storedKeys()).toEqual([0, 1, 3, 4, 6, 7].flatMap((index) => [`begun ${index}`, `ended ${index}`]));
  });

  it('keep everything except a write that the database rejects', async () => {
    const ends = await writeConcurrently(4, (tx, index) => note(tx, index === 2 ? '1' : String(index)));
    expect(ends.map((end) => end === 'kept')).toEqual([true, true, false, true]);
    expect(await storedKeys()).toEqual(['0', '1', '3']);
  });

  it('fail together on a full disk, and the next write is accepted', async () => {
    await queue.add((tx) => note(tx, 'before'));
    const [{ page_count: pages }] = await client.$queryRaw<[{ page_count: bigint }]>`PRAGMA page_count`;
    const ends = await writeConcurrently(5, async (tx, index) => {
      if (index === 2) await tx.$queryRawUnsafe(`PRAGMA max_page_count = ${pages}`);
      await note(tx, index < 2 ? String(index) : `${'x'.repeat(30_000)}${index}`);
    });
    expect(ends[0]).toBe('kept');
    expect(ends.slice(1).every(isSqliteFailure)).toBe(true);
    expect(await storedKeys()).toEqual(['before', '0']);
    await queue.add(async (tx) => {
      await tx.$queryRawUnsafe('PRAGMA max_page_count = 1000000');
      await note(tx, 'after');
    });
    expect(await storedKeys()).toEqual(['before', '0', 'after']);
  });

  it('run in the async context of their callers', async () => {
    const caller = new AsyncLocalStorage<number>();
    const ask = (index: number) => caller.run(index, () => queue.add(async () => caller.getStore()));
    expect(await Promise.all([0, 1, 2, 3].map(ask))).toEqual([0, 1, 2, 3]);
  });
});

const text = { language: 'en', name: '', summary: '', description: '', imageAlt: '' };
/** An operation of several statements. */
const addProduct = (tx: Tx, slug: string, languages: string[]) =>
  tx.product.create({
    data: {
      ...{ slug, price: 1_000, currency: 'SEK', vatRate: 2_500, position: 0, image: '', stock: 0 },
      category: { connectOrCreate: { where: { slug: 'any' }, create: { slug: 'any', position: 0 } } },
      texts: { create: languages.map((language) => ({ ...text, language })) },
    },
  });

/** The second of these operations fails, and the third takes longer. */
const failWhileRunning = (tx: Tx) =>
  Promise.all([note(tx, 'same'), note(tx, 'same'), addProduct(tx, 'late', ['en', 'sv'])]);

describe('a write that fails', () => {
  it('keeps nothing of operations that were still running', async () => {
    const fails = queue.add(failWhileRunning);
    const next = queue.add((tx) => note(tx, 'next'));
    await expect(fails).rejects.toThrow('Unique constraint');
    await next;
    expect(await storedKeys()).toEqual(['next']);
    expect(await client.product.count()).toBe(0);
  });

  it('keeps nothing of them within a shared transaction either', async () => {
    const ends = await writeConcurrently(4, (tx, index) =>
      index === 2 ? failWhileRunning(tx) : note(tx, String(index)),
    );
    expect(ends.map((end) => end === 'kept')).toEqual([true, true, false, true]);
    expect(await storedKeys()).toEqual(['0', '1', '3']);
    expect(await client.product.count()).toBe(0);
  });

  it('cannot be continued later', async () => {
    let kept: Tx | undefined;
    await queue.add(async (tx) => {
      kept = tx;
    });
    expect(() => kept && note(kept, 'too late')).toThrow('revoked');
  });

  it('stores nothing after its end', async () => {
    let later: Promise<unknown> | undefined;
    await queue.add(async (tx) => {
      const operation = note(tx, 'too late');
      later = letOthersRun().then(() => operation);
    });
    await expect(later).rejects.toThrow('No transaction is open');
    expect(await storedKeys()).toEqual([]);
  });

  it('stores nothing after SQLite has rolled back by itself', async () => {
    const write = queue.add(async (tx) => {
      await tx.$executeRawUnsafe('ROLLBACK;');
      await note(tx, 'later');
    });
    await expect(write).rejects.toThrow('No transaction is open');
    expect(await storedKeys()).toEqual([]);
  });
});

describe('an operation of several statements', () => {
  const products = async () => {
    const rows = await client.product.findMany({ select: { slug: true, _count: true } });
    return rows.map(({ slug, _count }) => [slug, _count.texts]);
  };

  it('is stored whole with its write, or not at all', async () => {
    const failing = queue.add(async (tx) => {
      await addProduct(tx, 'rolled-back', ['en']);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await queue.add((tx) => addProduct(tx, 'stored', ['en', 'sv']));
    expect(await products()).toEqual([['stored', 2]]);
  });

  const ignoreFailure = (tx: Tx) => addProduct(tx, 'refused', ['en', 'en']).catch(() => {});

  it('makes its write fail, even if the write catches the error', async () => {
    await expect(queue.add(ignoreFailure)).rejects.toThrow('cannot be stored');
    const goesOn = queue.add(async (tx) => {
      await ignoreFailure(tx);
      await note(tx, 'more');
    });
    await expect(goesOn).rejects.toThrow('cannot be stored');
    await queue.add((tx) => addProduct(tx, 'stored', ['en']));
    expect(await products()).toEqual([['stored', 1]]);
    expect(await storedKeys()).toEqual([]);
  });

  it('fails only its own write among several', async () => {
    const ends = await writeConcurrently(4, (tx, index) => (index === 2 ? ignoreFailure(tx) : note(tx, String(index))));
    expect(ends.map((end) => end === 'kept')).toEqual([true, true, false, true]);
    expect(await storedKeys()).toEqual(['0', '1', '3']);
    expect(await products()).toEqual([]);
  });
});
