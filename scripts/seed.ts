// `npm run seed`: adds the parts of Tallbacka's catalogue that the shop's database lacks. A container's start uses
// `--demo`: it fills only an empty database, and only in a demonstration.
import './shared/environment.mjs';
import { config } from '../lib/config';
import { db } from '../lib/db/client';
import { catalogue } from '../prisma/shop/seed/catalogue';
import { seedCatalogue } from '../prisma/shop/seed/seed-catalogue';

const shop = db();
try {
  const isWanted =
    !process.argv.includes('--demo') || (config().demoCatalogue && (await shop.read.product.count()) === 0);
  if (isWanted) {
    const added = await shop.write((tx) => seedCatalogue(tx, catalogue));
    const isNew = Object.values(added).some((count) => count > 0);
    if (isNew)
      console.log(`seeded ${added.products} products in ${added.categories} categories (${added.texts} texts)`);
  }
} finally {
  await shop.close();
}
