import { beforeEach, expect, it, vi } from 'vitest';
import { now } from '../../clock';
import { newKey } from '../../ids';
import { onEachDatabase } from '../../testing/on-each-database';
import { addProducts } from '../../testing/shop-database';
import { db } from '../client';
import { moveUnits } from './move-units';

onEachDatabase(() => {
  let slug: string;

  beforeEach(async () => {
    slug = newKey();
    await addProducts([{ slug }, { slug: `other-${slug}` }]);
    const data = { stock: 5, reserved: 3, sold: 2 };
    await db().write((tx) => tx.product.updateMany({ where: { slug: { endsWith: slug } }, data }));
  });
  const read = (of = slug) => db().read.product.findUniqueOrThrow({ where: { slug: of } });
  const move = (quantity: number, from: 'stock' | 'reserved' | 'sold', to: 'stock' | 'reserved' | 'sold') =>
    db().write((tx) => moveUnits(tx, { slug, quantity, from, to }));

  it.each([
    ['stock', 'reserved', { stock: 3, reserved: 5, sold: 2 }],
    ['reserved', 'stock', { stock: 7, reserved: 1, sold: 2 }],
    ['reserved', 'sold', { stock: 5, reserved: 1, sold: 4 }],
    ['sold', 'stock', { stock: 7, reserved: 3, sold: 0 }],
  ] as const)('moves units from %s to %s, and returns the product', async (from, to, expected) => {
    const [before, other] = [await read(), await read(`other-${slug}`)];
    const time = new Date(now().getTime() + 3_600_000);
    vi.useFakeTimers({ toFake: ['Date'], now: time });
    const moved = await move(2, from, to).finally(() => vi.useRealTimers());
    const { categorySlug } = before;
    expect(moved).toEqual({ slug, categorySlug, stock: expected.stock });
    expect(await read()).toEqual({ ...before, ...expected, updatedAt: time });
    expect(await read(`other-${slug}`)).toEqual(other);
  });

  it('changes nothing if there are too few units', async () => {
    const before = await read();
    expect(await move(6, 'stock', 'reserved')).toBeNull();
    expect(await read()).toEqual(before);
    expect(await move(5, 'stock', 'reserved')).toMatchObject({ stock: 0 });
  });

  it('moves units of an unpublished product unless only published ones are asked for', async () => {
    await db().write((tx) => tx.product.update({ where: { slug }, data: { published: false } }));
    const units = { slug, quantity: 1, from: 'stock', to: 'reserved' } as const;
    expect(await db().write((tx) => moveUnits(tx, units, { onlyPublished: true }))).toBeNull();
    expect(await db().write((tx) => moveUnits(tx, units))).toMatchObject({ stock: 4 });
  });
});
