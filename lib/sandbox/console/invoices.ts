import { type Currency, type Money, money } from '../../money';
import type { Sandbox } from '../context';
import type { Invoice, Prisma } from '../database/generated/client';
import { explainWaiting } from '../invoices/acknowledgment';
import { findInvoice } from '../invoices/on-invoice';
import { listReceipts, type Receipt } from '../receipts/list-receipts';
import { qrCodeOf } from '../references';

export const PAGE = 50;

export interface InvoiceLine {
  reference: string;
  status: string;
  terminalId: string;
  merchant: string;
  clientInvoiceId: string | null;
  title: string | null;
  total: Money;
  refunded: Money | null;
  scanned: boolean;
  confirming: boolean;
  closedBy: string | null;
  createdAt: Date;
}

export interface InvoiceLife extends InvoiceLine {
  version: number;
  invoiceQRCode: string;
  paymentMode: string;
  /** What a reservation holds, which may differ from the total. */
  reserved: Money | null;
  acknowledgmentMode: string;
  /** Why the payer waits, or will wait, for the merchant. */
  waiting: string | null;
  ersReference: string | null;
  payerId: string | null;
  cashierId: string | null;
  footer: string | null;
  backURL: string | null;
  notificationUrl: string | null;
  receipts: Receipt[];
  expiresAt: Date;
  acknowledgedAt: Date | null;
  /** What the invoice's own clock shows now, and how many seconds it has been moved ahead. */
  time: Date;
  clockOffset: number;
  rows: string;
  events: { id: number; at: Date; kind: string; detail: string | null }[];
}

export type InvoiceQuery = { text?: string | undefined; status?: string | undefined; before?: string | undefined };
export type Page<Line> = { lines: Line[]; before: string | null };

const merchantOf = { terminal: { select: { reseller: { select: { name: true } } } } } satisfies Prisma.InvoiceInclude;
type WithMerchant = Invoice & { terminal: { reseller: { name: string } } };

/** Newest first, a page at a time. `text` is the beginning of a reference, or part of the merchant's own number or title. */
export async function listInvoices(
  sandbox: Sandbox,
  { text, status, before }: InvoiceQuery,
): Promise<Page<InvoiceLine>> {
  const where: Prisma.InvoiceWhereInput[] = [];
  if (status) where.push({ status });
  if (text) where.push({ OR: matches(text.trim()) });
  const [time = '', reference = ''] = before?.split('_') ?? [];
  const createdAt = new Date(time);
  if (!Number.isNaN(createdAt.getTime())) {
    where.push({ OR: [{ createdAt: { lt: createdAt } }, { createdAt, reference: { lt: reference } }] });
  }
  const found = await sandbox.db.read.invoice.findMany({
    where: { AND: where },
    include: merchantOf,
    orderBy: [{ createdAt: 'desc' }, { reference: 'desc' }],
    take: PAGE + 1,
  });
  const lines = found.slice(0, PAGE).map(toLine);
  const last = found.length > PAGE ? lines.at(-1) : undefined;
  return { lines, before: last ? `${last.createdAt.toISOString()}_${last.reference}` : null };
}

function matches(text: string): Prisma.InvoiceWhereInput[] {
  return [
    { reference: { startsWith: text.replace(/^r/i, '') } },
    { ersReference: text },
    { terminalId: text },
    { clientInvoiceId: { contains: text } },
    { title: { contains: text } },
  ];
}

/** An invoice with its life line. Null when there is none. */
export async function getInvoiceLife(sandbox: Sandbox, reference: string): Promise<InvoiceLife | null> {
  if (!(await findInvoice(sandbox, reference))) return null;
  const invoice = await sandbox.db.read.invoice.findUniqueOrThrow({ where: { reference }, include: merchantOf });
  const events = await sandbox.db.read.invoiceEvent.findMany({
    where: { invoiceReference: reference },
    orderBy: { id: 'asc' },
  });
  return {
    ...toLine(invoice),
    version: invoice.version,
    invoiceQRCode: qrCodeOf(sandbox.qrBase, reference),
    paymentMode: invoice.paymentMode,
    reserved: invoice.reserved === null ? null : money(invoice.reserved, invoice.currency as Currency),
    acknowledgmentMode: invoice.acknowledgmentMode,
    waiting: explainWaiting(invoice),
    ersReference: invoice.ersReference,
    payerId: invoice.payerId,
    cashierId: invoice.cashierId,
    footer: invoice.footer,
    backURL: invoice.backURL,
    notificationUrl: invoice.notificationUrl,
    receipts: await listReceipts(sandbox, reference),
    expiresAt: invoice.expiresAt,
    acknowledgedAt: invoice.acknowledgedAt,
    time: new Date(sandbox.now().getTime() + invoice.clockOffset * 1000),
    clockOffset: invoice.clockOffset,
    rows: invoice.rows,
    events: events.map(({ id, at, kind, detail }) => ({ id, at, kind, detail })),
  };
}

function toLine(invoice: WithMerchant): InvoiceLine {
  const currency = invoice.currency as Currency;
  return {
    reference: invoice.reference,
    status: invoice.status,
    terminalId: invoice.terminalId,
    merchant: invoice.terminal.reseller.name,
    clientInvoiceId: invoice.clientInvoiceId,
    title: invoice.title,
    total: money(invoice.total, currency),
    refunded: invoice.refunded > 0 ? money(invoice.refunded, currency) : null,
    scanned: invoice.scannedAt !== null,
    confirming: invoice.confirmingBy !== null,
    closedBy: invoice.closedBy,
    createdAt: invoice.createdAt,
  };
}
