import { type Currency, type Money, money } from '../../money';
import { timeOf } from '../clock';
import type { Sandbox } from '../context';
import type { Invoice } from '../database/generated/client';
import { listReceipts, type Receipt } from '../receipts/list-receipts';
import { findInvoice } from './on-invoice';
import type { InvoiceRow } from './rows';
import { type CustomerToken, cardToKeep, parseCards, parseTokens } from './tokens';

/** An invoice as its payer sees it. */
export interface PayerInvoice {
  reference: string;
  status: string;
  version: number;
  merchant: string;
  /** The name of the terminal, as the merchant gave it in registerTerminal. */
  terminal: string;
  cashierId: string | null;
  title: string | null;
  footer: string | null;
  rows: PayerRow[];
  total: Money;
  /** What was paid; null before, and again after a reversal. */
  paid: Money | null;
  reserved: Money | null;
  refunded: Money | null;
  ersReference: string | null;
  createdAt: Date;
  paidAt: Date | null;
  closedAt: Date | null;
  /** What the invoice's own clock shows now. */
  time: Date;
  scanned: boolean;
  /** The payer has confirmed and the money is under way. */
  confirming: boolean;
  /** Who or what closed it, when it is CANCELED. */
  closedBy: 'MERCHANT' | 'PAYER' | 'REVERSAL' | 'LAPSE' | null;
  payerId: string | null;
  tokens: CustomerToken[];
  /** What the merchant submitted for the payment and its refunds. */
  receipts: Receipt[];
  /** A card swiped at the till, which whoever paid is asked about: whether the app keeps it. */
  cardToKeep: CustomerToken | null;
  /** Where the payer's phone goes afterwards; null also for an address that no app should open. */
  backURL: string | null;
}

export interface PayerRow {
  description: string;
  quantity: string | null;
  unit: string | null;
  unitPrice: Money | null;
  discount: Money | null;
  total: Money | null;
}

/** Null when there is no such invoice. */
export async function getPayerInvoice(sandbox: Sandbox, reference: string): Promise<PayerInvoice | null> {
  const invoice = await findInvoice(sandbox, reference);
  if (!invoice) return null;
  const terminal = await sandbox.merchants.findTerminal(invoice.terminalId);
  return {
    ...viewOf(invoice),
    merchant: terminal?.reseller.name ?? '',
    terminal: terminal?.name ?? '',
    cardToKeep: await findCardToKeep(sandbox, invoice),
    receipts: await listReceipts(sandbox, reference),
    time: timeOf(sandbox, invoice),
  };
}

async function findCardToKeep(sandbox: Sandbox, { status, payerId, tokens }: Invoice): Promise<CustomerToken | null> {
  const card = status === 'PAID' ? cardToKeep(parseTokens(tokens)) : undefined;
  if (!card || payerId === null) return null;
  const payer = await sandbox.db.read.payer.findUniqueOrThrow({ where: { id: payerId }, select: { tokens: true } });
  return parseCards(payer.tokens).some(({ id }) => id === card.id) ? null : card;
}

function viewOf(invoice: Invoice): Omit<PayerInvoice, 'merchant' | 'terminal' | 'receipts' | 'cardToKeep' | 'time'> {
  const currency = invoice.currency as Currency;
  const sum = (amount: number | null | undefined) =>
    amount === null || amount === undefined ? null : money(amount, currency);
  const paid = invoice.status === 'PAID';
  return {
    reference: invoice.reference,
    status: invoice.status,
    version: invoice.version,
    cashierId: invoice.cashierId,
    title: invoice.title,
    footer: invoice.footer,
    rows: (JSON.parse(invoice.rows) as InvoiceRow[]).map((row) => ({
      description: row.description ?? row.sku ?? row.ean ?? '',
      quantity: row.quantity ?? null,
      unit: row.unit ?? null,
      unitPrice: sum(row.unitPrice),
      discount: sum(row.discount),
      total: sum(row.total),
    })),
    total: money(invoice.total, currency),
    paid: paid ? sum(invoice.paid) : null,
    reserved: invoice.status === 'RESERVED' ? sum(invoice.reserved) : null,
    refunded: invoice.refunded > 0 ? sum(invoice.refunded) : null,
    ersReference: paid ? invoice.ersReference : null,
    createdAt: invoice.createdAt,
    paidAt: paid ? invoice.paidAt : null,
    closedAt: invoice.closedAt,
    scanned: invoice.scannedAt !== null,
    confirming: invoice.confirmingBy !== null,
    closedBy: invoice.closedBy as PayerInvoice['closedBy'],
    payerId: invoice.payerId,
    tokens: parseTokens(invoice.tokens),
    backURL: invoice.backURL && isSafeToOpen(invoice.backURL) ? invoice.backURL : null,
  };
}

/** Apps have schemes of their own (`myshop://paid`), so only what would run or read something here is left out. */
function isSafeToOpen(address: string): boolean {
  if (!URL.canParse(address)) return false;
  return !/^(javascript|data|vbscript|file|blob|about|view-source):$/.test(new URL(address).protocol);
}
