/**
 * A cell that was read: its text, untrimmed. A date, or the error of a formula, has no text that the person who typed it
 * would recognise.
 */
export type InputCell = string | { readonly unreadable: 'date' | 'error' };

/** `line`: the line of a CSV file on which the row begins, or the number of a sheet's row; both count from 1. */
export type TableRow = { readonly line: number; readonly cells: readonly InputCell[] };

export const MAX_TABLE_BYTES = 10 * 1024 * 1024;
/** The limit on the total unpacked size of the parts of an .xlsx file that are read. */
export const MAX_UNPACKED_BYTES = 100 * 1024 * 1024;
/** Rows below the titles. */
export const MAX_TABLE_ROWS = 20_000;
export const MAX_TABLE_COLUMNS = 100;

/**
 * Why a file is not read. `encoding`: neither UTF-8 nor UTF-16. `old-excel`: .xls, or protected by a password. `damaged`: not
 * a sheet that can be read. `too-much`: it unpacks to more than the limit. `quotes`: a quotation mark that is not closed, or
 * in the middle of a cell. `long`: a row of more than 200 000 characters.
 */
export type TableFlaw =
  | ('empty' | 'encoding' | 'nul' | 'old-excel' | 'damaged' | 'too-much')
  | ('quotes' | 'long' | 'rows' | 'columns' | 'merged');

export class TableError extends Error {
  constructor(
    readonly flaw: TableFlaw,
    /** Where it was found, if that is known. */
    readonly line: number | null = null,
  ) {
    super(`spreadsheet: the file cannot be read: ${flaw}`);
  }
}
