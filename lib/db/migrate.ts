import * as postgresql from '../postgresql/migrate';
import * as sqlite from '../sqlite/migrate';
import { isPostgresqlUrl } from './client';

const SQLITE = 'prisma/shop/migrations';
const POSTGRESQL = 'prisma/shop/postgresql/migrations';

/** Applies missing migrations to the shop's database, one transaction each, and returns their names. */
export async function migrateShop(url: string): Promise<string[]> {
  return isPostgresqlUrl(url) ? postgresql.migrate(url, POSTGRESQL) : sqlite.migrate(url, SQLITE);
}

/** Why the shop's database cannot be used with this code, with the remedy. Null if it can. */
export async function describeShopMismatch(url: string): Promise<string | null> {
  return isPostgresqlUrl(url) ? postgresql.describeMismatch(url, POSTGRESQL) : sqlite.describeMismatch(url, SQLITE);
}
