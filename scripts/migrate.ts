// Brings the shop's and the sandbox's databases to this code's schema: `npm run migrate`.
import './environment.mjs';
import { config } from '../lib/config';
import { migrate } from '../lib/sqlite/migrate';

const { databaseUrl, sandbox } = config();
for (const [url, folder] of [
  [databaseUrl, 'prisma/shop/migrations'],
  [sandbox.databaseUrl, 'prisma/sandbox/migrations'],
] as const) {
  for (const name of migrate(url, folder)) console.log(`migrated ${url}: ${name}`);
}
