import { config } from '../config';
import { db, isPostgresqlUrl } from '../db/client';
import { log } from '../log';
import { hasTrigramIndex } from './statements/has-trigram-index';

/** Logs at start-up that a PostgreSQL database has no trigram index. The search then reads every product. */
export async function warnOfMissingTrigrams(): Promise<void> {
  if (!isPostgresqlUrl(config().databaseUrl) || (await hasTrigramIndex(db().read))) return;
  log.warn(
    'search: the database has no trigram index, because the extension pg_trgm was missing or forbidden during the migration. The search finds the same, but slower. As an owner of the database, run: CREATE EXTENSION IF NOT EXISTS pg_trgm; CREATE INDEX "ProductSearch_text_trigrams" ON "ProductSearch" USING gin ("text" gin_trgm_ops) WITH (fastupdate = off);',
  );
}
