import type { CatalogueChange } from '../catalogue/pages-showing';
import { onStockChange } from '../catalogue/stock-changes';
import { config } from '../config';
import { isPostgresqlUrl } from '../db/client';
import { limitStore } from '../db/limit-store';
import { shareLimits } from '../http/rate-limit';
import { type Following, followChanges } from './follow-changes';
import { pollChanges } from './poll-changes';

/**
 * Makes this process's pages and limits agree with those of other processes, as far as its database allows. `onUnreachable`
 * is called while PostgreSQL cannot be reached, once a second.
 */
export function startChanges(
  onCatalogueChange: (change: CatalogueChange) => void,
  onUnreachable?: () => void,
): Following {
  const { databaseUrl, databaseDirectUrl, role } = config();
  if (isPostgresqlUrl(databaseUrl)) {
    shareLimits(limitStore);
    return followChanges(databaseDirectUrl ?? databaseUrl, onCatalogueChange, onUnreachable);
  }
  // SQLite cannot notify. A process with the role `all` changes every payment and stock itself, so it need not poll.
  const polling = role === 'web' ? pollChanges() : undefined;
  const unsubscribe = onStockChange(onCatalogueChange);
  const stop = async () => {
    unsubscribe();
    await polling?.stop();
  };
  return { ready: Promise.resolve(), stop };
}
