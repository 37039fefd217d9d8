import { randomUUID } from 'node:crypto';
import { merchant } from '../lib/merchant';
import { type BooksDatabase, openBooksDatabase } from '../lib/testing/books-database';

type Changeable = { price: number; stock: number };
export type StockRow = Changeable & { reserved: number; sold: number };

/**
 * Adds products that only one test uses. Their category has no name, so no catalogue page lists them. Cart, checkout
 * and orders treat them like other products.
 */
export class Goods {
  private readonly database: BooksDatabase;

  constructor(url: string) {
    this.database = openBooksDatabase(url);
  }

  /**
   * Adds a product and returns its slug. The name in both languages is `Thing <slug>`, unless another is given. Prices
   * are in minor units, VAT included.
   */
  add({ price = 100_00, stock = 10, vatRate = 25_00, name = '' } = {}): string {
    const slug = `thing-${randomUUID().slice(0, 13)}`;
    const { rows } = this.database;
    rows(`INSERT INTO "Category" (slug, position) VALUES ('unnamed', 999) ON CONFLICT DO NOTHING`);
    rows(
      `INSERT INTO "Product" (slug, "categorySlug", position, image, price, currency, "vatRate", stock, "updatedAt")
       VALUES (?, 'unnamed', 999, '/products/birch-butter-knife.svg', ?, ?, ?, ?, ?)`,
      slug,
      price,
      merchant.currency,
      vatRate,
      stock,
      new Date().toISOString(),
    );
    for (const language of ['en', 'sv'])
      rows(
        `INSERT INTO "ProductText" ("productSlug", language, name, summary, description, "imageAlt")
         VALUES (?, ?, ?, 'A thing.', 'A thing.', 'A thing')`,
        slug,
        language,
        name || nameOf(slug),
      );
    return slug;
  }

  /** Changes a product, as the merchant or other buyers would. */
  change(slug: string, { price, stock }: Partial<Changeable>): void {
    const changes = Object.entries({ price, stock }).filter(([, value]) => value !== undefined);
    for (const [column, value] of changes)
      this.database.rows(`UPDATE "Product" SET ${column} = ? WHERE slug = ?`, value ?? null, slug);
  }

  read(slug: string): StockRow {
    const [row] = this.database.rows<StockRow>(
      'SELECT price, stock, reserved, sold FROM "Product" WHERE slug = ?',
      slug,
    );
    if (!row) throw new Error(`There is no product ${slug}`);
    return row;
  }

  close(): void {
    this.database.close();
  }
}

export function nameOf(slug: string): string {
  return `Thing ${slug}`;
}
