import { db } from '../db/client';
import type { Language } from '../i18n/languages';
import { type Money, money, storedCurrency, subtract, sum } from '../money';
import { type BankTransfer, bankTransferOf } from './bank-transfer';
import type { Delivery } from './delivery';
import type { OrderState, PaymentMethod, PaymentState } from './order-states';
import { type VatShare, vatByRate } from './vat';

export type OrderLineView = {
  readonly kind: 'PRODUCT' | 'DELIVERY';
  readonly slug: string | null;
  readonly name: string;
  readonly quantity: number;
  readonly unitPrice: Money;
  /** In hundredths of a per cent; null for a delivery of goods with several rates. */
  readonly vatRate: number | null;
  readonly total: Money;
};

export type PaymentView = {
  readonly id: string;
  readonly attempt: number;
  readonly state: PaymentState;
  readonly invoiceReference: string | null;
  readonly invoiceQRCode: string | null;
  readonly version: number;
  readonly ersReference: string | null;
  readonly expiresAt: Date;
  readonly paidAt: Date | null;
  readonly failure: string | null;
};

/** Money that went back, as far as SEQR said so. */
export type RefundView = {
  readonly id: string;
  readonly amount: Money;
  readonly at: Date;
  readonly ersReference: string | null;
};

export type OrderView = {
  readonly id: string;
  /** For people: `T-10001`. */
  readonly number: string;
  readonly state: OrderState;
  readonly paymentMethod: PaymentMethod;
  readonly language: Language;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly paidAt: Date | null;
  readonly customer: Customer;
  readonly delivery: Delivery;
  readonly lines: readonly OrderLineView[];
  readonly total: Money;
  readonly vat: readonly VatShare[];
  /** The attempt that was paid (first, should there be two), else the latest; null for an order not paid with SEQR. */
  readonly payment: PaymentView | null;
  /** What was paid back of it, oldest first; a second payment that was returned is none of it. */
  readonly refunds: readonly RefundView[];
  readonly bankTransfer: BankTransfer | null;
  /** A large order by bank transfer that the merchant has yet to accept: nobody may pay it before. */
  readonly awaitsReview: boolean;
};

export type Customer = {
  readonly name: string;
  readonly email: string;
  readonly address: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
};

export function formatOrderNumber(number: number): string {
  return `T-${number}`;
}

/** What the buyer has paid once everything refunded so far is taken off. */
export function totalAfterRefunds({ total, refunds }: Pick<OrderView, 'total' | 'refunds'>): Money {
  const refunded = refunds.map(({ amount }) => amount);
  return subtract(total, sum(refunded, total.currency));
}

/** Who knows the id may see the order; null for an id that never was. */
export async function getOrder(id: string): Promise<OrderView | null> {
  const row = await db().read.order.findUnique({
    where: { id },
    include: {
      lines: { orderBy: { position: 'asc' } },
      payments: { orderBy: { attempt: 'desc' } },
      refunds: { where: { state: 'DONE' }, orderBy: { createdAt: 'asc' } },
    },
  });
  if (!row) return null;
  const currency = storedCurrency(row.currency);
  const lines = row.lines.map((line) => ({
    kind: line.kind as OrderLineView['kind'],
    slug: line.slug,
    name: line.name,
    quantity: line.quantity,
    unitPrice: money(line.unitPrice, currency),
    vatRate: line.vatRate,
    total: money(line.total, currency),
  }));
  const paid = row.payments.filter((attempt) => attempt.state === 'PAID').toSorted(byPaidAt);
  const payment = paid[0] ?? row.payments[0];
  const total = money(row.total, currency);
  return {
    id: row.id,
    number: formatOrderNumber(row.number),
    state: row.state as OrderState,
    paymentMethod: row.paymentMethod as PaymentMethod,
    language: row.language as Language,
    createdAt: row.createdAt,
    expiresAt: row.expiresAt,
    paidAt: row.paidAt,
    customer: {
      name: row.name,
      email: row.email,
      address: row.address,
      postalCode: row.postalCode,
      city: row.city,
      country: row.country,
    },
    delivery: row.delivery as Delivery,
    lines,
    total,
    vat: vatByRate(lines, currency),
    payment: payment ? viewPayment(payment) : null,
    refunds: row.refunds
      .filter(({ paymentId }) => paymentId === null || paymentId === payment?.id)
      .map((refund) => ({
        id: refund.id,
        amount: money(refund.amount, currency),
        at: refund.settledAt ?? refund.createdAt,
        ersReference: refund.ersReference,
      })),
    bankTransfer: bankTransferOf(row),
    awaitsReview: row.awaitsReview,
  };
}

function viewPayment(row: Omit<PaymentView, 'state'> & { state: string }): PaymentView {
  const { id, attempt, invoiceReference, invoiceQRCode, version, ersReference, expiresAt, paidAt, failure } = row;
  const state = row.state as PaymentState;
  return { id, attempt, state, invoiceReference, invoiceQRCode, version, ersReference, expiresAt, paidAt, failure };
}

function byPaidAt(a: { paidAt: Date | null }, b: { paidAt: Date | null }): number {
  return (a.paidAt?.getTime() ?? 0) - (b.paidAt?.getTime() ?? 0);
}
