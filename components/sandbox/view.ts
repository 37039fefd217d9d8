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
  total?: Money;
};

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
  title?: string;
  footer?: string;
  rows: readonly RowView[];
  total: Money;
  /** Until when it can be paid, an ISO time. */
  expiresAt?: string;
  /** The merchant's page to go back to; http(s) only. */
  backUrl?: string;
  /** What was paid, or is reserved. */
  paid?: Money;
  refunded?: Money;
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

export type WalletView = {
  payerName: string;
  /** The first is shown large. */
  balances: readonly Money[];
  history: readonly HistoryRow[];
};
