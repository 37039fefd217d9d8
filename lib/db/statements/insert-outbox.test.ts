import { expect, it } from 'vitest';
import { onEachDatabase } from '../../testing/on-each-database';
import { db } from '../client';
import { insertOutbox } from './insert-outbox';

onEachDatabase(() => {
  const createdAt = new Date('2026-11-30T12:00:00.123Z');
  const row = (key: string, seconds: number) => {
    const nextAt = new Date(createdAt.getTime() + seconds * 1000);
    return { key, kind: 'mail-receipt', subjectId: 'an order', createdAt, nextAt };
  };
  const insert = (...rows: ReturnType<typeof row>[]) => db().write((tx) => insertOutbox(tx, rows), 'an order');

  it('adds rows as Prisma would, and does not change rows whose key exists', async () => {
    await insert(row('a', 0));
    await db().write((tx) => tx.outbox.update({ where: { key: 'a' }, data: { doneAt: createdAt, nextAt: null } }), 'a');
    await insert(row('b', 1), row('a', 2), row('c', 3));
    const stored = { attempts: 0, doneAt: null, failure: null };
    expect(await db().read.outbox.findMany({ orderBy: { key: 'asc' }, omit: { id: true } })).toEqual([
      { ...row('a', 0), ...stored, doneAt: createdAt, nextAt: null },
      { ...row('b', 1), ...stored },
      { ...row('c', 3), ...stored },
    ]);
  });

  it('writes times in the format that queries compare with', async () => {
    const due = await db().read.outbox.findMany({
      where: { nextAt: { lte: row('', 1).nextAt } },
      select: { key: true },
    });
    expect(due).toEqual([{ key: 'b' }]);
  });
});
