import { join } from 'node:path';

/**
 * The variables of the shop that a certification runs. Its database is in `folder`. It sends no mails, because its orders are
 * not real. It does the background work itself. DEMO is off, because it would require a sandbox in the same process.
 */
export function ownShop(folder: string): Record<string, string> {
  return {
    DATABASE_URL: `file:${join(folder, 'shop.db')}`,
    DATABASE_DIRECT_URL: '',
    SMTP_URL: '',
    SHOP_ROLE: 'all',
    DEMO: 'off',
  };
}
