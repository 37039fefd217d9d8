import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { now } from '../clock';
import { db, type Tx } from '../db/client';
import { openShopDatabase } from '../testing/shop-database';
import { SharedCommits } from './shared-commits';

let close: () => Promise<void>;

beforeAll(async () => {
  close = await openShopDatabase();
});
afterAll(() => close());
afterEach(async () => {
  await db().write((tx) => tx.outbox.deleteMany());
});

const insert = (id: number) => async (tx: Tx) => {
  await tx.outbox.create({ data: { id, key: `${id}`, kind: 'test', subjectId: 'a', createdAt: now() } });
  return id !== 2;
};
const fail = () => Promise.reject(new Error('invalid'));
const ids = async () => (await db().read.outbox.findMany({ orderBy: { id: 'asc' } })).map(({ id }) => id);

it('an urgent write takes along what waits, and each gets its own result', async () => {
  const commits = new SharedCommits();
  const write = vi.spyOn(db(), 'write');
  const later = commits.write(insert(1), ['a'], false);
  const urgent = [commits.write(insert(2), ['b'], true), commits.write(insert(3), ['c'], true)];
  expect(await Promise.all([later, ...urgent])).toEqual([true, false, true]);
  expect(write.mock.calls.map(([, scopes]) => scopes)).toEqual([['a', 'b', 'c']]);
  write.mockRestore();
});

it('an urgent write waits for a preparation, and for the writes that it adds', async () => {
  const commits = new SharedCommits();
  const write = vi.spyOn(db(), 'write');
  const results: Promise<boolean>[] = [];
  await Promise.all([
    commits.prepare(async () => results.push(commits.write(insert(1), ['a'], true))),
    commits.prepare(async () => {
      await nextTurn();
      results.push(commits.write(insert(3), ['b'], true));
    }),
  ]);
  await Promise.all(results);
  expect(write).toHaveBeenCalledOnce();
  write.mockRestore();
});

it('writes after a tenth of a second what nothing takes along, also during a preparation', async () => {
  const commits = new SharedCommits();
  await commits.prepare(() => commits.write(insert(1), ['a'], true));
  await commits.write(insert(3), ['b'], false);
  expect(await ids()).toEqual([1, 3]);
});

it('an invalid write fails alone', async () => {
  const commits = new SharedCommits();
  const writes = [insert(1), fail, insert(3)].map((run) => commits.write(run, ['a'], true));
  const ends = await Promise.allSettled(writes);
  expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await ids()).toEqual([1, 3]);
});

it('resolves a commit only after those that have already begun', async () => {
  const commits = new SharedCommits();
  let isWritten = false;
  const begun = commits.write(insert(1), ['a'], true).then(() => {
    isWritten = true;
  });
  await Promise.resolve();
  await commits.commit();
  expect(isWritten).toBe(true);
  await begun;
});
