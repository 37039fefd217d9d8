import { setImmediate as letOthersRun } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { db } from '../db/client';
import { enqueue, enqueueAll } from '../outbox/enqueue';
import { takeNewEffects } from '../outbox/new-effects';
import { forgetGlobal } from '../process-global';
import { openShopDatabase } from '../testing/shop-database';
import { countStatements } from '../testing/statement-count';
import { startOutbox, workOutbox } from './effects';

const counter = countStatements();
let close: () => Promise<void>;
let loop: ReturnType<typeof startOutbox>;

beforeAll(async () => {
  close = await openShopDatabase('sqlite');
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(async () => {
  await loop.stop();
  forgetGlobal('outbox');
});
afterAll(async () => {
  vi.useRealTimers();
  counter.stop();
  await close();
});

/** The number of times that the loop looks for due effects within these milliseconds. */
async function looksWithin(milliseconds: number): Promise<number> {
  counter.reset();
  for (let passed = 0; passed < milliseconds; passed += 250) {
    await vi.advanceTimersByTimeAsync(250);
    // This statement comes after those of the loop, on the same connection.
    await db().read.outbox.count();
    await letOthersRun();
  }
  const looks = counter.list('').filter((sql) => /^SELECT `main`.`Outbox`/.test(sql));
  return looks.length / 2; // one statement for each queue
}

let day = 1;
const queueMail = () => db().write((tx) => enqueue(tx, 'mail-no-invoice', `2026-11-${10 + day++}`));

it('looks once a second while nothing is queued, and at the next tick when something is', async () => {
  loop = startOutbox();
  await looksWithin(250);
  expect(await looksWithin(3_000)).toBe(3);

  await queueMail();
  expect(await looksWithin(250)).toBe(1);
  await vi.waitFor(async () => expect(await db().read.outbox.count({ where: { doneAt: null } })).toBe(0));
});

it('looks at the other queue no more often while an effect of one queue is in progress', async () => {
  loop = startOutbox();
  await looksWithin(250);
  await queueMail();
  let release = () => {};
  // The mail's lease waits for this write.
  const otherWrite = db().write(() => new Promise<void>((resolve) => (release = resolve)));
  expect(await looksWithin(250)).toBe(1);
  const looksAtOneQueue = 0.5;
  expect(await looksWithin(3_000)).toBe(3 * looksAtOneQueue);

  release();
  await otherWrite;
  await vi.waitFor(async () => expect(await db().read.outbox.count({ where: { doneAt: null } })).toBe(0));
});

it('is not woken by an effect whose write is rolled back', async () => {
  loop = startOutbox();
  await looksWithin(250);
  takeNewEffects();
  const write = db().write(async (tx) => {
    await enqueue(tx, 'mail-no-invoice', '2026-11-21');
    throw new Error('on purpose');
  });
  await expect(write).rejects.toThrow('on purpose');
  expect(takeNewEffects()).toBe(false);
});

it('returns true while more effects may be due', async () => {
  const occasions = Array.from({ length: 51 }, (_, index) => String(index));
  const effects = occasions.map(
    (occasion) => ({ kind: 'mail-no-invoice', subjectId: '2026-11-22', occasion }) as const,
  );
  await db().write((tx) => enqueueAll(tx, effects));
  expect(await workOutbox('mail')).toBe(true);
  expect(await workOutbox('mail')).toBe(false);
  expect(await db().read.outbox.count({ where: { doneAt: null } })).toBe(0);
});
