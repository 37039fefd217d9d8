import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestSandbox, type TestSandbox } from '../../testing/sandbox/test-sandbox';
import { insertRows, isDuplicateKey } from './insert-rows';

let test: TestSandbox;
beforeAll(async () => {
  test = await openTestSandbox();
});
afterAll(() => test.close());

const insert = (ids: string[], name = 'Till 1') => {
  const row = { resellerId: 'public_test_shop', externalId: null, name, passwordHash: '', registeredAt: new Date(17) };
  return test.sandbox.db.write((tx) =>
    insertRows(
      tx,
      'Terminal',
      ids.map((id) => ({ id, ...row })),
    ),
  );
};

it('writes rows that Prisma reads, with defaults for other columns', async () => {
  const name = 'Å 👩‍🌾 \' " \\ \u0085 \n';
  expect(await insert(['a', 'b'], name)).toBe(2);
  const found = await test.sandbox.db.read.terminal.findUnique({ where: { id: 'b' } });
  expect(found).toMatchObject({ name, externalId: null, state: 'ACTIVE', clockOffset: 0, registeredAt: new Date(17) });
});

it('detects a duplicate key and writes no row of the batch', async () => {
  await insert(['taken']);
  const failure = await insert(['new', 'taken']).catch((error: unknown) => error);
  expect(isDuplicateKey(failure)).toBe(true);
  expect(await test.sandbox.db.read.terminal.count({ where: { id: 'new' } })).toBe(0);
  const otherFailure = await test.sandbox.db
    .write((tx) => insertRows(tx, 'Terminal', [{ id: 'c' }]))
    .catch((error) => error);
  expect([otherFailure instanceof Error, isDuplicateKey(otherFailure)]).toEqual([true, false]);
});
