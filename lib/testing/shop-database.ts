import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { db } from '../db/client';
import { merchant } from '../merchant';
import { migrate } from '../sqlite/migrate';
import { configure } from './configure';

export type TestProduct = { slug: string; price?: number; vatRate?: number; stock?: number; published?: boolean };

/** Points this test file's process at a new, migrated database; the function that it returns closes and removes it. */
export function useShopDatabase(): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'shop-'));
  const url = `file:${join(folder, 'shop.db')}`;
  migrate(url, 'prisma/shop/migrations');
  configure({ DATABASE_URL: url });
  return async () => {
    await db().close();
    rmSync(folder, { recursive: true, force: true });
  };
}

export async function addProducts(products: readonly TestProduct[]): Promise<void> {
  await db().write(async (tx) => {
    await tx.category.upsert({ where: { slug: 'things' }, create: { slug: 'things', position: 0 }, update: {} });
    for (const { slug, price = 100_00, vatRate = 25_00, stock = 10, published = true } of products) {
      const texts = ['en', 'sv'].map((language) => ({
        language,
        name: `${slug} ${language}`,
        summary: '',
        description: '',
        imageAlt: '',
      }));
      const columns = { slug, categorySlug: 'things', position: 0, image: '', currency: merchant.currency, price };
      await tx.product.create({ data: { ...columns, vatRate, stock, published, texts: { create: texts } } });
    }
  });
}

export async function stockOf(slug: string): Promise<{ stock: number; reserved: number; sold: number }> {
  return db().read.product.findUniqueOrThrow({
    where: { slug },
    select: { stock: true, reserved: true, sold: true },
  });
}
