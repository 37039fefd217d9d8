import { createHash } from 'node:crypto';
import { toSafeBackUrl } from '@/components/sandbox/opened-by-link';
import type { InvoiceStatus, InvoiceView, PayRefusal, RowView, WalletView } from '@/components/sandbox/view';
import { now } from '@/lib/clock';
import { isPin } from '@/lib/input-limits';
import type { Money } from '@/lib/money';
import {
  answerCard,
  type PayRefusal as BankRefusal,
  cancelInvoiceByPayer,
  DEFAULT_PAYER_ID,
  getPayer,
  getPayerInvoice,
  type PayerInvoice,
  type PayerRow,
  payInvoice,
  scanInvoice,
} from '@/lib/sandbox/payer';

/** The PIN of the payer who exists from the start; the sandbox makes no secret of it. */
export const PIN = '1234';

const JUST_MS = 60_000;

export async function getInvoice(reference: string, payerId = DEFAULT_PAYER_ID): Promise<InvoiceView | null> {
  const invoice = await getPayerInvoice(reference);
  return invoice && toView(invoice, payerId);
}

export async function getWallet(payerId?: string): Promise<WalletView> {
  const payer = await getPayer(payerId);
  if (!payer) throw new Error(`sandbox: payer ${payerId ?? 'default'} is missing`);
  const first = (a: Money, b: Money) => Number(b.currency === 'SEK') - Number(a.currency === 'SEK');
  return {
    payerId: payer.id,
    payerName: payer.name,
    balances: payer.balances.toSorted(first),
    history: payer.payments.map((payment) => ({
      reference: payment.invoiceReference,
      key: payment.ersReference,
      kind: payment.kind,
      merchant: payment.merchant,
      amount: payment.amount,
      at: payment.at.toISOString(),
      reversed: payment.reversed,
    })),
    messages: payer.messages.map(({ id, at, text }) => ({ id, at: at.toISOString(), text })),
    cards: payer.tokens,
    ...(payer.blockedUntil && payer.blockedUntil > now() && { blockedUntil: payer.blockedUntil.toISOString() }),
  };
}

/**
 * Null when it was paid or reserved, or is being confirmed. `seenTotal` is the sum that the payer was shown, in minor
 * units.
 */
export async function pay(
  reference: string,
  pin: string,
  payerId: string | undefined,
  seenTotal?: number,
): Promise<PayRefusal | null> {
  if (!isPin(pin)) return 'pin-digits';
  const result = await payInvoice(reference, pin, payerId, { seenTotal });
  return result.ok ? null : toRefusal(result.reason);
}

export async function cancel(reference: string): Promise<PayRefusal | null> {
  const result = await cancelInvoiceByPayer(reference);
  return result.ok ? null : toRefusal(result.reason);
}

/** The payer's answer to whether the app keeps the card that the till swiped. */
export async function answerCardQuestion(reference: string, payerId: string | undefined, keep: boolean): Promise<void> {
  await answerCard(reference, payerId ?? DEFAULT_PAYER_ID, keep);
}

export async function scan(reference: string, payerId: string | undefined): Promise<void> {
  await scanInvoice(reference, payerId);
}

function toRefusal(reason: BankRefusal): PayRefusal {
  switch (reason) {
    case 'wrong-pin':
    case 'pin-blocked':
    case 'too-little-money':
    case 'cannot-reserve':
    case 'changed':
      return reason;
    case 'unknown':
    case 'unknown-payer':
    case 'already-paid':
    case 'canceled':
    case 'expired':
    case 'failed':
    case 'payment-failed':
    case 'in-progress':
    case 'waiting-for-merchant':
      return 'closed';
  }
}

function toView(invoice: PayerInvoice, payerId: string): InvoiceView {
  const backUrl = toSafeBackUrl(invoice.backURL);
  const paid = invoice.paid ?? invoice.reserved;
  const endedAt = invoice.paidAt ?? invoice.closedAt;
  const { time, ...lasting } = invoice;
  return {
    reference: invoice.reference,
    status: invoice.status as InvoiceStatus,
    merchant: invoice.merchant,
    ...(invoice.terminal && { terminal: invoice.terminal }),
    ...(invoice.cashierId && { cashier: invoice.cashierId }),
    receipts: invoice.receipts.map(({ id, kind, receiptType, mimeType }) => ({
      id,
      ofRefund: kind === 'REFUND',
      type: receiptType,
      mimeType,
    })),
    ...(invoice.title && { title: invoice.title }),
    ...(invoice.footer && { footer: invoice.footer }),
    rows: invoice.rows.map(toRow),
    total: invoice.total,
    ...(backUrl && { backUrl }),
    ...(paid && { paid }),
    ...(invoice.refunded && { refunded: invoice.refunded }),
    ...(invoice.ersReference && { ersReference: invoice.ersReference }),
    ...(invoice.closedBy && { closedBy: invoice.closedBy }),
    ...(endedAt && { endedAt: endedAt.toISOString() }),
    justEnded: endedAt !== null && time.getTime() - endedAt.getTime() < JUST_MS,
    confirming: invoice.confirming,
    ...(invoice.cardToKeep && invoice.payerId === payerId && { cardToKeep: nameOf(invoice.cardToKeep) }),
    cards: invoice.tokens.map((token) => ({ name: nameOf(token), status: token.status })),
    shownState: createHash('sha256').update(JSON.stringify(lasting)).digest('base64url').slice(0, 16),
  };
}

function nameOf({ id, description }: { id: string; description?: string }): string {
  return description ?? id;
}

function toRow(row: PayerRow): RowView {
  return {
    text: row.description,
    ...(row.quantity && { quantity: row.quantity }),
    ...(row.unit && { unit: row.unit }),
    ...(row.unitPrice && { unitPrice: row.unitPrice }),
    ...(row.discount && row.discount.amount !== 0 && { discount: row.discount }),
    ...(row.total && { total: row.total }),
  };
}
