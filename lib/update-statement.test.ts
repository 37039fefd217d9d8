import { expect, it } from 'vitest';
import { updateStatement } from './update-statement';

type Row = { id: number; key: string; doneAt: Date | null };
/** Undefined, unknown to TypeScript. */
const unset = JSON.parse('{}').missing;

it('passes values as parameters, and compares with null', () => {
  const { sql, values } = updateStatement<Row>('Outbox', { id: 7, doneAt: null }, { key: "it's" });
  expect(sql).toBe('UPDATE "Outbox" SET "key" = ? WHERE "id" = ? AND "doneAt" IS NULL');
  expect(values).toEqual(["it's", 7]);
});

it.each([
  [{ id: 7 }, { doneAt: unset }, 'Outbox.doneAt is undefined'],
  [{ id: unset }, { key: 'a' }, 'Outbox.id is undefined'],
  [{ id: 7 }, {}, 'names no column'],
  [{}, { key: 'a' }, 'names no column'],
])('refuses what would change other rows or columns than meant: %o, %o', (where, data, message) => {
  expect(() => updateStatement<Row>('Outbox', where, data)).toThrow(message);
});
