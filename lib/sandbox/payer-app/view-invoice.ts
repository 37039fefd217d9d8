import { createHash } from 'node:crypto';
import { type Money, money, storedCurrency } from '../../money';
import { timeOf } from '../core/clock';
import type { Sandbox } from '../core/context';
import type { Invoice, InvoiceEnd, InvoiceStatus } from '../database/generated/client';
import { listReceipts, type Receipt } from '../invoices/list-receipts';
import { findInvoice } from '../invoices/on-invoice';
import { type InvoiceRow, parseRows } from '../invoices/rows';
import { type CustomerToken, cardToKeep, type PayerCard, parseCards, parseTokens } from '../invoices/tokens';
import { DEFAULT_PAYER } from '../payers/default-payer';
import { toSafeBackUrl } from './safe-back-url';

/** An invoice as the payer app shows it. */
export interface InvoiceView {
  reference: string;
  status: InvoiceStatus;
  merchant: string;
  /** The terminal's name, as given in registerTerminal. */
  terminal?: string;
  cashier?: string;
  title?: string;
  footer?: string;
  receipts: readonly ReceiptLink[];
  rows: readonly RowView[];
  total: Money;
  /** The merchant's return page; http(s) only. */
  backUrl?: string;
  /** The paid or reserved amount; absent after a reversal. */
  paid?: Money;
  refunded?: Money;
  /**
   * Loyalty cards shown to the merchant. `status` is the merchant's answer: 0 none yet, 1 used, 90 blocked, 99 invalid.
   */
  cards: readonly { name: string; status: number }[];
  /** The name of a card swiped at the till, which this payer may keep. */
  cardToKeep?: string;
  ersReference?: string;
  /** Whether the payer has confirmed but the bank has not answered yet. */
  confirming: boolean;
  /** What cancelled the invoice, if it is CANCELED. */
  closedBy?: InvoiceEnd;
  /** When the invoice was paid or cancelled, or otherwise ended. */
  endedAt?: Date;
  /** Whether the invoice ended less than a minute ago, by its own clock. */
  justEnded: boolean;
  /** A hash of the screen's content, the same for every payer: an open page is refreshed when it changes. */
  shownState: string;
}

export interface RowView {
  text: string;
  /** As the merchant sent it: `2`, `0.75`; absent if not sent. */
  quantity?: string;
  unit?: string;
  unitPrice?: Money;
  discount?: Money;
  total?: Money;
}

/** A document that the merchant submitted for the payment, or for a refund of it. */
export type ReceiptLink = Pick<Receipt, 'id' | 'kind' | 'receiptType' | 'mimeType'>;

const JUST_ENDED_MS = 60_000;

/** Returns the invoice as this payer sees it, or null if there is no such invoice. */
export async function getInvoice(
  sandbox: Sandbox,
  reference: string,
  payerId: string = DEFAULT_PAYER,
): Promise<InvoiceView | null> {
  const invoice = await findInvoice(sandbox, reference);
  if (!invoice) return null;
  const terminal = await sandbox.merchants.findTerminal(invoice.terminalId);
  const card = await findCardToKeep(sandbox, invoice);
  const shown = {
    ...contentOf(invoice),
    merchant: terminal?.reseller.name ?? '',
    ...(terminal?.name && { terminal: terminal.name }),
    receipts: await listReceipts(sandbox, reference),
  };
  const { endedAt } = shown;
  return {
    ...shown,
    justEnded: endedAt !== undefined && timeOf(sandbox, invoice).getTime() - endedAt.getTime() < JUST_ENDED_MS,
    ...(card && invoice.payerId === payerId && { cardToKeep: nameOf(card) }),
    shownState: createHash('sha256')
      .update(JSON.stringify([shown, card]))
      .digest('base64url')
      .slice(0, 16),
  };
}

async function findCardToKeep(sandbox: Sandbox, { status, payerId, tokens }: Invoice): Promise<CustomerToken | null> {
  const card = status === 'PAID' ? cardToKeep(parseTokens(tokens)) : undefined;
  if (!card || payerId === null) return null;
  const payer = await sandbox.db.read.payer.findUnique({ where: { id: payerId }, select: { tokens: true } });
  // A public sandbox deletes the payers of visitors.
  if (!payer) return null;
  return parseCards(payer.tokens).some(({ id }) => id === card.id) ? null : card;
}

function contentOf(invoice: Invoice) {
  const { reference, status, cashierId, title, footer, refunded, ersReference, closedBy } = invoice;
  const sum = (amount: number) => money(amount, storedCurrency(invoice.currency));
  const isPaid = status === 'PAID';
  const paid = isPaid ? invoice.paid : status === 'RESERVED' ? invoice.reserved : null;
  const endedAt = (isPaid ? invoice.paidAt : null) ?? invoice.closedAt;
  const backUrl = toSafeBackUrl(invoice.backURL);
  return {
    reference,
    status,
    ...(cashierId && { cashier: cashierId }),
    ...(title && { title }),
    ...(footer && { footer }),
    rows: parseRows(invoice.rows).map((row) => toRow(row, sum)),
    total: sum(invoice.total),
    ...(backUrl && { backUrl }),
    ...(paid !== null && { paid: sum(paid) }),
    ...(refunded > 0 && { refunded: sum(refunded) }),
    ...(isPaid && ersReference && { ersReference }),
    ...(closedBy && { closedBy }),
    ...(endedAt && { endedAt }),
    confirming: invoice.confirmingBy !== null,
    cards: parseTokens(invoice.tokens).map((token) => ({ name: nameOf(token), status: token.status })),
  };
}

function toRow(row: InvoiceRow, sum: (amount: number) => Money): RowView {
  const { quantity, unit, unitPrice, discount, total } = row;
  return {
    text: row.description ?? row.sku ?? row.ean ?? '',
    ...(quantity && { quantity }),
    ...(unit && { unit }),
    ...(unitPrice !== undefined && { unitPrice: sum(unitPrice) }),
    ...(discount && { discount: sum(discount) }),
    ...(total !== undefined && { total: sum(total) }),
  };
}

function nameOf({ id, description }: PayerCard): string {
  return description ?? id;
}
