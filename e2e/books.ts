import { type BooksDatabase, openBooksDatabase } from '../lib/testing/books-database';

export type OrderRow = {
  id: string;
  number: number;
  state: string;
  paymentMethod: string;
  language: string;
  total: number;
  name: string;
  bankReference: string | null;
  createdAt: string;
  expiresAt: string;
};

export type PaymentRow = {
  attempt: number;
  state: string;
  amount: number;
  invoiceReference: string | null;
  ersReference: string | null;
};

export type RefundRow = { amount: number; state: string; reason: string; actor: string | null };

export type LineRow = { kind: string; slug: string | null; quantity: number; unitPrice: number; total: number };

/** Reads the shop's database without the shop's code. Amounts are in öre. */
export class Books {
  private readonly database: BooksDatabase;

  constructor(url: string) {
    this.database = openBooksDatabase(url);
  }

  /** Throws if the order does not exist. */
  order(id: string): OrderRow {
    const [order] = this.rows<OrderRow>('SELECT * FROM "Order" WHERE id = ?', id);
    if (!order) throw new Error(`The shop’s database has no order ${id}`);
    return order;
  }

  ordersUnder(checkoutKey: string): OrderRow[] {
    return this.rows('SELECT * FROM "Order" WHERE "checkoutKey" = ?', checkoutKey);
  }

  ordersOf(name: string): OrderRow[] {
    return this.rows('SELECT * FROM "Order" WHERE name = ?', name);
  }

  lines(orderId: string): LineRow[] {
    return this.rows('SELECT * FROM "OrderLine" WHERE "orderId" = ? ORDER BY position', orderId);
  }

  /** Returns the order's payment attempts, oldest first. */
  payments(orderId: string): PaymentRow[] {
    return this.rows('SELECT * FROM "Payment" WHERE "orderId" = ? ORDER BY attempt', orderId);
  }

  /** Returns the states that the order's attempts have entered, oldest first; `1 PAID` is about the first attempt. */
  history(orderId: string): string[] {
    return this.rows<{ entry: string }>(
      `SELECT attempt || ' ' || CAST("toState" AS TEXT) AS entry FROM "PaymentEvent" e JOIN "Payment" p ON p.id = e."paymentId"
       WHERE "orderId" = ? ORDER BY e.id`,
      orderId,
    ).map(({ entry }) => entry);
  }

  /** Returns the order's refunds, oldest first. */
  refunds(orderId: string): RefundRow[] {
    return this.rows('SELECT * FROM "Refund" WHERE "orderId" = ? ORDER BY "createdAt"', orderId);
  }

  /** Returns the kinds of the mails to an order's buyer, oldest first. */
  mails(orderId: string): { kind: string }[] {
    return this.rows(
      `SELECT kind FROM "Mail" WHERE "orderId" = ? AND kind NOT IN ('new-order', 'attention', 'no-invoice')
       ORDER BY "createdAt"`,
      orderId,
    );
  }

  /** Returns the unfinished outbox tasks of an order and its attempts, such as sending SEQR the receipt. */
  tasks(orderId: string): { kind: string; nextAt: string }[] {
    return this.rows(
      `SELECT kind, "nextAt" FROM "Outbox" WHERE "doneAt" IS NULL AND "subjectId" IN
       (SELECT id FROM "Order" WHERE id = ? UNION SELECT id FROM "Payment" WHERE "orderId" = ?)`,
      orderId,
      orderId,
    );
  }

  close(): void {
    this.database.close();
  }

  private rows<Row>(sql: string, ...values: string[]): Row[] {
    return this.database.rows(sql, ...values);
  }
}
