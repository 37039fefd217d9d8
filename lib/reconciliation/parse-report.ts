import { type Currency, isCurrency, isStorable, type Money, parseDecimal } from '../money';
import { parseXml, type XmlElement, XmlError } from '../xml/parse-xml';

export type ReportRow = {
  readonly terminalId: string;
  readonly cashierId: string;
  /** Negative for a refund. */
  readonly amount: Money;
  readonly ersReference: string;
};

/** Why the whole report is rejected; `row` counts from 1. */
type ReportProblem = {
  readonly code:
    | 'not-whole'
    | 'no-report'
    | 'other-shop'
    | 'other-period'
    | 'other-terminal'
    | 'unknown-row'
    | 'bad-amount'
    | 'bad-reference';
  readonly row?: number;
};

export type ParsedReport =
  | { readonly ok: true; readonly rows: readonly ReportRow[] }
  | { readonly ok: false; readonly problem: ReportProblem };

export type ReportExpectation = {
  readonly transactionPeriodId: string;
  readonly resellerId: string;
  /** Null for the shop's report, whose header contains no terminal. */
  readonly terminalId: string | null;
  /** The currency of rows without one. */
  readonly currency: Currency;
};

/**
 * Parses a report that lists every transaction (STD_RECON_003 or 007). It must be complete, match the requested period,
 * shop and terminal, and contain nothing unknown. Otherwise the whole report is rejected.
 */
export function parseReport(xml: string, expected: ReportExpectation): ParsedReport {
  const root = readTree(xml);
  if (!root) return refuse('not-whole');
  const [meta, ...rows] = root.children;
  if (nameOf(root) !== 'TransactionDetails' || !meta || nameOf(meta) !== 'Meta') return refuse('no-report');
  const of = (name: string) => meta.children.find((child) => nameOf(child) === name)?.text.trim() ?? '';
  if (of('ResellerId') !== expected.resellerId.split('/')[0]) return refuse('other-shop');
  if (of('TransactionPeriodId') !== expected.transactionPeriodId) return refuse('other-period');
  if (of('TerminalId') !== (expected.terminalId ?? '')) return refuse('other-terminal');
  const read: ReportRow[] = [];
  for (const [index, element] of rows.entries()) {
    const row = readRow(element, expected);
    if (typeof row === 'string') return refuse(row, index + 1);
    read.push(row);
  }
  return { ok: true, rows: read };
}

function refuse(code: ReportProblem['code'], row?: number): ParsedReport {
  return { ok: false, problem: row === undefined ? { code } : { code, row } };
}

const required = ['TerminalId', 'CashierId', 'SalesAmount', 'ErsReference'];

function readRow(element: XmlElement, { currency, terminalId }: ReportExpectation): ReportRow | ReportProblem['code'] {
  const fields = new Map(element.children.map((child) => [nameOf(child), child.text.trim()]));
  const hasOnlyKnownFields = [...fields.keys()].every((name) => required.includes(name) || name === 'Currency');
  const whole = required.every((name) => fields.has(name)) && fields.size === element.children.length;
  const flat = element.text.trim() === '' && element.children.every(({ children }) => children.length === 0);
  if (nameOf(element) !== 'Row' || !hasOnlyKnownFields || !whole || !flat) return 'unknown-row';
  const of = (name: string) => fields.get(name) ?? '';
  if (terminalId !== null && of('TerminalId') !== terminalId) return 'unknown-row';
  if (!/^\d{1,40}$/.test(of('ErsReference'))) return 'bad-reference';
  const named = fields.get('Currency') ?? currency;
  const amount = isCurrency(named) ? parseDecimal(of('SalesAmount'), named) : null;
  if (!amount || !isStorable(amount.amount)) return 'bad-amount';
  return { terminalId: of('TerminalId'), cashierId: of('CashierId'), amount, ersReference: of('ErsReference') };
}

/** A report uses no namespaces, so an element in a namespace is unknown. */
function nameOf({ name, uri }: XmlElement): string {
  return uri === '' ? name : `{${uri}}${name}`;
}

// A report has three levels: root, row, field.
const MAX_DEPTH = 8;

/** Null if the XML is malformed, truncated, nested too deeply or has a DOCTYPE. */
function readTree(xml: string): XmlElement | null {
  try {
    return parseXml(xml, { maxDepth: MAX_DEPTH });
  } catch (error) {
    if (error instanceof XmlError) return null;
    throw error;
  }
}
