import { config } from '../config';
import { db, isPostgresqlUrl } from '../db/client';
import { log } from '../log';
import { hasTrigramIndexes } from './statements/has-trigram-indexes';

/** Logs at start-up that a PostgreSQL database lacks a trigram index. A search then reads every row. */
export async function warnOfMissingTrigrams(): Promise<void> {
  if (!isPostgresqlUrl(config().databaseUrl) || (await hasTrigramIndexes(db().read))) return;
  log.warn(
    'search: the database lacks a trigram index, because the extension pg_trgm was missing or forbidden during the migration. Searches for products and orders return the same results, but take longer. As an owner of the database, run: CREATE EXTENSION IF NOT EXISTS pg_trgm; CREATE INDEX IF NOT EXISTS "ProductSearch_text_trigrams" ON "ProductSearch" USING gin ("text" gin_trgm_ops) WITH (fastupdate = off); CREATE INDEX IF NOT EXISTS "Order_searchText_trigrams" ON "Order" USING gin ("searchText" gin_trgm_ops);',
  );
}
