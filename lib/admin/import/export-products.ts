import { describeOptions } from '../../catalogue/options';
import { db } from '../../db/client';
import { type FullLanguage, languages } from '../../i18n/languages';
import type { Money } from '../../money';
import type { Cell } from '../../spreadsheet/cell';
import { writeCsvRows, writeCsvTitles } from '../../spreadsheet/write-csv';
import { MAX_XLSX_ROWS, writeXlsx } from '../../spreadsheet/write-xlsx';
import { vatRateToDecimal } from '../../vat-rate';
import { productTextFields, toProductDetails } from '../get-product-details';
import type { Session } from '../session';
import { type ColumnName, columnNames, textColumn } from './columns';
import type { CatalogueProduct } from './read-catalogue';

const BATCH = 500;

/** All products as CSV, in batches, so that memory stays small. Importing an unedited export changes nothing. */
export async function* exportProducts(session: Session, language: FullLanguage): AsyncGenerator<string> {
  yield writeCsvTitles(columnNames, language);
  for await (const rows of readRows(session)) yield writeCsvRows(rows, language);
}

/** The same products as an .xlsx file. Null if there are more than MAX_XLSX_ROWS. */
export async function exportProductsAsXlsx(session: Session): Promise<Uint8Array<ArrayBuffer> | null> {
  const rows: Cell[][] = [];
  for await (const more of readRows(session)) {
    rows.push(...more);
    if (rows.length > MAX_XLSX_ROWS) return null;
  }
  return writeXlsx(
    'Products',
    columnNames.map((title) => ({ title, width: /^(name|summary|desc)/.test(title) ? 30 : 12 })),
    rows,
  );
}

async function* readRows(_session: Session): AsyncGenerator<Cell[][]> {
  for (let skip = 0; ; skip += BATCH) {
    const products = await db().read.product.findMany({
      orderBy: [{ category: { position: 'asc' } }, { categorySlug: 'asc' }, { position: 'asc' }, { slug: 'asc' }],
      include: { texts: true },
      ...{ skip, take: BATCH },
    });
    yield products.map((row) => {
      const cells = cellsOf({ ...toProductDetails(row), position: row.position });
      return columnNames.map((name) => cells.get(name) ?? null);
    });
    if (products.length < BATCH) return;
  }
}

function cellsOf(product: CatalogueProduct): Map<ColumnName, Cell> {
  const { slug, version, sku, family, categorySlug, position, price, vatRate, stock, published, archived, image } =
    product;
  return new Map<ColumnName, Cell>([
    ['slug', slug],
    ['version', String(version)],
    ['sku', sku],
    ['family', family],
    ['category', categorySlug],
    ['position', String(position + 1)],
    ['price', priceOf(price)],
    ['currency', price.currency],
    ['vat', `${vatRateToDecimal(vatRate)}%`],
    ['stock', String(stock)],
    ['stock_exported', String(stock)],
    ['published', published ? 'yes' : 'no'],
    ['archived', archived ? 'yes' : 'no'],
    ['image', image],
    ...languages.map((language): [ColumnName, Cell] => [
      textColumn('options', language),
      describeOptions(product.options[language]) || null,
    ]),
    ...languages.flatMap((language) =>
      productTextFields.map((field): [ColumnName, Cell] => [
        textColumn(field, language),
        product.texts[language][field] || null,
      ]),
    ),
  ]);
}

/** Null for a price of 0, which means no price yet. */
function priceOf(price: Money): Money | null {
  return price.amount === 0 ? null : price;
}
