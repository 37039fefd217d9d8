import { afterAll, beforeAll, describe } from 'vitest';
import { forgetGlobal } from '../process-global';
import { databases } from './scripted-shop';
import { openShopDatabase } from './shop-database';

/** Runs tests on each database, with a new, empty one for each. */
export function onEachDatabase(tests: () => void): void {
  describe.each(databases)('on %s', (database) => {
    let close: () => Promise<void>;

    beforeAll(async () => {
      close = await openShopDatabase(database);
    });
    afterAll(async () => {
      await close();
      forgetGlobal('shop-db');
    });
    tests();
  });
}
