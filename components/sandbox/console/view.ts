import type { Money } from '@/lib/money';

export type InvoiceLineView = {
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
};

export type LifeEventView = { id: number; at: Date; kind: string; detail: string | null };

export type MessageLineView = {
  id: number;
  at: Date;
  operation: string | null;
  terminalId: string | null;
  invoiceReference: string | null;
  httpStatus: number;
  resultCode: number | null;
  note: string | null;
  milliseconds: number;
};

export type ReceiptLineView = {
  id: number;
  ersReference: string;
  kind: 'PAYMENT' | 'REFUND';
  receiptType: string;
  mimeType: string;
  bytes: number;
  at: Date;
};

export type InvoiceLifeView = InvoiceLineView & {
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
  receipts: readonly ReceiptLineView[];
  expiresAt: Date;
  /** What the invoice's own clock shows now, and how many seconds it has been moved ahead. */
  time: Date;
  clockOffset: number;
  events: LifeEventView[];
};
