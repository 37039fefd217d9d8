import { db } from '../db/client';
import type { Prisma } from '../db/generated/client';
import type { Language } from '../i18n/languages';
import { type Money, money, storedCurrency, subtract, sum } from '../money';
import { type BankTransfer, bankTransferOf } from './bank-transfer';
import type { Delivery } from './delivery';
import { heldKinds, type IncidentKind, type IncidentOutcome, isPaidKind } from './incidents';
import type { OrderState, PaymentMethod, PaymentState } from './order-states';
import { type VatShare, vatByRate } from './vat';
import { type RefundView, viewRefunds } from './view-refunds';

export type OrderLineView = {
  readonly kind: 'PRODUCT' | 'DELIVERY' | 'ADJUSTMENT';
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

/**
 * A payment that did not match the order: whether SEQR says that money was paid, and what a person decided (null: nothing
 * yet).
 */
export type HeldView = { readonly isPaid: boolean; readonly outcome: IncidentOutcome | null };

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
  /** The attempt that pays for it (the first, should there be two), else the latest; null for an order not paid with SEQR. */
  readonly payment: PaymentView | null;
  /** Null for an order whose payments matched. */
  readonly held: HeldView | null;
  /** What came for it: the payment above, and bank transfers. */
  readonly received: Money;
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

/** What the shop keeps of the money that came for the order, once everything refunded so far is taken off. */
export function totalAfterRefunds({ received, refunds }: Pick<OrderView, 'received' | 'refunds'>): Money {
  const { currency } = received;
  const refunded = refunds.map(({ amount }) => amount).filter((amount) => amount.currency === currency);
  return subtract(received, sum(refunded, currency));
}

/** All that is read of an order to view it. */
const include = {
  lines: { orderBy: { position: 'asc' } },
  payments: { orderBy: { attempt: 'desc' } },
  refunds: { where: { state: 'DONE' }, include: { lines: { orderBy: { position: 'asc' } } } },
  incidents: {
    where: { kind: { in: [...heldKinds] }, OR: [{ outcome: null }, { outcome: { not: 'resolved' } }] },
    orderBy: { openedAt: 'asc' },
  },
} satisfies Prisma.OrderInclude;

type OrderRow = Prisma.OrderGetPayload<{ include: typeof include }>;

/** Anyone with the id may see the order; null for an id that never was. */
export async function getOrder(id: string): Promise<OrderView | null> {
  const row = await db().read.order.findUnique({ where: { id }, include });
  return row && viewOrder(row);
}

/** For exports: those of these orders that there are, in no order. */
export async function getOrders(numbers: readonly number[]): Promise<OrderView[]> {
  const rows = await db().read.order.findMany({ where: { number: { in: [...numbers] } }, include });
  return rows.map(viewOrder);
}

function viewOrder(row: OrderRow): OrderView {
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
  const kept = row.state === 'PAID' ? paid.find(({ amount, refunded }) => refunded < amount) : undefined;
  const payment = kept ?? paid[0] ?? row.payments[0];
  const total = money(row.total, currency);
  const paidAmount = payment?.state === 'PAID' && payment.currency === currency ? payment.amount : 0;
  const vat = vatByRate(lines, currency);
  const received = money(row.transferred + paidAmount, currency);
  const refunds = row.refunds.filter(({ paymentId }) => paymentId === null || paymentId === payment?.id);
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
    vat,
    payment: payment ? viewPayment(payment) : null,
    held: viewHeld(row.incidents),
    received,
    refunds: viewRefunds({ lines, vat, total, received }, refunds),
    bankTransfer: bankTransferOf(row),
    awaitsReview: row.awaitsReview,
  };
}

/** One that is open comes before those that were decided. */
function viewHeld(incidents: readonly { kind: string; outcome: string | null }[]): HeldView | null {
  const shown = incidents.find(({ outcome }) => outcome === null) ?? incidents.at(-1);
  if (!shown) return null;
  return { isPaid: isPaidKind(shown.kind as IncidentKind), outcome: shown.outcome as IncidentOutcome | null };
}

function viewPayment(row: Omit<PaymentView, 'state'> & { state: string }): PaymentView {
  const { id, attempt, invoiceReference, invoiceQRCode, version, ersReference, expiresAt, paidAt, failure } = row;
  const state = row.state as PaymentState;
  return { id, attempt, state, invoiceReference, invoiceQRCode, version, ersReference, expiresAt, paidAt, failure };
}

function byPaidAt(a: { paidAt: Date | null }, b: { paidAt: Date | null }): number {
  return (a.paidAt?.getTime() ?? 0) - (b.paidAt?.getTime() ?? 0);
}
