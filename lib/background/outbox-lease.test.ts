import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { now, secondsAfter } from '../clock';
import { db, type Tx } from '../db/client';
import { openShopDatabase } from '../testing/shop-database';
import { withLease } from './outbox-lease';

let close: () => Promise<void>;

beforeAll(async () => {
  close = await openShopDatabase();
});
afterAll(() => close());
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
  const data = { id: 1, key: 'a', kind: 'test', subjectId: 'a', createdAt: now(), nextAt: now() };
  await db().write((tx) => tx.outbox.create({ data }));
});
afterEach(async () => {
  vi.useRealTimers();
  await db().write((tx) => tx.outbox.deleteMany());
});

const read = () => db().read.outbox.findUniqueOrThrow({ where: { id: 1 } });
const secondsLeft = async () => ((await read()).nextAt?.getTime() ?? 0) / 1000 - now().getTime() / 1000;
const done = () => ({ change: { doneAt: now(), nextAt: null, failure: null } });

/** Makes work that lasts until the test ends it. */
function longWork<Outcome>() {
  let end: (outcome: Outcome) => void = () => {};
  let begin = () => {};
  const outcome = new Promise<Outcome>((resolve) => {
    end = resolve;
  });
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const work = () => {
    begin();
    return outcome;
  };
  return { work, begun, end: (value: Outcome) => end(value) };
}

it('runs the work once if two processes see the row as due', async () => {
  const row = await read();
  const work = vi.fn(async () => done());
  await Promise.all([withLease(row, 30, work), withLease(row, 30, work)]);
  expect(work).toHaveBeenCalledOnce();
});

it('renews the lease as long as the work lasts', async () => {
  const { work, begun, end } = longWork<ReturnType<typeof done>>();
  const ended = withLease(await read(), 30, work);
  await begun;
  for (let round = 0; round < 6; round++) {
    vi.advanceTimersByTime(10_000);
    await vi.waitFor(async () => expect(await secondsLeft()).toBeGreaterThan(25));
  }
  end(done());
  await ended;
  expect(await read()).toMatchObject({ nextAt: null, attempts: 1 });
});

it('ignores a failure of work whose lease was lost, and records the success of the later work', async () => {
  const first = longWork<{ change: { nextAt: Date; failure: string } }>();
  const second = longWork<ReturnType<typeof done>>();
  const ends = [withLease(await read(), 30, first.work)];
  await first.begun;
  await db().write((tx) => tx.outbox.update({ where: { id: 1 }, data: { nextAt: now() } }));
  ends.push(withLease(await read(), 30, second.work));
  await second.begun;
  first.end({ change: { nextAt: secondsAfter(now(), 1), failure: 'late' } });
  await ends[0];
  expect(await secondsLeft()).toBe(30);
  second.end(done());
  await ends[1];
  expect(await read()).toMatchObject({ nextAt: null, failure: null, attempts: 2 });
});

it('takes leases that are requested at the same time in one write, and stores their outcomes in one', async () => {
  const first = await read();
  const second = { ...first, id: 2, key: 'b' };
  await db().write((tx) => tx.outbox.create({ data: second }));
  const write = vi.spyOn(db(), 'write');
  const taken = [first, second].map((row) => {
    const { work, begun, end } = longWork<ReturnType<typeof done>>();
    const ended = withLease(row, 30, work);
    const finish = () => {
      end(done());
      return ended;
    };
    return { begun, finish };
  });
  await Promise.all(taken.map(({ begun }) => begun));
  expect(write).toHaveBeenCalledTimes(1);
  await Promise.all(taken.map(({ finish }) => finish()));
  expect(write).toHaveBeenCalledTimes(2);
  write.mockRestore();
  expect(await db().read.outbox.count({ where: { doneAt: { not: null } } })).toBe(2);
});

const note = (key: string) => ({
  scopes: [key],
  write: (tx: Tx) => tx.outbox.create({ data: { id: 3, key, kind: 'test', subjectId: key, createdAt: now() } }),
});
const notes = () => db().read.outbox.findMany({ where: { id: 3 }, select: { key: true } });

it('writes the record together with the lease, before the work', async () => {
  const row = await read();
  const seen: unknown[] = [];
  const work = async () => {
    seen.push(await secondsLeft(), await notes());
    return done();
  };
  await withLease(row, 30, work, note('record'));
  await withLease(row, 30, work, note('record of a lost lease'));
  expect(seen).toEqual([30, [{ key: 'record' }]]);
  expect(await notes()).toEqual([{ key: 'record' }]);
});

it('a record that cannot be written fails its own work only', async () => {
  const first = await read();
  const second = { ...first, id: 2, key: 'b' };
  await db().write((tx) => tx.outbox.create({ data: second }));
  const seen = new Map<string, unknown>();
  const work = (name: string) => async (failure: unknown) => {
    seen.set(name, failure === null ? null : /Unique/.exec(String(failure))?.[0]);
    return done();
  };
  const isTaken = note('a');
  await Promise.all([
    withLease(first, 30, work('with an invalid record'), isTaken),
    withLease(second, 30, work('other'), note('c')),
  ]);
  expect(Object.fromEntries(seen)).toEqual({ 'with an invalid record': 'Unique', other: null });
  expect(await notes()).toEqual([{ key: 'c' }]);
});

it('writes a success and its conclusion together, or neither', async () => {
  await withLease(await read(), 30, async () => ({ change: { failure: 'no' }, conclusion: note('after a failure') }));
  await expect(withLease(await read(), 30, async () => ({ ...done(), conclusion: note('a') }))).rejects.toThrow(
    'Unique',
  );
  expect(await read()).toMatchObject({ doneAt: null });
  await withLease(await read(), 30, async () => ({ ...done(), conclusion: note('after a success') }));
  expect(await read()).toMatchObject({ nextAt: null });
  expect(await notes()).toEqual([{ key: 'after a success' }]);
});
