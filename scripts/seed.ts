// Fills the shop's database with Tallbacka's catalogue, as far as it is missing: `npm run seed`.
import './environment.mjs';
import { db } from '../lib/db/client';
import { catalogue } from '../prisma/shop/seed/catalogue';
import { seedCatalogue } from '../prisma/shop/seed/seed-catalogue';

const shop = db();
try {
  const added = await shop.write((tx) => seedCatalogue(tx, catalogue));
  const isNew = Object.values(added).some((count) => count > 0);
  if (isNew) console.log(`seeded ${added.products} products in ${added.categories} categories (${added.texts} texts)`);
} finally {
  await shop.close();
}
