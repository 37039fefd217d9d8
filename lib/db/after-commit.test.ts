import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forgetGlobal } from '../process-global';
import { openShopDatabase } from '../testing/shop-database';
import { afterCommit } from './after-commit';
import { db, WriteAgain } from './client';

describe.each(['sqlite', 'postgresql'])('on %s', (system) => {
  let close: () => Promise<void>;
  const log: string[] = [];

  beforeEach(async () => {
    close = await openShopDatabase(system);
    log.length = 0;
  });
  afterEach(async () => {
    await close();
    forgetGlobal('shop-db');
  });

  it('an action runs after the commit, even when writes are committed together', async () => {
    const write = (id: string) =>
      db().write(async (tx) => {
        await tx.endedSession.create({ data: { id, expiresAt: new Date(0) } });
        afterCommit(() => log.push(id));
        expect(log).not.toContain(id);
      }, id);
    await Promise.all(['a', 'b', 'c'].map(write));
    expect(log.sort()).toEqual(['a', 'b', 'c']);
  });

  it('no action of a write that is rolled back runs', async () => {
    const failing = db().write(async () => {
      afterCommit(() => log.push('committed'));
      throw new Error('refused');
    });
    await expect(failing).rejects.toThrow('refused');
    expect(log).toEqual([]);
  });

  it.runIf(system === 'postgresql')('the actions of a repeated write run once', async () => {
    let runs = 0;
    await db().write(async () => {
      runs += 1;
      afterCommit(() => log.push(`run ${runs}`));
      if (runs === 1) throw new WriteAgain('changed meanwhile');
    });
    expect(log).toEqual(['run 2']);
  });
});

it('throws outside a write', () => {
  expect(() => afterCommit(() => {})).toThrow('outside a write');
});
