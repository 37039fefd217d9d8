import { type Currency, money, toDecimal } from '../../money';
import type { Booking, Period } from '../database/generated/client';
import { writeXml, type XmlField } from '../soap/write-xml';

type Scope = 'shop' | 'terminal';
/** What a report's rows stand for. */
type RowKind = 'transaction' | 'total' | 'terminal' | 'cashier';
export type ReportKind = { root: string; scope: Scope; rows: RowKind };

const shopTotal: ReportKind = { root: 'ResellerTransactionSummary', scope: 'shop', rows: 'total' };

/** The reports that executeReport knows, by what their ids end in (SEQR developer site: Reporting). */
const REPORTS: Record<string, ReportKind> = {
  'Shop.xml': shopTotal,
  'STD_RECON_001.xml': shopTotal,
  'STD_RECON_002.xml': { root: 'TerminalTransactionSummary', scope: 'shop', rows: 'terminal' },
  'STD_RECON_003.xml': { root: 'TransactionDetails', scope: 'shop', rows: 'transaction' },
  'STD_RECON_004.xml': { root: 'CashierTransactionSummary', scope: 'shop', rows: 'cashier' },
  'STD_RECON_006.xml': { root: 'TerminalTransactionSummary', scope: 'terminal', rows: 'terminal' },
  'STD_RECON_007.xml': { root: 'TransactionDetails', scope: 'terminal', rows: 'transaction' },
};

/** `Reconciliation/STD_RECON_006.xml`, with or without its folder and ending, in any case. */
export function findReport(reportId: string): { name: string; kind: ReportKind } | null {
  const wanted = `${reportId.replace(/^.*\//, '').replace(/\.xml$/i, '')}.xml`.toLowerCase();
  for (const [file, kind] of Object.entries(REPORTS)) {
    if (file.toLowerCase() === wanted) return { name: file.replace('.xml', ''), kind };
  }
  return null;
}

/** The title that SEQR gave a report: none for a shop's total. */
export function titleOf({ name, kind }: { name: string; kind: ReportKind }, period: Period): string {
  return kind.rows === 'total' ? '' : `${name}_${period.id}.xml`;
}

/**
 * A report's XML. Amounts have five decimals, refunds are negative rows. SEQR's rows have no currency, since its shops
 * had one; where a period has several, each row says its own and summaries are apart by currency.
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

/** A count and a total for each terminal, cashier or the whole; a report on one of them has a row without sales, too. */
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
  const [whole = '0', decimals = ''] = toDecimal(money(amount, currency as Currency)).split('.');
  return `${whole}.${decimals.padEnd(5, '0')}`;
}
