import type { Money } from '../money';

// What a caller hands to the client, in SEQR's own words; money as Money, decimals as text or as whole numbers.

/** Any xs:decimal as text (`"0.250"`), or a whole number: no binary fraction comes near the wire. */
export type Decimal = string | number;

type Optional<T> = { [Name in keyof T]?: T[Name] | undefined };

export type InvoiceRow = Optional<{
  itemDescription: string;
  itemDiscount: Money;
  itemEAN: string;
  itemQuantity: Decimal;
  itemSKU: string;
  /** In percent. */
  itemTaxRate: Decimal;
  itemTotalAmount: Money;
  itemUnit: string;
  itemUnitPrice: Money;
}>;

export type Invoice = Optional<{
  paymentMode:
    | 'IMMEDIATE_DEBIT'
    | 'RESERVATION_DESIRED'
    | 'RESERVATION_REQUIRED'
    | 'RESERVATION_REQUIRED_PRELIMINARY_AMOUNT';
  acknowledgmentMode: 'NO_ACKNOWLEDGMENT' | 'OPTIONAL_ACKNOWLEDGMENT' | 'REQUIRE_ACKNOWLEDGMENT';
  issueDate: Date;
  title: string;
  clientInvoiceId: string;
  invoiceRows: InvoiceRow[];
  totalAmount: Money;
  cashierId: string;
  footer: string;
  /** Where the payer's app leads on a phone, paid or not. */
  backURL: string;
  notificationUrl: string;
  /** Seconds until a reservation lapses. */
  commitReservationTimeout: number;
}>;

/** Status 0 pending, 1 used, 90 blocked, 99 invalid. */
export type CustomerToken = { status: number } & Optional<{ description: string; id: string; value: string }>;

export type ReceiptDocument = {
  mimeType: string;
  receiptData: Uint8Array;
  receiptType: 'PAYMENT_RECEIPT' | 'WARRANTY' | 'VOUCHER' | 'OTHER';
};

export type Parameters = Record<string, string>;

export type Credentials = { id: string; password: string };

/** `as`: who signs; the shop's terminal or reseller user, or another terminal by its credentials. */
export type CallOptions = Optional<{ as: 'terminal' | 'reseller' | Credentials; timeoutMs: number }>;

/** The statuses of SEQR client 2.11; any other is handed on as it came. */
export type InvoiceStatus =
  | 'ISSUED'
  | 'PAID'
  | 'PENDING_ISSUER_ACKNOWLEDGE'
  | 'CANCELED'
  | 'FAILED'
  | 'RESERVED'
  | 'EXPIRED'
  | 'PARTIALLY_PAID';
