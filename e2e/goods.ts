import { randomUUID } from 'node:crypto';
import Database from 'better-sqlite3';
import { merchant } from '../lib/merchant';

type Changeable = { price: number; stock: number };
export type StockRow = Changeable & { reserved: number; sold: number };

/**
 * Products of a test's own, which no other test buys. Their category has no name, so that no catalogue page shows them;
 * cart, checkout and orders treat them like any other.
 */
export class Goods {
  private readonly file: Database.Database;

  constructor(path: string) {
    this.file = new Database(path, { fileMustExist: true, timeout: 10_000 });
  }

  /** Returns the slug; the name, in both languages, is `Thing <slug>` unless another is given. Prices are in minor units, VAT included. */
  add({ price = 100_00, stock = 10, vatRate = 25_00, name = '' } = {}): string {
    const slug = `thing-${randomUUID().slice(0, 13)}`;
    this.file.transaction(() => {
      this.file.prepare(`INSERT OR IGNORE INTO Category (slug, position) VALUES ('unnamed', 999)`).run();
      this.file
        .prepare(
          `INSERT INTO Product (slug, categorySlug, position, image, price, currency, vatRate, stock, updatedAt)
           VALUES (?, 'unnamed', 999, '/products/birch-butter-knife.svg', ?, ?, ?, ?, ?)`,
        )
        .run(slug, price, merchant.currency, vatRate, stock, new Date().toISOString());
      const text = this.file.prepare(
        `INSERT INTO ProductText (productSlug, language, name, summary, description, imageAlt)
         VALUES (?, ?, ?, 'A thing.', 'A thing.', 'A thing')`,
      );
      for (const language of ['en', 'sv']) text.run(slug, language, name || nameOf(slug));
    })();
    return slug;
  }

  /** What the merchant, or other buyers, do to a product meanwhile. */
  change(slug: string, { price, stock }: Partial<Changeable>): void {
    this.file
      .prepare('UPDATE Product SET price = coalesce(?, price), stock = coalesce(?, stock) WHERE slug = ?')
      .run(price ?? null, stock ?? null, slug);
  }

  read(slug: string): StockRow {
    const row = this.file
      .prepare<string, StockRow>('SELECT price, stock, reserved, sold FROM Product WHERE slug = ?')
      .get(slug);
    if (!row) throw new Error(`There is no product ${slug}`);
    return row;
  }

  close(): void {
    this.file.close();
  }
}

export function nameOf(slug: string): string {
  return `Thing ${slug}`;
}
