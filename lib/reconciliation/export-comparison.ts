import { stringify } from 'csv-stringify/sync';
import { type Money, toDecimal } from '../money';
import { getPeriod, type LineView, listLines } from './view-period';

const columns = [
  'outcome',
  'ersReference',
  'order',
  'at SEQR',
  'with us',
  'currency',
  'explanation',
  'terminal',
  'cashier',
] as const;

/**
 * All lines of a comparison as CSV (RFC 4180, with a mark for UTF-8), differences first; null where there is no such
 * period. A text that a spreadsheet would run as a formula gets an apostrophe before it; amounts are numbers and stay so.
 */
export async function exportComparison(periodId: string): Promise<{ filename: string; csv: string } | null> {
  const period = await getPeriod(periodId);
  if (!period) return null;
  const [open, matched] = await Promise.all([
    listLines(periodId, 'open', Number.MAX_SAFE_INTEGER),
    listLines(periodId, 'matched', Number.MAX_SAFE_INTEGER),
  ]);
  const csv = stringify([[...columns], ...[...open, ...matched].map(recordOf)], { bom: true });
  return { filename: `period-${period.transactionPeriodId ?? 'without-id'}.csv`, csv };
}

function recordOf(line: LineView): string[] {
  const sum = (amount: Money | null) => (amount ? toDecimal(amount) : '');
  return [
    line.outcome,
    inert(line.ersReference),
    inert(line.orderNumber),
    sum(line.atSeqr),
    sum(line.withUs),
    (line.atSeqr ?? line.withUs)?.currency ?? '',
    line.explanation ?? '',
    inert(line.terminalId),
    inert(line.cashierId),
  ];
}

function inert(text: string | null): string {
  return text && /^[=+\-@\t\r]/.test(text) ? `'${text}` : (text ?? '');
}
