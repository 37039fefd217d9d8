import { join } from 'node:path';

/**
 * The variables of the shop that a certification runs in `folder`. Its orders are in a temporary database and belong to
 * nobody, so it sends no mail about them, and no other process works on them. In a demonstration it is an ordinary shop.
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
