import { readCsv } from './read-csv';
import { readXlsx } from './read-xlsx';
import { TableError, type TableRow } from './table';

const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** A compound file: an Excel workbook from before 2007, or a newer one with a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * Reads a CSV file or the first sheet of an .xlsx file; the content decides which, not the name. Omits empty rows. Does
 * not block the process's other work. Throws `TableError`. `bytes`: at most `MAX_TABLE_BYTES`.
 */
export async function readTable(bytes: Uint8Array): Promise<TableRow[]> {
  if (startsWith(bytes, COMPOUND)) throw new TableError('old-excel');
  const rows = startsWith(bytes, ZIP) ? await readXlsx(bytes) : await readCsv(bytes);
  if (rows.length === 0) throw new TableError('empty');
  return rows;
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}
