import { stringify } from 'csv-stringify/sync';
import type { FullLanguage } from '../i18n/languages';
import { toDecimal } from '../money';
import { type Cell, isMoney, swedishTime } from './cell';

type Dialect = {
  readonly delimiter: string;
  readonly decimal: string;
  time(date: Date): string;
};

// The formats that a spreadsheet in each language opens without an import dialog.
const dialects: Record<FullLanguage, Dialect> = {
  en: { delimiter: ',', decimal: '.', time: (date) => date.toISOString() },
  sv: { delimiter: ';', decimal: ',', time: swedishTime },
};

/** The header line of a CSV file (RFC 4180), after a UTF-8 byte order mark. */
export function writeCsvTitles(titles: readonly string[], language: FullLanguage): string {
  return stringify([titles.map(escapeFormula)], { bom: true, delimiter: dialects[language].delimiter });
}

export function writeCsvRows(rows: readonly (readonly Cell[])[], language: FullLanguage): string {
  const { delimiter } = dialects[language];
  return stringify(
    rows.map((row) => row.map((cell) => writeCell(cell, dialects[language]))),
    { delimiter },
  );
}

function writeCell(cell: Cell, { decimal, time }: Dialect): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return escapeFormula(cell);
  return isMoney(cell) ? toDecimal(cell).replace('.', decimal) : time(cell);
}

/** A text that starts like a formula, even after spaces or with full-width characters. */
const formula = /^\s*[=+\-@|\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;
/**
 * Numbers that a spreadsheet would round or shorten (12 characters or more), leading zeros that it would drop, and
 * texts that it would treat as a date.
 */
const number = /^(?:0\d|[\d\s.,:/-]{12,}$|\d{1,4}[-/.]\d{1,2}(?:[-/.]\d{1,4})?$)/;

/** A formula that would start a cell if a spreadsheet split the line at another separator. */
const innerFormula = /([;,\t\r\n][ \u00A0]*)('*[=+\-@|\uFF1D\uFF0B\uFF0D\uFF20])/g;
const escapedInnerFormula = /([;,\t\r\n][ \u00A0]*)'('*[=+\-@|\uFF1D\uFF0B\uFF0D\uFF20])/g;

/**
 * Adds an apostrophe where a spreadsheet would run a text as a formula, round it or treat it as a date. Where the text
 * already has an apostrophe, adds one more, so that `unescapeFormula` can restore the text.
 */
export function escapeFormula(text: string): string {
  const escaped = text.replace(innerFormula, "$1'$2");
  return isRisky(text) ? `'${escaped}` : escaped;
}

/** Returns the text that `escapeFormula` has escaped. */
export function unescapeFormula(escaped: string): string {
  const text = escaped.replace(escapedInnerFormula, '$1$2');
  return text.startsWith("'") && isRisky(text) ? text.slice(1) : text;
}

function isRisky(text: string): boolean {
  const bare = text.replace(/^'+/, '');
  return formula.test(bare) || number.test(bare.trim());
}
