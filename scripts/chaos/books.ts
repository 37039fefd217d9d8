// Reads the data of the shop and of SEQR from their databases, order by order.
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openDatabase, type ShopDatabase } from './database';
import type { Servers } from './servers';

/** A time as SQLite stores it. Prisma writes text; the migrations' defaults are numbers. */
type Time = string | number;
type OrderRow = {
  readonly id: string;
  readonly number: number;
  readonly checkoutKey: string;
  readonly state: string;
  readonly total: number;
};
type LineRow = { readonly orderId: string; readonly slug: string | null; readonly quantity: number };
type PaymentRow = {
  readonly id: string;
  readonly orderId: string;
  readonly attempt: number;
  readonly state: string;
  readonly amount: number;
  readonly currency: string;
  readonly invoiceReference: string | null;
  readonly ersReference: string | null;
  readonly paidAt: Time | null;
};
type EventRow = { readonly paymentId: string; readonly fromState: string; readonly toState: string };
type RefundRow = {
  readonly orderId: string;
  readonly paymentId: string | null;
  readonly key: string;
  readonly state: string;
  readonly amount: number;
  readonly source: string;
  readonly ersReference: string | null;
};
type MailRow = { readonly orderId: string; readonly kind: string; readonly cause: string };
type IncidentRow = {
  readonly orderId: string;
  readonly paymentId: string | null;
  readonly kind: string;
  readonly outcome: string | null;
  readonly amount: number | null;
  readonly openedAt: Time;
  readonly endedAt: Time | null;
};
export type InvoiceRow = {
  readonly reference: string;
  readonly status: string;
  readonly currency: string;
  readonly paid: number | null;
  readonly paidAt: Time | null;
  readonly closedBy: string | null;
  readonly ersReference: string | null;
  /** 1 or 0. */
  readonly hasReceiptDocument: number;
};
type BookingRow = {
  readonly invoiceReference: string;
  readonly ersReference: string;
  readonly kind: string;
  readonly amount: number;
};
type QuestionRow = { readonly at: Time; readonly note: string | null };
export type StockRow = {
  readonly slug: string;
  readonly stock: number;
  readonly reserved: number;
  readonly sold: number;
};

export type Attempt = PaymentRow & {
  readonly events: readonly EventRow[];
  readonly incidents: readonly IncidentRow[];
  readonly invoice: InvoiceRow | null;
  readonly bookings: readonly BookingRow[];
  /** The shop's queries about this attempt, as far as SEQR's log goes back. */
  readonly questions: () => QuestionRow[];
};
export type Order = OrderRow & {
  readonly lines: readonly LineRow[];
  readonly refunds: readonly RefundRow[];
  readonly mails: readonly MailRow[];
  readonly incidents: readonly IncidentRow[];
  /** How often the order's history records the end of an incident. */
  readonly endings: number;
  readonly attempts: readonly Attempt[];
};
export type Books = { readonly shop: ShopDatabase; readonly seqr: Database.Database; close(): Promise<void> };

export function openBooks({ folder, databaseUrl }: Pick<Servers, 'folder' | 'databaseUrl'>): Books {
  const shop = openDatabase(databaseUrl);
  const seqr = new Database(join(folder, 'sandbox.db'), { readonly: true, timeout: 10_000 });
  return {
    shop,
    seqr,
    close: async () => {
      seqr.close();
      await shop.close();
    },
  };
}

export const timeOf = (value: Time) => (typeof value === 'number' ? value : Date.parse(value));

/** Returns one entry per order, with everything that the shop and SEQR store about the order. */
export async function readOrders({ shop, seqr }: Books): Promise<Order[]> {
  const invoices = new Map(
    seqr
      .prepare<[], InvoiceRow>(
        `SELECT *, EXISTS (SELECT 1 FROM ReceiptDocument WHERE ersReference = Invoice.ersReference) AS hasReceiptDocument
         FROM Invoice`,
      )
      .all()
      .map((row) => [row.reference, row]),
  );
  const bookings = groupBy(seqr.prepare<[], BookingRow>('SELECT * FROM Booking').all(), (row) => row.invoiceReference);
  const events = groupBy(await shop.rows<EventRow>('SELECT * FROM "PaymentEvent" ORDER BY id'), (row) => row.paymentId);
  const refunds = groupBy(await shop.rows<RefundRow>('SELECT * FROM "Refund"'), (row) => row.orderId);
  const mails = groupBy(await shop.rows<MailRow>('SELECT "orderId", kind, cause FROM "Mail"'), (row) => row.orderId);
  const lines = groupBy(
    await shop.rows<LineRow>(`SELECT * FROM "OrderLine" WHERE kind = 'PRODUCT'`),
    (row) => row.orderId,
  );
  const payments = groupBy(
    await shop.rows<PaymentRow>('SELECT * FROM "Payment" ORDER BY attempt'),
    (row) => row.orderId,
  );
  const incidents = await shop.rows<IncidentRow>('SELECT * FROM "Incident" ORDER BY "openedAt"');
  const ofOrders = groupBy(incidents, (row) => row.orderId);
  const ofPayments = groupBy(incidents, (row) => row.paymentId);
  const endings = await shop.rows<{ orderId: string; count: number }>(
    `SELECT "orderId", count(*) AS count FROM "OrderEvent" WHERE kind = 'incident-ended' GROUP BY "orderId"`,
  );
  const ended = new Map(endings.map(({ orderId, count }) => [orderId, count]));
  const questions = seqr.prepare<[string | null], QuestionRow>(
    "SELECT at, note FROM Message WHERE invoiceReference = ? AND operation = 'getPaymentStatus' ORDER BY id",
  );
  const orders = await shop.rows<OrderRow>('SELECT * FROM "Order"');
  return orders.map((order) => ({
    ...order,
    lines: lines.get(order.id) ?? [],
    refunds: refunds.get(order.id) ?? [],
    mails: mails.get(order.id) ?? [],
    incidents: ofOrders.get(order.id) ?? [],
    endings: ended.get(order.id) ?? 0,
    attempts: (payments.get(order.id) ?? []).map((payment) => ({
      ...payment,
      events: events.get(payment.id) ?? [],
      incidents: ofPayments.get(payment.id) ?? [],
      invoice: invoices.get(payment.invoiceReference ?? '') ?? null,
      bookings: bookings.get(payment.invoiceReference) ?? [],
      questions: () => questions.all(payment.invoiceReference),
    })),
  }));
}

export function readStock({ shop }: Books): Promise<StockRow[]> {
  return shop.rows<StockRow>('SELECT slug, stock, reserved, sold FROM "Product"');
}

function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string | null): Map<string | null, Row[]> {
  const groups = new Map<string | null, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
