import { withAfterCommit } from '../db/after-commit';
import { db, openShopDatabase as openShop, type ShopDatabase, type Tx } from '../db/client';
import { merchant } from '../merchant';
import { forgetGlobal, processGlobal } from '../process-global';
import { configure } from './configure';
import { createPostgresqlDatabase } from './postgresql-database';
import { createSqliteDatabase } from './sqlite-database';

export type TestProduct = { slug: string; price?: number; vatRate?: number; stock?: number; published?: boolean };

/**
 * Makes this process use a new, migrated database: on PostgreSQL if `system` or TEST_DATABASE is `postgresql`,
 * otherwise in SQLite. The returned function closes and deletes the database.
 */
export async function openShopDatabase(
  system: string | undefined = process.env.TEST_DATABASE,
): Promise<() => Promise<void>> {
  const create = system === 'postgresql' ? createPostgresqlDatabase : createSqliteDatabase;
  const { url, remove } = await create();
  // Only a shop on SQLite has a folder of its own for a secret.
  const secret = system === 'postgresql' ? { SESSION_SECRET: 'the secret of this test file only' } : {};
  configure({ DATABASE_URL: url, ...secret });
  // A signal that the previous test file was still writing may have opened another database while this one was created.
  forgetGlobal('shop-db');
  if (process.env.TEST_WRITES === 'twice') processGlobal('shop-db', () => runWritesTwice(openShop(url)));
  return async () => {
    await db().close();
    await remove();
  };
}

/** Runs each write, rolls it back and runs it again, as after a conflict. Effects outside of `tx` then happen twice. */
function runWritesTwice(shop: ShopDatabase): ShopDatabase {
  const write: ShopDatabase['write'] = (run, scope) =>
    shop.write(async (tx) => {
      await tx.$executeRawUnsafe('SAVEPOINT first_run');
      const failing = async (first: (tx: Tx) => Promise<unknown>) => {
        await first(tx);
        throw new Error('rolled back');
      };
      await withAfterCommit(run, failing).catch(() => {});
      await tx.$executeRawUnsafe('ROLLBACK TO first_run');
      return run(tx);
    }, scope);
  return { ...shop, write };
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
