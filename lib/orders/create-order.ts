import { now, secondsAfter } from '../clock';
import { config } from '../config';
import { type Tx, WriteAgain } from '../db/client';
import { insertRows } from '../db/insert-rows';
import { takeOrderNumber } from '../db/statements/take-order-number';
import type { Language } from '../i18n/languages';
import { newKey } from '../ids';
import { withoutSoftHyphens } from '../typed-text';
import { ocrReference } from './bank-transfer';
import type { Delivery } from './delivery';
import { type Customer, formatOrderNumber } from './get-order';
import { type OpenTransferLimit, reachedOpenTransfers, toMailbox } from './open-transfers';
import type { PaymentMethod } from './order-states';
import { type OrderItem, type Quote, quoteOrder } from './quote';
import { orderSearchText, SEARCH_VERSION } from './search-text';
import { reserveStock } from './stock';
import { needsReview } from './transfer-review';

export type NewOrder = {
  readonly checkoutKey: string;
  readonly requestHash: string;
  readonly visitorId: string | null;
  /** The client's network. Null if unknown; the number of its orders is then not limited. */
  readonly clientAddress: string | null;
  readonly items: readonly OrderItem[];
  readonly customer: Customer;
  readonly delivery: Delivery;
  readonly paymentMethod: PaymentMethod;
  readonly language: Language;
  /** The total that the buyer saw, in minor units. It is only compared, never used as a price. */
  readonly shownTotal?: number | undefined;
  /** The delivery line's name in the buyer's language. */
  readonly deliveryName: string;
  readonly paymentTimeoutSeconds: number;
};

export type CreatedOrder = {
  readonly id: string;
  readonly number: number;
  readonly language: string;
  readonly total: number;
  readonly currency: string;
  readonly expiresAt: Date;
  /** If true, the order reserves no stock and shows no payment instructions until the merchant accepts it. */
  readonly awaitsReview: boolean;
  readonly lines: ReturnType<typeof orderLines>;
};

export type CreateOrderResult =
  | { readonly ok: true; readonly order: CreatedOrder }
  | { readonly ok: false; readonly reason: 'lines' | 'price-changed'; readonly quote: Quote }
  | {
      readonly ok: false;
      readonly reason: 'open-transfers';
      readonly quote: Quote;
      readonly reached: OpenTransferLimit;
    };

/**
 * Stores the order as a snapshot of the catalogue's prices and reserves its stock, in the caller's transaction. Refuses
 * before the first write, so nothing needs to be undone. Everything else is read before stock and order number are
 * written, because other orders wait for these rows.
 */
export async function createOrder(tx: Tx, input: NewOrder): Promise<CreateOrderResult> {
  const quote = await quoteOrder(input.items, input.delivery, input.language, tx);
  if (!quote.ok) return { ok: false, reason: 'lines', quote };
  if (input.shownTotal !== undefined && input.shownTotal !== quote.total.amount) {
    return { ok: false, reason: 'price-changed', quote };
  }
  const byTransfer = input.paymentMethod === 'invoice';
  const { email } = input.customer;
  const reached = byTransfer ? await reachedOpenTransfers(tx, { clientAddress: input.clientAddress, email }) : null;
  if (reached) return { ok: false, reason: 'open-transfers', quote, reached };
  const awaitsReview = byTransfer && (await needsReview(tx, quote.lines, quote.total));
  const lacking = awaitsReview ? null : await reserveStock(tx, quote.lines);
  if (lacking) throw new WriteAgain(`orders: ${lacking} became unavailable meanwhile`);

  const createdAt = now();
  const number = await takeOrderNumber(tx);
  const lifetime = byTransfer ? config().bankTransferDays * 86_400 : input.paymentTimeoutSeconds;
  const bankReference = byTransfer ? ocrReference(number) : null;
  const { name, postalCode, city } = input.customer;
  const lines = orderLines(quote, input.deliveryName);
  const { paymentMethod } = input;
  const facts = { name, email, postalCode, city, paymentMethod, lines };
  const order = {
    id: newKey(),
    number,
    language: input.language,
    total: quote.total.amount,
    currency: quote.total.currency,
    expiresAt: secondsAfter(createdAt, lifetime),
    awaitsReview,
  };
  const row = {
    ...order,
    checkoutKey: input.checkoutKey,
    requestHash: input.requestHash,
    visitorId: input.visitorId,
    state: 'PENDING' as const,
    paymentMethod,
    delivery: input.delivery,
    ...input.customer,
    bankReference,
    openTransferAddress: byTransfer ? input.clientAddress : null,
    openTransferMailbox: byTransfer ? toMailbox(email) : null,
    searchText: orderSearchText({ number: formatOrderNumber(number), bankReference, ...facts }),
    searchVersion: SEARCH_VERSION,
    createdAt,
  };
  await insertRows(tx, 'Order', [row]);
  await insertRows(
    tx,
    'OrderLine',
    lines.map((line) => ({ ...line, orderId: order.id })),
  );
  return { ok: true, order: { ...order, lines } };
}

function orderLines(quote: Quote, deliveryName: string) {
  const goods = quote.lines.map((line, position) => ({
    position,
    kind: 'PRODUCT' as const,
    slug: line.slug,
    sku: line.sku,
    name: withoutSoftHyphens(line.name),
    quantity: line.quantity,
    unitPrice: line.unitPrice.amount,
    vatRate: line.vatRate,
    total: line.total.amount,
  }));
  const price = quote.delivery.amount;
  const delivery = { slug: null, sku: null, name: deliveryName, quantity: 1, unitPrice: price, total: price };
  return [...goods, { ...delivery, position: goods.length, kind: 'DELIVERY' as const, vatRate: quote.deliveryVatRate }];
}
