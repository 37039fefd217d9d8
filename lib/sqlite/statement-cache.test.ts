import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cacheStatements } from './statement-cache';

let folder: string;
let client: SQLite.Database;
let other: SQLite.Database;
let prepare: ReturnType<typeof vi.spyOn>;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'statements-'));
  const path = join(folder, 'jars.db');
  [client, other] = [new SQLite(path), new SQLite(path)];
  client.exec('CREATE TABLE Jar (id INTEGER PRIMARY KEY, lid TEXT UNIQUE)');
  prepare = vi.spyOn(client, 'prepare');
  cacheStatements(client);
});
afterEach(() => {
  client.close();
  other.close();
  rmSync(folder, { recursive: true });
});

const INSERT = 'INSERT INTO Jar (id, lid) VALUES (?, ?) RETURNING id, lid';
/** Runs a statement as Prisma's adapter does. */
const all = (sql: string, ...values: unknown[]) => client.prepare(sql).bind(values).raw().all();

describe('a cached statement', () => {
  it('is prepared once, and returns the rows of its own values', () => {
    expect([1, 2, 3].map((id) => all(INSERT, id, `lid ${id}`))).toEqual([1, 2, 3].map((id) => [[id, `lid ${id}`]]));
    expect(prepare).toHaveBeenCalledTimes(1);
    expect(client.prepare(INSERT).columns()).toMatchObject([{ name: 'id', type: 'INTEGER' }, { name: 'lid' }]);
  });

  it('may begin with a line break', () => {
    for (const id of [1, 2]) all(`\n  ${INSERT}`, id, `lid ${id}`);
    expect(prepare).toHaveBeenCalledTimes(1);
  });

  it('keeps its own values if another execution is prepared before it runs', () => {
    const [one, two] = [1, 2].map((id) => client.prepare(INSERT).bind([id, null]));
    expect(two?.raw().all()).toEqual([[2, null]]);
    expect(one?.raw().all()).toEqual([[1, null]]);
  });

  it('works after it has failed', () => {
    all(INSERT, 1, 'same');
    expect(() => all(INSERT, 2, 'same')).toThrow('UNIQUE constraint failed');
    expect(all(INSERT, 2, 'other')).toEqual([[2, 'other']]);
  });

  it('refuses too few values, also if it had all of them before', () => {
    all(INSERT, 1, 'lid');
    expect(() => all(INSERT, 2)).toThrow('Too few parameter values');
  });

  it('works after another connection has changed the table', () => {
    all(INSERT, 1, 'lid');
    other.exec('ALTER TABLE Jar ADD COLUMN size INTEGER NOT NULL DEFAULT 3');
    expect(all(INSERT, 2, 'other')).toEqual([[2, 'other']]);
  });

  it('runs transactions', () => {
    const run = (sql: string) => client.prepare(sql).run();
    for (const end of ['ROLLBACK', 'COMMIT', 'ROLLBACK']) {
      run('BEGIN');
      all(INSERT, null, end);
      run(end);
    }
    expect(all('SELECT lid FROM Jar')).toEqual([['COMMIT']]);
  });
});

describe('the cache', () => {
  it('forgets the least recently used statements', () => {
    for (let n = 0; n < 400; n += 1) {
      all(`SELECT ${n}`);
      all('SELECT count(*) FROM Jar');
    }
    expect(prepare).toHaveBeenCalledTimes(401);
    all('SELECT 399');
    expect(prepare).toHaveBeenCalledTimes(401);
    all('SELECT 0');
    expect(prepare).toHaveBeenCalledTimes(402);
  });

  it('keeps neither PRAGMA nor long statements', () => {
    for (const sql of ['PRAGMA page_count', `SELECT 1 -- ${'x'.repeat(20_000)}`]) {
      prepare.mockClear();
      for (let n = 0; n < 2; n += 1) client.prepare(sql).raw().all();
      expect(prepare).toHaveBeenCalledTimes(2);
    }
  });
});
