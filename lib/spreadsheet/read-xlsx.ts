import { readPart } from './read-part';
import { readWorkbook, type Workbook, withoutReturns } from './read-workbook';
import { type InputCell, MAX_TABLE_COLUMNS, MAX_TABLE_ROWS, TableError, type TableRow } from './table';
import { openZip } from './zip';

/** Reads the first sheet of an .xlsx file. A formula counts as its last result. Throws `TableError`. */
export async function readXlsx(bytes: Uint8Array): Promise<TableRow[]> {
  const zip = openZip(bytes);
  const workbook = await readWorkbook(zip);
  const rows: TableRow[] = [];
  let line = 0;
  let cells: InputCell[] = [];
  let cell = { column: 0, type: '', style: '', value: '' };
  let isValue = false;
  await readPart(zip, workbook.sheet, {
    open(name, { r, t = 'n', s = '', ref = '' }) {
      if (name === 'row') {
        line = r === undefined ? line + 1 : Number(r);
        cells = [];
      } else if (name === 'c') {
        cell = { column: r === undefined ? cells.length : columnOf(r), type: t, style: s, value: '' };
      } else if (name === 'v' || name === 't') isValue = true;
      // `t` in `rPh` contains the text's pronunciation.
      else if (name === 'rPh') isValue = false;
      else if (name === 'mergeCell') throw new TableError('merged', Number(/\d+/.exec(ref)?.[0] ?? 0) || null);
    },
    text(text) {
      if (isValue) cell.value += text;
    },
    close(name) {
      if (name === 'v' || name === 't') isValue = false;
      if (name === 'c') place(cells, cell.column, textOf(cell, workbook), line);
      if (name !== 'row' || cells.every((one) => one === '')) return;
      rows.push({ line, cells });
      if (rows.length > MAX_TABLE_ROWS + 1) throw new TableError('rows', line);
    },
  });
  return rows;
}

function place(cells: InputCell[], column: number, value: InputCell, line: number): void {
  if (value === '') return;
  if (column >= MAX_TABLE_COLUMNS) throw new TableError('columns', line);
  while (cells.length < column) cells.push('');
  cells[column] = value;
}

/** `AB7` → 27. */
function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0] ?? '';
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

type RawCell = { readonly type: string; readonly style: string; readonly value: string };

/** The text of a cell: ECMA-376, part 1, 18.18.11. */
function textOf({ type, style, value }: RawCell, { strings, styles }: Workbook): InputCell {
  if (value === '') return '';
  switch (type) {
    case 's':
      return strings[Number(value)] ?? '';
    case 'str':
    case 'inlineStr':
      return withoutReturns(value);
    case 'b':
      return value === '1' ? 'true' : 'false';
    case 'e':
      return { unreadable: 'error' };
    case 'd':
      return { unreadable: 'date' };
    default:
      return numberOf(Number(value), styles[Number(style)] ?? 'plain');
  }
}

/** The shortest text of a number: a sheet stores 99.95 as 99.950000000000003. */
function numberOf(value: number, style: Workbook['styles'][number]): InputCell {
  if (style === 'date') return { unreadable: 'date' };
  return style === 'percent' ? `${Number((value * 100).toPrecision(12))}%` : String(value);
}
