import { pipeline } from 'node:stream/promises';
import { setImmediate as otherWork } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';
import { MAX_TABLE_COLUMNS, MAX_TABLE_ROWS, TableError, type TableRow } from './table';
import { unescapeFormula } from './write-csv';

const SLICE = 64 * 1024;
const MAX_RECORD = 200_000;

/**
 * Reads CSV in UTF-8 or, with a byte order mark, UTF-16. The separator is the one that occurs most often in the first line:
 * comma, semicolon or tab. Undoes `escapeFormula`. Throws `TableError`.
 */
export async function readCsv(bytes: Uint8Array): Promise<TableRow[]> {
  const text = decode(bytes);
  const nul = text.indexOf('\0');
  if (nul >= 0) throw new TableError('nul', lineAt(text, nul));
  const rows: TableRow[] = [];
  let line = 1;
  const parser = parse({
    delimiter: delimiterOf(text),
    relax_column_count: true,
    max_record_size: MAX_RECORD,
    on_record: (cells: string[], { lines }) => {
      addRow(rows, { line, cells });
      line = lines + 1;
      // Null, so that the stream itself keeps no rows.
      return null;
    },
  });
  try {
    await pipeline(slicesOf(text), parser.resume());
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new TableError(error.code === 'CSV_MAX_RECORD_SIZE' ? 'long' : 'quotes', line);
  }
  return rows;
}

function addRow(rows: TableRow[], { line, cells }: { readonly line: number; readonly cells: readonly string[] }): void {
  if (cells.length > MAX_TABLE_COLUMNS) throw new TableError('columns', line);
  if (cells.every((cell) => cell === '')) return;
  if (rows.length > MAX_TABLE_ROWS) throw new TableError('rows', line);
  rows.push({ line, cells: cells.map(unescapeFormula) });
}

async function* slicesOf(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += SLICE) {
    yield text.slice(at, at + SLICE);
    await otherWork();
  }
}

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    // Drops the byte order mark.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new TableError('encoding');
  }
}

function delimiterOf(text: string): string {
  const [titles = ''] = text.slice(0, MAX_RECORD).split(/[\r\n]/, 1);
  const count = (delimiter: string) => titles.split(delimiter).length;
  const [most = ','] = [',', ';', '\t'].toSorted((a, b) => count(b) - count(a));
  return most;
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split(/\r\n?|\n/).length;
}
