import { storedMoney, toDecimal } from '../../money';
import { writeXml, type XmlField } from '../../xml/write-xml';
import type { Booking, Period } from '../database/generated/client';

type Scope = 'shop' | 'terminal';
/** What each row of a report represents. */
type RowKind = 'transaction' | 'total' | 'terminal' | 'cashier';
export type ReportKind = { root: string; scope: Scope; rows: RowKind };

const shopTotal: ReportKind = { root: 'ResellerTransactionSummary', scope: 'shop', rows: 'total' };

/** The reports of executeReport, by the file name in their ids (SEQR developer site: Reporting). */
const REPORTS: Record<string, ReportKind> = {
  'Shop.xml': shopTotal,
  'STD_RECON_001.xml': shopTotal,
  'STD_RECON_002.xml': { root: 'TerminalTransactionSummary', scope: 'shop', rows: 'terminal' },
  'STD_RECON_003.xml': { root: 'TransactionDetails', scope: 'shop', rows: 'transaction' },
  'STD_RECON_004.xml': { root: 'CashierTransactionSummary', scope: 'shop', rows: 'cashier' },
  'STD_RECON_006.xml': { root: 'TerminalTransactionSummary', scope: 'terminal', rows: 'terminal' },
  'STD_RECON_007.xml': { root: 'TransactionDetails', scope: 'terminal', rows: 'transaction' },
};

/**
 * Finds a report by an id such as `Reconciliation/STD_RECON_006.xml`, with or without folder and extension, in any
 * letter case.
 */
export function findReport(reportId: string): { name: string; kind: ReportKind } | null {
  const wanted = `${reportId.replace(/^.*\//, '').replace(/\.xml$/i, '')}.xml`.toLowerCase();
  for (const [file, kind] of Object.entries(REPORTS)) {
    if (file.toLowerCase() === wanted) return { name: file.replace('.xml', ''), kind };
  }
  return null;
}

/** The title of a report in SEQR's format; empty for a shop's total. */
export function titleOf({ name, kind }: { name: string; kind: ReportKind }, period: Period): string {
  return kind.rows === 'total' ? '' : `${name}_${period.id}.xml`;
}

/**
 * A report's XML. Amounts have five decimals, and refunds are negative rows. SEQR's rows have no currency, because its
 * shops had only one. If a period has several currencies, each row contains its own, and summaries are per currency.
 */
export function writeReport(kind: ReportKind, period: Period, bookings: Booking[], generatedAt: Date): string {
  const currencies = new Set(bookings.map(({ currency }) => currency));
  const rows = kind.rows === 'transaction' ? detailRows(bookings) : summaryRows(kind, period, bookings);
  const fields: XmlField[] = [
    [
      'Meta',
      [
        ['ResellerId', period.resellerId],
        ['TerminalId', period.terminalId],
        ['TransactionPeriodId', period.id],
        ['GeneratedAt', generatedAt.toISOString().slice(0, 16).replace('T', ' ')],
      ],
    ],
    ...rows.map(
      ({ fields, currency }): XmlField => ['Row', currencies.size > 1 ? [...fields, ['Currency', currency]] : fields],
    ),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>${writeXml([[kind.root, fields]])}`;
}

type Row = { fields: XmlField[]; currency: string | undefined };

function detailRows(bookings: Booking[]): Row[] {
  return bookings.map(({ terminalId, cashierId, amount, currency, ersReference }) => ({
    currency,
    fields: [
      ['TerminalId', terminalId],
      ['CashierId', cashierId ?? ''],
      ['SalesAmount', fiveDecimals(amount, currency)],
      ['ErsReference', ersReference],
    ],
  }));
}

/**
 * Returns rows of count and total per terminal, per cashier or overall. A report on one terminal or on the total has a
 * row even without sales.
 */
function summaryRows({ scope, rows }: ReportKind, { terminalId }: Period, bookings: Booking[]): Row[] {
  const groups = new Map<string, Booking[]>();
  for (const booking of bookings) {
    const key = JSON.stringify([keyOf(rows, booking), booking.currency]);
    const group = groups.get(key);
    if (group) group.push(booking);
    else groups.set(key, [booking]);
  }
  if (groups.size === 0 && (rows === 'total' || scope === 'terminal')) {
    return [{ currency: undefined, fields: summary(rows, terminalId ?? '', 0, '0.00000') }];
  }
  return [...groups.values()].flatMap((group): Row[] => {
    const [first] = group;
    if (!first) return [];
    return [{ currency: first.currency, fields: summary(rows, keyOf(rows, first), group.length, sumOf(group)) }];
  });
}

function keyOf(rows: RowKind, { terminalId, cashierId }: Booking): string {
  if (rows === 'terminal') return terminalId;
  return rows === 'cashier' ? (cashierId ?? '') : '';
}

function summary(rows: RowKind, key: string, count: number, total: string): XmlField[] {
  return [
    ['TerminalId', rows === 'terminal' ? key : undefined],
    ['CashierId', rows === 'cashier' ? key : undefined],
    ['SalesCount', count],
    ['SalesTotal', total],
  ];
}

function sumOf(group: Booking[]): string {
  const sum = group.reduce((total, { amount }) => total + amount, 0);
  return fiveDecimals(sum, group[0]?.currency ?? 'SEK');
}

function fiveDecimals(amount: number, currency: string): string {
  const [whole = '0', decimals = ''] = toDecimal(storedMoney(amount, currency)).split('.');
  return `${whole}.${decimals.padEnd(5, '0')}`;
}
