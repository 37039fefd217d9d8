// Migrates the shop's database, and the sandbox's if there is one, to this code's schema: `npm run migrate`.
import './shared/environment.mjs';
import { config } from '../lib/config';
import { migrateShop } from '../lib/db/migrate';
import { migrate } from '../lib/sqlite/migrate';
import { visibleError } from '../lib/visible-text.js';

try {
  const { databaseUrl, sandbox } = config();
  for (const name of await migrateShop(databaseUrl)) console.log(`migrated the shop's database: ${name}`);
  if (sandbox.enabled) {
    for (const name of migrate(sandbox.databaseUrl, 'prisma/sandbox/migrations'))
      console.log(`migrated the sandbox's database: ${name}`);
  }
} catch (error) {
  console.error(visibleError(error));
  process.exit(1);
}
