// Brings the shop's database, and the sandbox's where there is one, to this code's schema: `npm run migrate`.
import './environment.mjs';
import { config } from '../lib/config';
import { migrate } from '../lib/sqlite/migrate';

try {
  const { databaseUrl, sandbox } = config();
  const databases = [
    [databaseUrl, 'prisma/shop/migrations'],
    ...(sandbox.enabled ? ([[sandbox.databaseUrl, 'prisma/sandbox/migrations']] as const) : []),
  ] as const;
  for (const [url, folder] of databases) {
    for (const name of migrate(url, folder)) console.log(`migrated ${url}: ${name}`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
