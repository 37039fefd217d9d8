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

/** Why a payment was not made. Only a `busy` one may still turn into a payment. */
export type PayRefusal = 'wrong-pin' | 'blocked' | 'no-money' | 'failed' | 'busy' | 'closed' | 'pin-digits';

export type PaymentView = {
  ersReference: string;
  paid: Money;
  paidAt: string;
};

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
  payment?: PaymentView;
  /** Changes whenever anything that this screen shows has changed; equals what the events of the invoice say. */
  shownState: string;
  /** The payment was given back because the shop never asked for it. */
  reversed?: boolean;
};

export type HistoryRow = {
  reference: string;
  merchant: string;
  amount: Money;
  at: string;
  status: InvoiceStatus;
  refunded?: Money;
};

export type WalletView = {
  payerName: string;
  /** The first is shown large. */
  balances: readonly Money[];
  history: readonly HistoryRow[];
};
