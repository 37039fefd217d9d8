import type { TestApi } from './test-api';

type OrderRow = {
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

type PaymentRow = {
  attempt: number;
  state: string;
  amount: number;
  invoiceReference: string | null;
  ersReference: string | null;
};

type RefundRow = { amount: number; state: string; reason: string; actor: string | null };

type LineRow = { kind: string; slug: string | null; quantity: number; unitPrice: number; total: number };

type WholeOrder = OrderRow & {
  lines: LineRow[];
  payments: PaymentRow[];
  history: { attempt: number; toState: string }[];
  refunds: RefundRow[];
  tasks: { kind: string; nextAt: string | null }[];
};

/** Reads what the shop has stored about orders. Amounts are in öre. */
export class Books {
  constructor(private readonly api: TestApi) {}

  /** Fails if the order does not exist. */
  order(id: string): Promise<WholeOrder> {
    return this.api.call('get', `orders/${id}`);
  }

  ordersUnder(checkoutKey: string): Promise<OrderRow[]> {
    return this.find({ checkoutKey });
  }

  ordersOf(name: string): Promise<OrderRow[]> {
    return this.find({ name });
  }

  async lines(orderId: string): Promise<LineRow[]> {
    return (await this.order(orderId)).lines;
  }

  /** Returns the order's payment attempts, oldest first. */
  async payments(orderId: string): Promise<PaymentRow[]> {
    return (await this.order(orderId)).payments;
  }

  /** Returns the states that the order's attempts have entered, oldest first; `1 PAID` is about the first attempt. */
  async history(orderId: string): Promise<string[]> {
    const { history } = await this.order(orderId);
    return history.map(({ attempt, toState }) => `${attempt} ${toState}`);
  }

  /** Returns the order's refunds, oldest first. */
  async refunds(orderId: string): Promise<RefundRow[]> {
    return (await this.order(orderId)).refunds;
  }

  /** Returns the unfinished tasks of an order and its attempts, such as sending SEQR the receipt. */
  async tasks(orderId: string): Promise<{ kind: string; nextAt: string | null }[]> {
    return (await this.order(orderId)).tasks;
  }

  private async find(query: Record<string, string>): Promise<OrderRow[]> {
    const { orders } = await this.api.call<{ orders: OrderRow[] }>('get', `orders?${new URLSearchParams(query)}`);
    return orders;
  }
}
