import { type Money, money, storedCurrency, storedMoney } from '../../money';
import type { Sandbox } from '../core/context';
import { hideCredentials } from '../core/hide-credentials';
import { qrCodeOf } from '../core/references';
import { type Invoice, Prisma } from '../database/generated/client';
import { explainWaiting } from '../invoices/acknowledgment';
import { listReceipts, type Receipt } from '../invoices/list-receipts';
import { findInvoice } from '../invoices/on-invoice';

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

export interface InvoiceDetails extends InvoiceLine {
  version: number;
  invoiceQRCode: string;
  paymentMode: string;
  /** The reserved amount, which may differ from the total. */
  reserved: Money | null;
  acknowledgmentMode: string;
  /** Why the payer waits, or will wait, for the merchant. */
  waitingReason: string | null;
  ersReference: string | null;
  payerId: string | null;
  cashierId: string | null;
  footer: string | null;
  backURL: string | null;
  notificationUrl: string | null;
  receipts: Receipt[];
  expiresAt: Date;
  acknowledgedAt: Date | null;
  /** The time on the invoice's own clock, and the seconds by which that clock was advanced. */
  time: Date;
  clockOffset: number;
  rows: string;
  events: { id: number; at: Date; kind: string; detail: string | null }[];
}

export type InvoiceQuery = { text?: string | undefined; status?: string | undefined; before?: string | undefined };
export type Page<Line> = { lines: Line[]; before: string | null };

/**
 * Parses a row id from a page's address. Returns null for anything except 1 to 15 digits, because the database rejects
 * larger numbers.
 */
export function rowId(text: string | undefined): number | null {
  return /^\d{1,15}$/.test(text ?? '') ? Number(text) : null;
}

const merchantOf = { terminal: { select: { reseller: { select: { name: true } } } } } satisfies Prisma.InvoiceInclude;
type WithMerchant = Invoice & { terminal: { reseller: { name: string } } };

/**
 * Lists invoices, newest first, page by page. `text` matches the start of a reference, part of the merchant's number or
 * title, or a whole ersReference or terminal id.
 */
export async function listInvoices(
  sandbox: Sandbox,
  { text, status, before }: InvoiceQuery,
): Promise<Page<InvoiceLine>> {
  const where = [Prisma.sql`TRUE`];
  if (status) where.push(Prisma.sql`"status" = ${status}`);
  if (text) where.push(matches(text.trim()));
  const [time = '', reference = ''] = before?.split('_') ?? [];
  const createdAt = new Date(time);
  if (!Number.isNaN(createdAt.getTime())) {
    where.push(Prisma.sql`("createdAt", "reference") < (${createdAt}, ${reference})`);
  }
  const references = await sandbox.db.read.$queryRaw<{ reference: string }[]>`
    SELECT "reference" FROM "Invoice" WHERE ${Prisma.join(where, ' AND ')}
    ORDER BY "createdAt" DESC, "reference" DESC LIMIT ${PAGE + 1}`;
  const found = await sandbox.db.read.invoice.findMany({
    where: { reference: { in: references.map((row) => row.reference) } },
    include: merchantOf,
    orderBy: [{ createdAt: 'desc' }, { reference: 'desc' }],
  });
  const lines = found.slice(0, PAGE).map(toLine);
  const last = found.length > PAGE ? lines.at(-1) : undefined;
  return { lines, before: last ? `${last.createdAt.toISOString()}_${last.reference}` : null };
}

function matches(text: string): Prisma.Sql {
  const ways = [
    Prisma.sql`instr("reference", ${text.replace(/^r/i, '')}) = 1`,
    Prisma.sql`"ersReference" = ${text}`,
    Prisma.sql`"terminalId" = ${text}`,
    containsText('clientInvoiceId', text),
    containsText('title', text),
  ];
  return Prisma.sql`(${Prisma.join(ways, ' OR ')})`;
}

/** Prisma's own `contains` uses SQLite's LIKE without escaping, so `%` and `_` would match anything. */
export function containsText(column: 'clientInvoiceId' | 'title' | 'id' | 'name', text: string): Prisma.Sql {
  return Prisma.sql`instr(lower(${Prisma.raw(`"${column}"`)}), lower(${text})) > 0`;
}

/** An invoice with its history. Returns null if it does not exist. */
export async function getInvoiceDetails(sandbox: Sandbox, reference: string): Promise<InvoiceDetails | null> {
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
    reserved: invoice.reserved === null ? null : storedMoney(invoice.reserved, invoice.currency),
    acknowledgmentMode: invoice.acknowledgmentMode,
    waitingReason: explainWaiting(invoice),
    ersReference: invoice.ersReference,
    payerId: invoice.payerId,
    cashierId: invoice.cashierId,
    footer: invoice.footer,
    backURL: invoice.backURL,
    notificationUrl: invoice.notificationUrl && hideCredentials(invoice.notificationUrl),
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
  const currency = storedCurrency(invoice.currency);
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
