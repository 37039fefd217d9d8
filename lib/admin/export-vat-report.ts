import { getAdminTexts } from '../i18n/get-admin-texts';
import type { FullLanguage } from '../i18n/languages';
import type { Cell } from '../spreadsheet/cell';
import { writeCsvRows, writeCsvTitles } from '../spreadsheet/write-csv';
import { formatVatRate } from '../vat-rate';
import { type CurrencyReport, getVatReport, type ReportPeriod, type VatRow } from './get-vat-report';
import type { Session } from './session';

/** The report as CSV: a line per currency and rate, and one for the total of each currency. */
export async function exportVatReport(session: Session, period: ReportPeriod, language: FullLanguage): Promise<string> {
  const { columns, total } = getAdminTexts(language).vat.file;
  const reports = await getVatReport(session, period);
  const rowsOf = (report: CurrencyReport): Cell[][] => [
    ...report.rates.map((row) => rowOf(period, report, formatVatRate(row.rate, language), row)),
    rowOf(period, report, total, report.total),
  ];
  return writeCsvTitles(columns, language) + writeCsvRows(reports.flatMap(rowsOf), language);
}

function rowOf({ from, to }: ReportPeriod, { currency }: CurrencyReport, name: string, row: VatRow): Cell[] {
  const { sold, refunded, left } = row;
  return [`${from} – ${to}`, currency, name, sold.net, sold.vat, refunded.net, refunded.vat, left.net, left.vat];
}
