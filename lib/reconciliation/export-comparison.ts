import { getAdminTexts } from '../i18n/get-admin-texts';
import type { FullLanguage } from '../i18n/languages';
import type { Cell, Column } from '../spreadsheet/cell';
import { writeCsvRows, writeCsvTitles } from '../spreadsheet/write-csv';
import { MAX_XLSX_ROWS, writeXlsx } from '../spreadsheet/write-xlsx';
import { getPeriod, type LineView, listLines } from './view-period';

/** All lines of a comparison as CSV, differences first. Null if the period does not exist. */
export async function exportComparison(
  periodId: string,
  language: FullLanguage,
): Promise<{ filename: string; content: string } | null> {
  const read = await readLines(periodId);
  if (!read) return null;
  const content =
    writeCsvTitles(getAdminTexts(language).exports.comparison.columns, language) + writeCsvRows(read.rows, language);
  return { filename: `${read.name}.csv`, content };
}

/** The lines of `exportComparison` as an .xlsx file. Also null if there are more than MAX_XLSX_ROWS. */
export async function exportComparisonAsXlsx(
  periodId: string,
  language: FullLanguage,
): Promise<{ filename: string; content: Uint8Array<ArrayBuffer> } | null> {
  const read = await readLines(periodId, MAX_XLSX_ROWS + 1);
  if (!read || read.rows.length > MAX_XLSX_ROWS) return null;
  const { sheet, columns: titles } = getAdminTexts(language).exports.comparison;
  const columns = titles.map((title): Column => ({ title, width: title === 'ersReference' ? 28 : 16 }));
  return { filename: `${read.name}.xlsx`, content: await writeXlsx(sheet, columns, read.rows) };
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
    line.seqrAmount,
    line.shopAmount,
    (line.seqrAmount ?? line.shopAmount)?.currency ?? null,
    line.explanation,
    line.terminalId,
    line.cashierId,
    line.settlement && `${line.settlement.note} (${line.settlement.actor})`,
    line.settlement?.at ?? null,
  ];
}
