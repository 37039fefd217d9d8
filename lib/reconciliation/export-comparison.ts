import type { Language } from '../i18n/languages';
import type { Cell, Column } from '../spreadsheet/cell';
import { writeCsvRows, writeCsvTitles } from '../spreadsheet/write-csv';
import { MAX_XLSX_ROWS, writeXlsx } from '../spreadsheet/write-xlsx';
import { getPeriod, type LineView, listLines } from './view-period';

const titles: Record<Language, readonly string[]> = {
  en: ['outcome', 'ersReference', 'order', 'at SEQR', 'with us', 'currency', 'explanation', 'terminal', 'cashier'],
  sv: ['utfall', 'ersReference', 'order', 'hos SEQR', 'hos oss', 'valuta', 'förklaring', 'terminal', 'kassör'],
};
const sheet: Record<Language, string> = { en: 'Comparison', sv: 'Jämförelse' };

/** All lines of a comparison as CSV, differences first; null where there is no such period. */
export async function exportComparison(
  periodId: string,
  language: Language,
): Promise<{ filename: string; content: string } | null> {
  const read = await readLines(periodId);
  if (!read) return null;
  const content = writeCsvTitles(titles[language], language) + writeCsvRows(read.rows, language);
  return { filename: `${read.name}.csv`, content };
}

/** The same as an .xlsx file; null also where they are more lines than one may hold. */
export async function exportComparisonAsXlsx(
  periodId: string,
  language: Language,
): Promise<{ filename: string; content: Uint8Array<ArrayBuffer> } | null> {
  const read = await readLines(periodId, MAX_XLSX_ROWS + 1);
  if (!read || read.rows.length > MAX_XLSX_ROWS) return null;
  const columns = titles[language].map((title): Column => ({ title, width: title === 'ersReference' ? 28 : 16 }));
  return { filename: `${read.name}.xlsx`, content: await writeXlsx(sheet[language], columns, read.rows) };
}

async function readLines(periodId: string, most = Number.MAX_SAFE_INTEGER) {
  const period = await getPeriod(periodId);
  if (!period) return null;
  const open = await listLines(periodId, 'open', most);
  const matched = await listLines(periodId, 'matched', most);
  return { name: `period-${period.transactionPeriodId ?? 'without-id'}`, rows: [...open, ...matched].map(rowOf) };
}

function rowOf(line: LineView): Cell[] {
  return [
    line.outcome,
    line.ersReference,
    line.orderNumber,
    line.atSeqr,
    line.withUs,
    (line.atSeqr ?? line.withUs)?.currency ?? null,
    line.explanation,
    line.terminalId,
    line.cashierId,
  ];
}
