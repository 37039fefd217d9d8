import { type Currency, money, toDecimal } from '../../money';
import type { Booking, Period } from '../database/generated/client';
import { writeXml, type XmlField } from '../soap/write-xml';

/** The reports that executeReport knows, by what their ids end in. */
export const REPORTS = {
  'Shop.xml': { root: 'ShopTransactionSummary', scope: 'shop', detailed: false },
  'STD_RECON_001.xml': { root: 'ShopTransactionSummary', scope: 'shop', detailed: false },
  'STD_RECON_003.xml': { root: 'TransactionDetails', scope: 'shop', detailed: true },
  'STD_RECON_006.xml': { root: 'TerminalTransactionSummary', scope: 'terminal', detailed: false },
  'STD_RECON_007.xml': { root: 'TransactionDetails', scope: 'terminal', detailed: true },
} as const;

export type ReportKind = (typeof REPORTS)[keyof typeof REPORTS];

/** `Reconciliation/STD_RECON_006.xml`, with or without its folder and ending, in any case. */
export function findReport(reportId: string): { name: string; kind: ReportKind } | null {
  const wanted = `${reportId.replace(/^.*\//, '').replace(/\.xml$/i, '')}.xml`.toLowerCase();
  for (const [file, kind] of Object.entries(REPORTS)) {
    if (file.toLowerCase() === wanted) return { name: file.replace('.xml', ''), kind };
  }
  return null;
}

/**
 * A report's XML. Amounts have five decimals, refunds are negative rows. SEQR's rows have no currency, since its shops
 * had one; where a period has several, each row says its own and summaries are apart by currency.
 */
export function writeReport(kind: ReportKind, period: Period, bookings: Booking[], generatedAt: Date): string {
  const currencies = new Set(bookings.map(({ currency }) => currency));
  const rows = kind.detailed ? detailRows(bookings) : summaryRows(kind, period, bookings);
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

function summaryRows({ scope }: ReportKind, { terminalId }: Period, bookings: Booking[]): Row[] {
  const groups = new Map<string, Booking[]>();
  for (const booking of bookings) {
    const key = `${booking.terminalId} ${booking.currency}`;
    const group = groups.get(key);
    if (group) group.push(booking);
    else groups.set(key, [booking]);
  }
  const rows = [...groups.values()].map((group): Row => {
    const [first] = group;
    return {
      currency: first?.currency,
      fields: summary(first?.terminalId ?? '', group.length, sumOf(group)),
    };
  });
  if (rows.length > 0 || scope === 'shop') return rows;
  return [{ currency: undefined, fields: summary(terminalId ?? '', 0, '0.00000') }];
}

function summary(terminalId: string, count: number, total: string): XmlField[] {
  return [
    ['TerminalId', terminalId],
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
