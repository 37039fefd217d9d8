import { expect, it } from 'vitest';
import { newKey } from '../ids';
import { onEachDatabase } from '../testing/on-each-database';
import { addOrder } from '../testing/orders';
import { db } from './client';
import { isDuplicate } from './database-failure';
import { type Columns, updateRows } from './update-rows';

onEachDatabase(() => {
  const nextAt = new Date('2026-12-03T08:00:00.120Z');
  const later = new Date('2026-12-03T09:00:00.007Z');
  const update = (where: Columns<'Outbox'>, data: Columns<'Outbox'>) =>
    db().write((tx) => updateRows(tx, 'Outbox', where, data));
  const add = async (key: string, values: Columns<'Outbox'> = {}) => {
    const data = { key, kind: 'test', subjectId: key, createdAt: nextAt, nextAt, ...values };
    return db().write((tx) => tx.outbox.create({ data }));
  };

  it('changes the rows with these values, and stores each value as Prisma does', async () => {
    const [row, other] = [await add('a'), await add('b')];
    const data = { nextAt: later, attempts: 3, failure: 'it’s $1 and ?' };
    expect(await update({ id: row.id, nextAt, attempts: 0, doneAt: null }, data)).toBe(1);
    const read = (id: number) => db().read.outbox.findUnique({ where: { id } });
    expect(await read(row.id)).toEqual({ ...row, ...data });
    expect(await read(other.id)).toEqual(other);
    const due = await db().read.outbox.findMany({
      where: { nextAt: { lte: later, gt: nextAt } },
      select: { key: true },
    });
    expect(due).toEqual([{ key: 'a' }]);
    expect(await update({ id: row.id, nextAt: later }, { nextAt: null, failure: null })).toBe(1);
    expect(await read(row.id)).toMatchObject({ nextAt: null, failure: null });
  });

  it.each<Columns<'Outbox'>>([{ nextAt: later }, { attempts: 1 }, { doneAt: nextAt }, { nextAt: null }, { id: -1 }])(
    'changes nothing if a value differs: %o',
    async (differing) => {
      const { key, id } = await add(newKey());
      expect(await update({ id, key, ...differing }, { failure: 'changed' })).toBe(0);
    },
  );

  it('changes states and truth values', async () => {
    const { id } = await addOrder();
    const change = (state: 'PENDING' | 'PAID') =>
      db().write((tx) => updateRows(tx, 'Order', { id, state }, { state: 'PAID', paidAt: later, awaitsReview: true }));
    expect([await change('PENDING'), await change('PENDING')]).toEqual([1, 0]);
    expect(await db().read.order.findUnique({ where: { id, state: 'PAID', awaitsReview: true } })).toMatchObject({
      paidAt: later,
    });
  });

  it('reports a primary key that another row has as a duplicate', async () => {
    const [{ id }, other] = [await add(newKey()), await add(newKey())];
    const failure = await update({ id }, { id: other.id }).catch((error: unknown) => error);
    expect(isDuplicate(failure)).toBe(true);
  });

  it('reports a value that another row has in a unique column as a duplicate', async () => {
    const { id } = await add(newKey());
    const { key } = await add(newKey());
    const failure = await update({ id }, { key }).catch((error: unknown) => error);
    expect(isDuplicate(failure)).toBe(true);
    const ofPrisma = await db()
      .write((tx) => tx.outbox.update({ where: { id }, data: { key } }))
      .catch((error: unknown) => error);
    expect(isDuplicate(ofPrisma)).toBe(true);
    // @ts-expect-error: a key is never null
    const other = await update({ id }, { key: null }).catch((error: unknown) => error);
    expect([other instanceof Error, isDuplicate(other)]).toEqual([true, false]);
  });
});
