// `npm run seed`: adds the goods of prisma/shop/seed that were not seeded before. `--empty` starts a shop without the
// demonstration's goods. A container's start uses `--demo`: it fills only an empty database, and only in a demonstration.
import './shared/environment.mjs';
import { config } from '../lib/config';
import { db } from '../lib/db/client';
import { visibleError } from '../lib/visible-text.js';
import { catalogue } from '../prisma/shop/seed/catalogue';
import { leaveOutDemoGoods, seedCatalogue } from '../prisma/shop/seed/seed-catalogue';

const shop = db();
try {
  if (process.argv.includes('--empty')) {
    await shop.write((tx) => leaveOutDemoGoods(tx));
    console.log('The demo goods are left out. Add your own: docs/make-it-yours.md');
  } else if (!process.argv.includes('--demo') || (config().demoCatalogue && (await shop.read.product.count()) === 0)) {
    const added = await shop.write((tx) => seedCatalogue(tx, catalogue));
    const isNew = Object.values(added).some((count) => count > 0);
    if (isNew)
      console.log(`seeded ${added.products} products in ${added.categories} categories (${added.texts} texts)`);
  }
} catch (error) {
  console.error(visibleError(error));
  process.exitCode = 1;
} finally {
  await shop.close();
}
