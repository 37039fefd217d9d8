import Database from 'better-sqlite3';

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

/** The shop's books as they lie in its database, read past the shop. Amounts are in öre. */
export class Books {
  private readonly file: Database.Database;

  constructor(path: string) {
    this.file = new Database(path, { readonly: true, fileMustExist: true });
  }

  /** Throws for an order that is not there. */
  order(id: string): OrderRow {
    const [order] = this.rows<OrderRow>('SELECT * FROM "Order" WHERE id = ?', id);
    if (!order) throw new Error(`The books have no order ${id}`);
    return order;
  }

  ordersUnder(checkoutKey: string): OrderRow[] {
    return this.rows('SELECT * FROM "Order" WHERE checkoutKey = ?', checkoutKey);
  }

  ordersOf(name: string): OrderRow[] {
    return this.rows('SELECT * FROM "Order" WHERE name = ?', name);
  }

  lines(orderId: string): LineRow[] {
    return this.rows('SELECT * FROM OrderLine WHERE orderId = ? ORDER BY position', orderId);
  }

  /** The attempts to pay an order, first to last. */
  payments(orderId: string): PaymentRow[] {
    return this.rows('SELECT * FROM Payment WHERE orderId = ? ORDER BY attempt', orderId);
  }

  /** The states that an order's attempts went through, each with what made it so. */
  history(orderId: string): string[] {
    return this.rows<{ entry: string }>(
      `SELECT attempt || ' ' || toState AS entry FROM PaymentEvent JOIN Payment ON Payment.id = paymentId
       WHERE orderId = ? ORDER BY PaymentEvent.id`,
      orderId,
    ).map(({ entry }) => entry);
  }

  /** What was paid back of an order or asked for, first to last. */
  refunds(orderId: string): RefundRow[] {
    return this.rows('SELECT * FROM Refund WHERE orderId = ? ORDER BY createdAt', orderId);
  }

  /** What was written to the buyer of an order, first to last. */
  mails(orderId: string): { kind: string }[] {
    return this.rows('SELECT kind FROM Mail WHERE orderId = ? ORDER BY createdAt', orderId);
  }

  close(): void {
    this.file.close();
  }

  private rows<Row>(sql: string, ...values: string[]): Row[] {
    return this.file.prepare<string[], Row>(sql).all(...values);
  }
}
