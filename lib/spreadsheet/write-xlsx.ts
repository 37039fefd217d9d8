import { Worker } from 'node:worker_threads';
import { decimalsOf, toDecimal } from '../money';
import { type Cell, type Column, isMoney, swedishTime } from './cell';

/** More rows would take minutes and hundreds of megabytes; CSV is streamed and has no limit. */
export const MAX_XLSX_ROWS = 20_000;

/** A cell as passed to the worker: text, a number with its format, or a time. */
type Plain = null | string | { readonly number: string; readonly format: string } | { readonly time: string };

// write-excel-file works synchronously and would delay payments for seconds, so it runs in a worker thread. The code is
// a string, because Next bundles no file for a worker. The worker runs in the project's folder.
const worker = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { createRequire } = require('node:module');
  const write = createRequire(process.cwd() + '/package.json')('write-excel-file/node');
  const toCell = (cell) => {
    if (cell === null) return null;
    if (typeof cell === 'string') return { value: cell, type: String };
    if ('time' in cell) return { value: new Date(cell.time), type: Date, format: 'yyyy-mm-dd hh:mm:ss' };
    return { value: Number(cell.number), type: Number, format: cell.format };
  };
  const { sheet, columns, rows } = workerData;
  const titles = columns.map(({ title }) => ({ value: title, type: String, fontWeight: 'bold' }));
  const options = { sheet, columns: columns.map(({ width }) => ({ width })), stickyRowsCount: 1 };
  (write.default ?? write)([titles, ...rows.map((row) => row.map(toCell))], options)
    .toBuffer()
    .then((content) => parentPort.postMessage(content));
`;

/**
 * A sheet as an .xlsx file. Amounts are numbers, times are in Swedish time, and text stays text, including references of
 * 25 digits.
 */
export function writeXlsx(
  sheet: string,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
): Promise<Uint8Array<ArrayBuffer>> {
  // Only these fields: a caller's columns may contain functions, which cannot be passed to a thread.
  const plainColumns = columns.map(({ title, width }) => ({ title, width }));
  const workerData = { sheet, columns: plainColumns, rows: rows.map((row) => row.map(toPlain)) };
  return new Promise((resolve, reject) => {
    const thread = new Worker(worker, { eval: true, workerData });
    thread.once('message', (content: Uint8Array) => resolve(new Uint8Array(content)));
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`spreadsheet: the worker ended with ${code}`)));
  });
}

function toPlain(cell: Cell): Plain {
  if (cell === null || typeof cell === 'string') return cell;
  if (!isMoney(cell)) return { time: `${swedishTime(cell).replace(' ', 'T')}Z` };
  const decimals = decimalsOf(cell.currency);
  return { number: toDecimal(cell), format: decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}` };
}
