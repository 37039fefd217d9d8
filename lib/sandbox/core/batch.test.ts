import { expect, it } from 'vitest';
import { Batch } from './batch';

it('writes a single row immediately, then the rows that arrived meanwhile in one batch', async () => {
  const writes: number[][] = [];
  let release = () => {};
  const first = new Promise<void>((resolve) => {
    release = resolve;
  });
  const batch = new Batch<number>(async (rows) => {
    writes.push(rows);
    await first;
  });
  const added = [1, 2, 3, 4].map((row) => batch.add(row));
  expect(writes).toEqual([[1]]);
  release();
  await Promise.all(added);
  expect(writes).toEqual([[1], [2, 3, 4]]);
});

it('fails only the invalid row', async () => {
  const written: number[] = [];
  const batch = new Batch<number>(async (rows) => {
    if (rows.includes(3)) throw new Error('three');
    written.push(...rows);
  });
  const results = await Promise.allSettled([1, 2, 3, 4].map((row) => batch.add(row)));
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  expect(written).toEqual([1, 2, 4]);
});
