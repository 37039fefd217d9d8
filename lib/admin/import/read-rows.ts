import { setImmediate as otherWork } from 'node:timers/promises';
import { readTable } from '../../spreadsheet/read-table';
import { type InputCell, TableError, type TableRow } from '../../spreadsheet/table';
import { type ColumnName, isColumnName } from './columns';
import type { ImportProblem } from './import-problem';

/** A row's cells by column. A column that the file does not have is missing. */
export type ImportRow = { readonly line: number; readonly cells: ReadonlyMap<ColumnName, InputCell> };

export type ReadRows = { readonly rows: readonly ImportRow[]; readonly problems: readonly ImportProblem[] };

const ROWS_AT_A_TIME = 200;

/** Reads a file of products. Without valid titles, there are no rows. */
export async function readRows(bytes: Uint8Array): Promise<ReadRows> {
  let table: TableRow[];
  try {
    table = await readTable(bytes);
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    return { rows: [], problems: [{ line: error.line, column: null, code: error.flaw, value: '' }] };
  }
  const [titles, ...body] = table;
  const columns = titles?.cells.map(titleOf) ?? [];
  const problems = titleProblems(titles?.line ?? 1, columns);
  if (problems.length === 0 && body.length === 0) {
    problems.push({ line: null, column: null, code: 'no-rows', value: '' });
  }
  if (problems.length > 0) return { rows: [], problems };
  const named = columns.flatMap((name, index) => (isColumnName(name) ? [{ name, index }] : []));
  const rows: ImportRow[] = [];
  for (const row of body) {
    rows.push({ line: row.line, cells: new Map(named.map(({ name, index }) => [name, row.cells[index] ?? ''])) });
    problems.push(...beyondTitles(row, columns));
    if (rows.length % ROWS_AT_A_TIME === 0) await otherWork();
  }
  return { rows, problems };
}

function titleOf(cell: InputCell): string {
  return typeof cell === 'string' ? cell.trim().toLowerCase() : '';
}

function titleProblems(line: number, columns: readonly string[]): ImportProblem[] {
  const named = columns.filter((column) => column !== '');
  const problems: ImportProblem[] = [
    ...named.filter((name) => !isColumnName(name)).map((name) => ({ name, code: 'column-unknown' as const })),
    ...named
      .filter((name, index) => named.indexOf(name) !== index)
      .map((name) => ({ name, code: 'column-twice' as const })),
  ].map(({ name, code }) => ({ line, column: name, code, value: name }));
  if (!named.includes('slug')) problems.push({ line, column: 'slug', code: 'no-slug-column', value: '' });
  return problems;
}

/** Reports a value in a column without a title: a stray separator may have shifted the cells. */
function beyondTitles({ line, cells }: TableRow, columns: readonly string[]): ImportProblem[] {
  const stray = cells.find((cell, index) => cell !== '' && (columns[index] ?? '') === '');
  if (stray === undefined) return [];
  return [{ line, column: null, code: 'no-title', value: typeof stray === 'string' ? stray : '' }];
}
