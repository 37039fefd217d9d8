import type { Money } from '../money';

// The client's parameters in SEQR's terms. Money is of type Money; decimals are text or whole numbers.

/** Any xs:decimal as text (`"0.250"`), or a whole number. Floating-point fractions are never sent. */
type Decimal = string | number;

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
  /** The address that the payer app opens after a payment or a cancellation. */
  backURL: string;
  notificationUrl: string;
  /** Seconds until a reservation expires. */
  commitReservationTimeout: number;
}>;

/** `status` is 0 pending, 1 used, 90 blocked or 99 invalid. */
export type CustomerToken = { status: number } & Optional<{ description: string; id: string; value: string }>;

export type ReceiptDocument = {
  mimeType: string;
  receiptData: Uint8Array;
  receiptType: 'PAYMENT_RECEIPT' | 'WARRANTY' | 'VOUCHER' | 'OTHER';
};

export type Parameters = Record<string, string>;

export type Credentials = { id: string; password: string };

/** `as`: the caller, which is the shop's terminal, its reseller user, or another terminal by its credentials. */
export type CallOptions = Optional<{ as: 'terminal' | 'reseller' | Credentials; timeoutMs: number }>;

/** The statuses of SEQR client 2.11. Any other status is passed on unchanged. */
export type InvoiceStatus =
  | 'ISSUED'
  | 'PAID'
  | 'PENDING_ISSUER_ACKNOWLEDGE'
  | 'CANCELED'
  | 'FAILED'
  | 'RESERVED'
  | 'EXPIRED'
  | 'PARTIALLY_PAID';
