import { db } from '../db/client';
import type { FullLanguage } from '../i18n/languages';
import { merchant } from '../merchant';
import { getOrders } from '../orders/get-order';
import type { Cell } from '../spreadsheet/cell';
import { writeCsvRows, writeCsvTitles } from '../spreadsheet/write-csv';
import { MAX_XLSX_ROWS, writeXlsx } from '../spreadsheet/write-xlsx';
import { listOrders } from './list-orders';
import type { OrderFilter } from './order-filter';
import { type OrderColumn, orderColumns, sheetName } from './order-sheet';
import type { Session } from './session';

const BATCH = 500;

/** All orders matching a filter as CSV, in batches, so that memory stays small. */
export async function* exportOrders(
  session: Session,
  filter: OrderFilter,
  language: FullLanguage,
): AsyncGenerator<string> {
  const columns = orderColumns(language, await readRates());
  yield writeCsvTitles(
    columns.map(({ title }) => title),
    language,
  );
  for await (const rows of readRows(session, filter, columns)) yield writeCsvRows(rows, language);
}

/** The same orders as an .xlsx file. Null if there are more than MAX_XLSX_ROWS. */
export async function exportOrdersAsXlsx(
  session: Session,
  filter: OrderFilter,
  language: FullLanguage,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const columns = orderColumns(language, await readRates());
  const rows: Cell[][] = [];
  for await (const more of readRows(session, filter, columns)) {
    rows.push(...more);
    if (rows.length > MAX_XLSX_ROWS) return null;
  }
  return writeXlsx(sheetName(language), columns, rows);
}

/** The merchant's VAT rates and all rates that orders have used, highest first. */
async function readRates(): Promise<number[]> {
  const used = await db().read.orderLine.groupBy({ by: ['vatRate'] });
  const rates = [...merchant.vatRates, ...used.flatMap(({ vatRate }) => vatRate ?? [])];
  return [...new Set(rates)].toSorted((a, b) => b - a);
}

async function* readRows(
  session: Session,
  filter: OrderFilter,
  columns: readonly OrderColumn[],
): AsyncGenerator<Cell[][]> {
  let before: string | undefined;
  do {
    const page = await listOrders(session, filter, { before }, BATCH);
    const orders = new Map((await getOrders(page.orders.map(({ number }) => number))).map((one) => [one.number, one]));
    yield page.orders.flatMap(({ displayNumber, sentAt }) => {
      const order = orders.get(displayNumber);
      return order ? [columns.map(({ cell }) => cell(order, sentAt))] : [];
    });
    before = page.older ?? undefined;
  } while (before !== undefined);
}
