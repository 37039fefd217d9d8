import type { Money } from '@/lib/money';

/** SEQR's own words for where an invoice stands. */
export type InvoiceStatus =
  | 'ISSUED'
  | 'PENDING_ISSUER_ACKNOWLEDGE'
  | 'RESERVED'
  | 'PAID'
  | 'CANCELED'
  | 'FAILED'
  | 'EXPIRED';

export type RowView = {
  text: string;
  /** As the merchant sent it: `2`, `0.75`; absent when it sent none. */
  quantity?: string;
  unit?: string;
  unitPrice?: Money;
  discount?: Money;
  total?: Money;
};

/** A document that the merchant submitted for the payment, or for a refund of it. */
export type ReceiptLink = { id: number; ofRefund: boolean; type: string; mimeType: string };

/** Why nothing was paid. `closed`: the invoice's own state says why. */
export type PayRefusal =
  | 'wrong-pin'
  | 'pin-digits'
  | 'pin-blocked'
  | 'too-little-money'
  | 'cannot-reserve'
  | 'changed'
  | 'closed';

export type InvoiceView = {
  reference: string;
  status: InvoiceStatus;
  merchant: string;
  /** The name of the terminal that sent it. */
  terminal?: string;
  cashier?: string;
  title?: string;
  footer?: string;
  receipts: readonly ReceiptLink[];
  rows: readonly RowView[];
  total: Money;
  /** The merchant's page to go back to; http(s) only. */
  backUrl?: string;
  /** What was paid, or is reserved. */
  paid?: Money;
  refunded?: Money;
  /** Loyalty cards that the merchant was shown, with its verdict: 0 none yet, 1 used, 90 blocked, 99 invalid. */
  cards: readonly { name: string; status: number }[];
  /** The name of a card swiped at the till: this payer is asked whether the app keeps it. */
  cardToKeep?: string;
  ersReference?: string;
  /** Changes whenever anything that this screen shows has changed. */
  shownState: string;
  /** The payer has confirmed; the bank has not answered yet. */
  confirming: boolean;
  /** Who canceled it: `REVERSAL` gave a payment back that the shop never asked for, `LAPSE` a reservation. */
  closedBy?: 'MERCHANT' | 'PAYER' | 'REVERSAL' | 'LAPSE';
  /** When it was paid, canceled, or otherwise came to its end; an ISO time. */
  endedAt?: string;
  /** That was less than a minute ago. */
  justEnded: boolean;
};

export type HistoryRow = {
  key: string;
  reference: string;
  kind: 'PAYMENT' | 'REFUND';
  merchant: string;
  /** A refund's is negative. */
  amount: Money;
  at: string;
  /** The payment was given back. */
  reversed: boolean;
};

/** A loyalty card. */
export type CardView = { id: string; description?: string | undefined; value?: string | undefined };

export type WalletView = {
  payerId: string;
  payerName: string;
  /** The first is shown large. */
  balances: readonly Money[];
  history: readonly HistoryRow[];
  messages: readonly { id: number; at: string; text: string }[];
  cards: readonly CardView[];
  /** Until when wrong PINs have blocked paying, an ISO time. */
  blockedUntil?: string;
};

/** What links and forms carry along: a payer or a language that the address names, how the app was opened. */
export type Carried = Readonly<Record<string, string>>;

export function withCarried(path: string, carried: Carried): string {
  const query = new URLSearchParams(Object.entries(carried).filter(([name]) => name !== 'via'));
  return query.size > 0 ? `${path}?${query}` : path;
}
