import { stringify } from 'csv-stringify/sync';
import type { Language } from '../i18n/languages';
import { toDecimal } from '../money';
import { type Cell, isMoney, swedishTime } from './cell';

type Dialect = {
  readonly delimiter: string;
  readonly decimal: string;
  time(date: Date): string;
};

// As a spreadsheet in that language reads a file without asking.
const dialects: Record<Language, Dialect> = {
  en: { delimiter: ',', decimal: '.', time: (date) => date.toISOString() },
  sv: { delimiter: ';', decimal: ',', time: swedishTime },
};

/** The first line of a CSV file (RFC 4180), after a mark for UTF-8. */
export function writeCsvTitles(titles: readonly string[], language: Language): string {
  return stringify([titles.map(inertText)], { bom: true, delimiter: dialects[language].delimiter });
}

export function writeCsvRows(rows: readonly (readonly Cell[])[], language: Language): string {
  const { delimiter } = dialects[language];
  return stringify(
    rows.map((row) => row.map((cell) => writeCell(cell, dialects[language]))),
    { delimiter },
  );
}

function writeCell(cell: Cell, { decimal, time }: Dialect): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return inertText(cell);
  return isMoney(cell) ? toDecimal(cell).replace('.', decimal) : time(cell);
}

/** Begins as a formula does, also behind blanks and in the wide forms of Chinese and Japanese. */
const formula = /^\s*[=+\-@|\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;
/** Digits that a spreadsheet would round (above 15) or cut (zeros at the start), and what it would take for a date. */
const number = /^(?:0\d|[\d\s.,:/-]{12,}$|\d{1,4}[-/.]\d{1,2}(?:[-/.]\d{1,4})?$)/;

/** A text that a spreadsheet would run, round or turn into a date gets an apostrophe before it. */
export function inertText(text: string): string {
  return formula.test(text) || number.test(text.trim()) ? `'${text}` : text;
}
