// What the shop and SEQR have written down, read from their databases, order by order.
import { join } from 'node:path';
import Database from 'better-sqlite3';

export function openBooks(folder) {
  const options = { readonly: true, timeout: 10_000 };
  const shop = new Database(join(folder, 'shop.db'), options);
  const seqr = new Database(join(folder, 'sandbox.db'), options);
  return {
    shop,
    seqr,
    close() {
      shop.close();
      seqr.close();
    },
  };
}

export const timeOf = (value) => (value === null ? null : typeof value === 'number' ? value : Date.parse(value));

/** One entry an order, with everything that belongs to it on either side. */
export function readOrders({ shop, seqr }) {
  const invoices = new Map(
    seqr
      .prepare(
        `SELECT *, EXISTS (SELECT 1 FROM ReceiptDocument WHERE ersReference = Invoice.ersReference) AS hasReceiptDocument
         FROM Invoice`,
      )
      .all()
      .map((row) => [row.reference, row]),
  );
  const bookings = groupBy(seqr.prepare('SELECT * FROM Booking').all(), 'invoiceReference');
  const events = groupBy(shop.prepare('SELECT * FROM PaymentEvent ORDER BY id').all(), 'paymentId');
  const refunds = groupBy(shop.prepare('SELECT * FROM Refund').all(), 'orderId');
  const mails = groupBy(shop.prepare('SELECT orderId, kind, cause FROM Mail').all(), 'orderId');
  const lines = groupBy(shop.prepare("SELECT * FROM OrderLine WHERE kind = 'PRODUCT'").all(), 'orderId');
  const payments = groupBy(shop.prepare('SELECT * FROM Payment ORDER BY attempt').all(), 'orderId');
  const questions = seqr.prepare(
    "SELECT at, note FROM Message WHERE invoiceReference = ? AND operation = 'getPaymentStatus' ORDER BY id",
  );
  return shop
    .prepare('SELECT * FROM "Order"')
    .all()
    .map((order) => ({
      ...order,
      lines: lines.get(order.id) ?? [],
      refunds: refunds.get(order.id) ?? [],
      mails: mails.get(order.id) ?? [],
      attempts: (payments.get(order.id) ?? []).map((payment) => ({
        ...payment,
        events: events.get(payment.id) ?? [],
        invoice: invoices.get(payment.invoiceReference) ?? null,
        bookings: bookings.get(payment.invoiceReference) ?? [],
        /** What SEQR was asked about it, as far as its log goes back. */
        questions: () => questions.all(payment.invoiceReference),
      })),
    }));
}

export function readStock({ shop }) {
  return shop.prepare('SELECT slug, stock, reserved, sold FROM Product').all();
}

export function groupBy(rows, key) {
  const groups = new Map();
  for (const row of rows) {
    const group = groups.get(row[key]);
    if (group) group.push(row);
    else groups.set(row[key], [row]);
  }
  return groups;
}
