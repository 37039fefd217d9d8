import { db } from '../db/client';
import type { OrderLineKind, Prisma } from '../db/generated/client';
import { type OrderKey, type OrderRow, readOrderRow } from '../db/statements/read-order-row';
import { type Language, storedLanguage } from '../i18n/languages';
import { type Money, money, storedCurrency, subtract, sum } from '../money';
import { type BankTransfer, bankTransferOf } from './bank-transfer';
import type { Delivery } from './delivery';
import { heldKinds, type IncidentOutcome, isPaidKind, storedIncidentKind } from './incidents';
import type { OrderState, PaymentMethod, PaymentState } from './order-states';
import type { Shipment } from './shipment';
import { type VatShare, vatByRate } from './vat';
import { type RefundView, viewRefunds } from './view-refunds';

export type OrderLineView = {
  readonly kind: OrderLineKind;
  readonly slug: string | null;
  /** The product's article number when it was ordered. */
  readonly sku?: string | null;
  readonly name: string;
  readonly quantity: number;
  readonly unitPrice: Money;
  /** In hundredths of a percent. Null for the delivery of goods with several rates, and for an adjustment. */
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
 * A payment that did not match the order. `isPaid`: SEQR reported it as paid; `outcome`: the manual decision, or null
 * if none was made yet.
 */
export type HeldView = { readonly isPaid: boolean; readonly outcome: IncidentOutcome | null };

export type OrderView = {
  readonly id: string;
  /** The number as people see it: `T-10001`. */
  readonly number: string;
  readonly state: OrderState;
  readonly paymentMethod: PaymentMethod;
  readonly language: Language;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly paidAt: Date | null;
  readonly closedAt: Date | null;
  /** Null until the order is sent. */
  readonly shipment: (Shipment & { readonly at: Date }) | null;
  readonly customer: Customer;
  readonly delivery: Delivery;
  readonly lines: readonly OrderLineView[];
  readonly total: Money;
  readonly vat: readonly VatShare[];
  /**
   * The paid attempt, otherwise the latest. If several are paid, the first; for a PAID order, the first that is not
   * fully refunded. Null for an order without SEQR payments.
   */
  readonly payment: PaymentView | null;
  /** Null if all payments matched the order. */
  readonly held: HeldView | null;
  /** The amount of `payment`, if it is paid, plus bank transfers, in the order's currency. */
  readonly received: Money;
  /** Refunds of the received money, oldest first. The refund of a duplicate payment is not included. */
  readonly refunds: readonly RefundView[];
  readonly bankTransfer: BankTransfer | null;
  /** True for a large bank-transfer order that the merchant has not accepted yet. It cannot be paid until then. */
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

/** The received money minus all refunds so far. */
export function totalAfterRefunds({ received, refunds }: Pick<OrderView, 'received' | 'refunds'>): Money {
  const { currency } = received;
  const refunded = refunds.map(({ amount }) => amount).filter((amount) => amount.currency === currency);
  return subtract(received, sum(refunded, currency));
}

/** Only the columns of the view: an order's search text and keys are long. */
const select = {
  ...{ id: true, number: true, state: true, paymentMethod: true, language: true, currency: true, total: true },
  ...{ name: true, email: true, address: true, postalCode: true, city: true, country: true, delivery: true },
  ...{ createdAt: true, expiresAt: true, paidAt: true, closedAt: true, deliveredAt: true },
  ...{ carrier: true, trackingUrl: true, transferred: true, paidBack: true, bankReference: true, awaitsReview: true },
  lines: {
    select: {
      ...{ position: true, kind: true, slug: true, sku: true, name: true, quantity: true },
      ...{ unitPrice: true, vatRate: true, total: true },
    },
    orderBy: { position: 'asc' },
  },
  payments: {
    select: {
      ...{ id: true, attempt: true, state: true, amount: true, refunded: true, currency: true, version: true },
      ...{ invoiceReference: true, invoiceQRCode: true, ersReference: true, failure: true },
      ...{ expiresAt: true, paidAt: true },
    },
    orderBy: { attempt: 'desc' },
  },
  incidents: {
    where: { kind: { in: [...heldKinds] }, OR: [{ outcome: null }, { outcome: { not: 'resolved' } }] },
    select: { kind: true, outcome: true },
    orderBy: { openedAt: 'asc' },
  },
} satisfies Prisma.OrderSelect;

const ofRefund = {
  lines: { orderBy: { position: 'asc' } },
  creditNote: { include: { vat: true } },
} satisfies Prisma.RefundInclude;

type RefundRow = Prisma.RefundGetPayload<{ include: typeof ofRefund }>;

/** The reads that calls of the same tick share: several mails about an order are prepared together. */
const reading = new Map<string, Promise<OrderView | null>>();

/** Anyone with the id may see the order. Null if it does not exist. */
export function getOrder(id: string): Promise<OrderView | null> {
  const earlier = reading.get(id);
  if (earlier) return earlier;
  const order = readOrder({ id }).then((row) => row && viewOrder(row.order, row.refunds));
  reading.set(id, order);
  // A write is reported as done in a later tick at the earliest, so a caller that knows of it never gets an older read.
  process.nextTick(() => reading.delete(id));
  return order;
}

/** The order of this payment attempt, and the attempt's ersReference. Null if there is no such attempt. */
export async function getOrderOfPayment(
  paymentId: string,
): Promise<{ readonly order: OrderView; readonly ersReference: string | null } | null> {
  const row = await readOrder({ paymentId });
  const ersReference = row?.order.payments.find(({ id }) => id === paymentId)?.ersReference ?? null;
  return row && { order: viewOrder(row.order, row.refunds), ersReference };
}

async function readOrder(key: OrderKey): Promise<{ order: OrderRow; refunds: RefundRow[] } | null> {
  const order = await readOrderRow(db().read, key, heldKinds);
  return order && { order, refunds: await listRefunds([order]) };
}

/** For exports: the existing orders among these numbers, unsorted. */
export async function getOrders(numbers: readonly number[]): Promise<OrderView[]> {
  const rows = await db().read.order.findMany({ where: { number: { in: [...numbers] } }, select });
  const refunds = await listRefunds(rows);
  return rows.map((row) =>
    viewOrder(
      row,
      refunds.filter(({ orderId }) => orderId === row.id),
    ),
  );
}

/** The completed refunds of these orders. Sends no statement if there are none, as for nearly all orders. */
async function listRefunds(orders: readonly OrderRow[]): Promise<RefundRow[]> {
  // `paidBack` and `refunded` include the amounts of refunds that are not done yet.
  const isRefunded = ({ payments, paidBack }: OrderRow) =>
    paidBack > 0 || payments.some(({ refunded }) => refunded > 0);
  const ids = orders.filter(isRefunded).map(({ id }) => id);
  if (ids.length === 0) return [];
  const where = { state: 'DONE', orderId: { in: ids } } as const;
  return db().read.refund.findMany({ where, orderBy: { createdAt: 'asc' }, include: ofRefund });
}

function viewOrder(row: OrderRow, done: readonly RefundRow[]): OrderView {
  const currency = storedCurrency(row.currency);
  const lines = row.lines.map((line) => ({
    kind: line.kind,
    slug: line.slug,
    sku: line.sku,
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
  const refunds = done.filter(({ paymentId }) => paymentId === null || paymentId === payment?.id);
  return {
    id: row.id,
    number: formatOrderNumber(row.number),
    state: row.state,
    paymentMethod: row.paymentMethod,
    language: storedLanguage(row.language),
    createdAt: row.createdAt,
    expiresAt: row.expiresAt,
    paidAt: row.paidAt,
    closedAt: row.closedAt,
    shipment: row.deliveredAt && { at: row.deliveredAt, carrier: row.carrier, trackingUrl: row.trackingUrl },
    customer: {
      name: row.name,
      email: row.email,
      address: row.address,
      postalCode: row.postalCode,
      city: row.city,
      country: row.country,
    },
    delivery: row.delivery,
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

/** An open incident takes precedence over resolved ones. */
function viewHeld(incidents: readonly { kind: string; outcome: IncidentOutcome | null }[]): HeldView | null {
  const shown = incidents.find(({ outcome }) => outcome === null) ?? incidents.at(-1);
  if (!shown) return null;
  return { isPaid: isPaidKind(storedIncidentKind(shown.kind)), outcome: shown.outcome };
}

function viewPayment(row: PaymentView): PaymentView {
  const { id, attempt, state, invoiceReference, invoiceQRCode, version, ersReference, expiresAt, paidAt, failure } =
    row;
  return { id, attempt, state, invoiceReference, invoiceQRCode, version, ersReference, expiresAt, paidAt, failure };
}

function byPaidAt(a: { paidAt: Date | null }, b: { paidAt: Date | null }): number {
  return (a.paidAt?.getTime() ?? 0) - (b.paidAt?.getTime() ?? 0);
}
