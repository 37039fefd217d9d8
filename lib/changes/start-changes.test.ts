import { expect, it } from 'vitest';
import type { CatalogueChange } from '../catalogue/pages-showing';
import { db } from '../db/client';
import { releaseStock, reserveStock } from '../orders/stock';
import { addProducts, openShopDatabase } from '../testing/shop-database';
import { startChanges } from './start-changes';

it('on SQLite, reports the stock that this process changes until it is stopped', async () => {
  const close = await openShopDatabase('sqlite');
  const changes: CatalogueChange[] = [];
  const following = startChanges((change) => changes.push(change));
  await following.ready;
  await addProducts([{ slug: 'jar', stock: 1 }]);
  const items = [{ slug: 'jar', quantity: 1 }];
  await db().write((tx) => reserveStock(tx, items));
  await db().write((tx) => releaseStock(tx, items));
  const change = { kind: 'stock', category: 'things', slug: 'jar' };
  expect(changes).toEqual([change, change]);
  await following.stop();
  await db().write((tx) => reserveStock(tx, items));
  expect(changes).toHaveLength(2);
  await close();
});
