import { SaxesParser } from 'saxes';
import { type Currency, isCurrency, type Money, parseDecimal } from '../money';

export type ReportRow = {
  readonly terminalId: string;
  readonly cashierId: string;
  /** Negative for what went back to the payer. */
  readonly amount: Money;
  readonly ersReference: string;
};

/** Why a report is refused whole; `row` counts from 1. */
export type ReportProblem = {
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
  /** Null for the shop's report, which names no terminal at its head. */
  readonly terminalId: string | null;
  /** The one of rows that name none. */
  readonly currency: Currency;
};

/**
 * Reads a report of every transaction (STD_RECON_003 or 007) strictly: whole, of the period, shop and terminal that
 * were asked for, and nothing in it that we do not understand. Otherwise nothing of it is used.
 */
export function parseReport(xml: string, expected: ReportExpectation): ParsedReport {
  const root = readTree(xml);
  if (!root) return refuse('not-whole');
  const [meta, ...rows] = root.children;
  if (root.name !== 'TransactionDetails' || meta?.name !== 'Meta') return refuse('no-report');
  const of = (name: string) => meta.children.find((child) => child.name === name)?.text.trim() ?? '';
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

function readRow(element: Element, { currency, terminalId }: ReportExpectation): ReportRow | ReportProblem['code'] {
  const fields = new Map(element.children.map((child) => [child.name, child.text.trim()]));
  const known = [...fields.keys()].every((name) => required.includes(name) || name === 'Currency');
  const whole = required.every((name) => fields.has(name)) && fields.size === element.children.length;
  const flat = element.text.trim() === '' && element.children.every(({ children }) => children.length === 0);
  if (element.name !== 'Row' || !known || !whole || !flat) return 'unknown-row';
  const of = (name: string) => fields.get(name) ?? '';
  if (terminalId !== null && of('TerminalId') !== terminalId) return 'unknown-row';
  if (!/^\d{1,40}$/.test(of('ErsReference'))) return 'bad-reference';
  const named = fields.get('Currency') ?? currency;
  const amount = isCurrency(named) ? parseDecimal(of('SalesAmount'), named) : null;
  if (!amount) return 'bad-amount';
  return { terminalId: of('TerminalId'), cashierId: of('CashierId'), amount, ersReference: of('ErsReference') };
}

type Element = { readonly name: string; text: string; readonly children: Element[] };

// Root, row, field: nothing in a report is deeper.
const DEEPEST = 8;

/** Null for what is not well-formed, cut off, has a DOCTYPE, or is nested beyond reason. */
function readTree(xml: string): Element | null {
  const parser = new SaxesParser({ position: false });
  const root: Element = { name: '', text: '', children: [] };
  const open = [root];
  const current = () => open.at(-1) ?? root;
  const addText = (text: string) => {
    current().text += text;
  };
  parser.on('doctype', () => {
    throw new Error('a DOCTYPE is not accepted');
  });
  parser.on('opentag', ({ name }) => {
    if (open.length > DEEPEST) throw new Error('nested too deep');
    const element = { name, text: '', children: [] };
    current().children.push(element);
    open.push(element);
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    open.pop();
  });
  try {
    parser.write(xml).close();
  } catch {
    return null;
  }
  return root.children[0] ?? null;
}
