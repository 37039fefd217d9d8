import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openShopDatabase, type ShopDatabase } from '../db/client';
import { migrate } from '../sqlite/migrate';
import { WriteProbe } from './write-probe';

describe('WriteProbe', () => {
  let folder: string;
  let other: InstanceType<typeof Database>;
  let database: ShopDatabase;
  let probe: WriteProbe;
  let impatient: WriteProbe;
  let writes: Promise<unknown>[];
  let skippedMs = 0;
  let isReadOnly = false;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'write-probe-'));
    const path = join(folder, 'a.db');
    migrate(`file:${path}`, 'prisma/shop/migrations');
    database = openShopDatabase(`file:${path}`);
    other = new Database(path);
    writes = [];
    const write: typeof database.write = (run) => {
      const written = database.write(async (tx) => {
        if (isReadOnly) await tx.$queryRawUnsafe('PRAGMA query_only = 1');
        return run(tx).finally(() => tx.$queryRawUnsafe('PRAGMA query_only = 0'));
      });
      writes.push(written.catch(() => {}));
      return written;
    };
    probe = new WriteProbe({ ...database, write }, 10_000);
    impatient = new WriteProbe({ ...database, write }, 10);
    skippedMs = 0;
    isReadOnly = false;
    const real = performance.now.bind(performance);
    vi.spyOn(performance, 'now').mockImplementation(() => real() + skippedMs);
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    other.close();
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Skips five seconds and returns the result of a new probe. */
  const nextState = () => {
    skippedMs += 5_000;
    return probe.state();
  };
  /** Lets the first write of `impatient` succeed. */
  const started = async () => {
    await impatient.state();
    await Promise.all(writes);
  };
  const pragma = (text: string) => database.write((tx) => tx.$queryRawUnsafe(`PRAGMA ${text}`));

  it('writes at most once per five seconds for any number of callers', async () => {
    expect(await Promise.all(Array.from({ length: 20 }, () => probe.state()))).toEqual(Array(20).fill('ok'));
    expect(await probe.state()).toBe('ok');
    expect(writes).toHaveLength(1);
    expect(other.prepare('SELECT id, length(filler) AS bytes FROM "WriteProbe"').all()).toEqual([
      { id: 1, bytes: 128 * 1024 },
    ]);
    expect(await nextState()).toBe('ok');
    expect(writes).toHaveLength(2);
  });

  it('reports ok while a lock has lasted less than five seconds, without waiting for it', async () => {
    await started();
    other.exec('BEGIN IMMEDIATE');
    skippedMs += 5_000;
    expect(await impatient.state()).toBe('ok');
    skippedMs += 4_000;
    expect(await impatient.state()).toBe('ok');
    other.exec('ROLLBACK');
    await Promise.all(writes);
    expect(writes).toHaveLength(2);
    expect(await impatient.state()).toBe('ok');
  });

  it('does not report ok before the first write has succeeded', async () => {
    other.exec('BEGIN IMMEDIATE');
    expect(await impatient.state()).toBe('failing');
    other.exec('ROLLBACK');
    await Promise.all(writes);
    expect(await impatient.state()).toBe('ok');
  });

  it('reports a lock that makes two probes fail, until the next write succeeds', async () => {
    await started();
    other.exec('BEGIN IMMEDIATE');
    const states = [];
    for (let round = 0; round < 2; round++) {
      skippedMs += 5_000;
      states.push(await impatient.state());
      skippedMs += 6_000;
      await Promise.all(writes);
    }
    states.push(await impatient.state());
    other.exec('ROLLBACK');
    await Promise.all(writes);
    states.push(await impatient.state());
    expect(states).toEqual(['ok', 'ok', 'locked', 'ok']);
    expect(writes).toHaveLength(4);
  });

  it('reports a full disk at the first probe, until there is space', async () => {
    const pages = other.pragma('page_count', { simple: true });
    await pragma(`max_page_count = ${pages}`);
    expect(await nextState()).toBe('full');
    await pragma('max_page_count = 1000000');
    expect(await nextState()).toBe('ok');
  });

  it('reports a read-only connection at the first probe, until it may write', async () => {
    isReadOnly = true;
    expect(await nextState()).toBe('read-only');
    isReadOnly = false;
    expect(await nextState()).toBe('ok');
  });

  it('reports any other failure once two probes have failed', async () => {
    await probe.state();
    other.exec('DROP TABLE "WriteProbe"');
    expect([await nextState(), await nextState()]).toEqual(['ok', 'failing']);
  });
});
