import { setTimeout as pause } from 'node:timers/promises';
import { monotonicMs } from '../clock';
import { config } from '../config';
import { db, type Tx } from '../db/client';
import { getShopTexts } from '../i18n/get-shop-texts';
import type { Language } from '../i18n/languages';
import { formatMoney } from '../money';
import { type CreatedOrder, type CreateOrderResult, createOrder } from '../orders/create-order';
import { toMailbox } from '../orders/open-transfers';
import type { PaymentMethod } from '../orders/order-states';
import type { Quote } from '../orders/quote';
import { enqueue } from '../outbox/enqueue';
import { issueInvoice, type ShopAddresses } from '../payments/issue-invoice';
import { type NewAttempt, openAttempt } from '../payments/open-attempt';
import { type Checkout, checkoutHash } from './parse-checkout';
import { type CheckoutProblem, checkoutProblem } from './problems';

export type PlacedOrder = {
  readonly orderId: string;
  /** False if this checkout key had already placed the order. */
  readonly created: boolean;
  readonly paymentMethod: PaymentMethod;
  readonly invoiceReference: string | null;
  readonly invoiceQRCode: string | null;
};

/** `visitorId`: the id in the browser's cookie. `clientAddress`: its IP address. Null means unknown. */
export type Buyer = { readonly visitorId: string | null; readonly clientAddress: string | null };

export type EarlierOrder = Pick<PlacedOrder, 'orderId' | 'paymentMethod'>;

export type PlaceOrderResult =
  | { readonly ok: true; readonly order: PlacedOrder }
  | {
      readonly ok: false;
      readonly reason: 'refused';
      readonly problems: readonly CheckoutProblem[];
      readonly total?: number;
    }
  | {
      readonly ok: false;
      readonly reason: 'key-reused';
      readonly problems: readonly CheckoutProblem[];
      /** The order that the key has placed. */
      readonly earlier: EarlierOrder;
    };

/**
 * Turns a checkout into an order, once per checkout key. The order, its reserved stock and its payment attempt are
 * committed in one transaction before SEQR is called. A second request with the same key gets the first one's order and
 * waits for its invoice. The order is placed even if SEQR does not answer; its page then offers another attempt. The
 * route sends the buyer to the payment page (`app/api/checkout/answers.ts`).
 */
export async function placeOrder(
  checkout: Checkout,
  buyer: Buyer,
  addresses: ShopAddresses,
): Promise<PlaceOrderResult> {
  const requestHash = checkoutHash(checkout);
  const scope = [`checkoutKey ${checkout.checkoutKey}`, ...transferScope(checkout, buyer)];
  const written = await db().write((tx) => writeOrder(tx, checkout, requestHash, buyer), scope);
  if ('refused' in written) return refuse(written.refused, checkout);
  if (written.requestHash !== requestHash) {
    const problems = [checkoutProblem('checkoutKey', 'key-reused', checkout.language)];
    const { orderId, paymentMethod } = written;
    return { ok: false, reason: 'key-reused', problems, earlier: { orderId, paymentMethod } };
  }
  if (!written.created) return { ok: true, order: await awaitPlaced(written.orderId) };
  const { orderId, paymentMethod, opened } = written;
  const issued = opened ? await issueInvoice(opened.order, opened.payment, addresses) : null;
  const { invoiceReference = null, invoiceQRCode = null } = issued ?? {};
  return { ok: true, order: { orderId, created: true, paymentMethod, invoiceReference, invoiceQRCode } };
}

/**
 * Placing an order by bank transfer counts the open orders by bank transfer of the same mailbox and client address, and
 * compares its quantities with the stock. So two such orders that share a mailbox, a client address or a product are
 * placed one after the other.
 */
function transferScope({ paymentMethod, customer, items }: Checkout, { clientAddress }: Buyer): string[] {
  if (paymentMethod === 'seqr') return [];
  const counted = [toMailbox(customer.email), ...(clientAddress === null ? [] : [clientAddress])];
  return [...counted, ...items.map(({ slug }) => slug)].map((subject) => `transfers ${subject}`);
}

type Written =
  | { readonly refused: Extract<CreateOrderResult, { ok: false }> }
  | {
      readonly orderId: string;
      readonly paymentMethod: PaymentMethod;
      readonly requestHash: string;
      readonly created: boolean;
      /** What the invoice needs. */
      readonly opened?: { readonly order: CreatedOrder; readonly payment: NewAttempt };
    };

async function writeOrder(tx: Tx, checkout: Checkout, requestHash: string, buyer: Buyer): Promise<Written> {
  const earlier = await tx.order.findUnique({
    where: { checkoutKey: checkout.checkoutKey },
    select: { id: true, paymentMethod: true, requestHash: true },
  });
  if (earlier) {
    const { id, paymentMethod, requestHash: earlierHash } = earlier;
    return { orderId: id, paymentMethod, requestHash: earlierHash, created: false };
  }
  const result = await createOrder(tx, {
    ...checkout,
    requestHash,
    ...buyer,
    deliveryName: getShopTexts(checkout.language).lines[checkout.delivery],
    paymentTimeoutSeconds: config().paymentTimeoutSeconds,
  });
  if (!result.ok) return { refused: result };
  const { order } = result;
  const { paymentMethod } = checkout;
  if (paymentMethod !== 'seqr') {
    if (!order.awaitsReview) await enqueue(tx, 'mail-transfer', order.id);
    await enqueue(tx, 'mail-new-order', order.id);
    return { orderId: order.id, paymentMethod, requestHash, created: true };
  }
  const payment = await openAttempt(tx, order, order.expiresAt, 0);
  return { orderId: order.id, paymentMethod, requestHash, created: true, opened: { order, payment } };
}

function refuse(refused: Extract<CreateOrderResult, { ok: false }>, { language }: Checkout): PlaceOrderResult {
  const problems = problemsOf(refused, language);
  return { ok: false, reason: 'refused', problems, total: refused.quote.total.amount };
}

function problemsOf(refused: Extract<CreateOrderResult, { ok: false }>, language: Language): CheckoutProblem[] {
  switch (refused.reason) {
    case 'lines':
      return lineProblems(refused.quote, language);
    case 'price-changed':
      return [checkoutProblem('shownTotal', 'price-changed', language)];
    case 'open-transfers': {
      const { per, limit } = refused.reached;
      const code = per === 'mailbox' ? 'open-transfers' : 'open-transfers-here';
      return [checkoutProblem('paymentMethod', code, language, { limit })];
    }
  }
}

function lineProblems(quote: Quote, language: Language): CheckoutProblem[] {
  const { orderLimit, totalLimit } = quote;
  const ofOrder = [
    ...(orderLimit ? [checkoutProblem('items', 'order-limit', language, { limit: orderLimit })] : []),
    ...(totalLimit
      ? [checkoutProblem('items', 'total-limit', language, { limit: formatMoney(totalLimit, language) })]
      : []),
  ];
  const ofLines = quote.lines.flatMap(({ slug, problem, available }, index) => {
    if (!problem) return [];
    const field = problem === 'unknown' ? `items.${index}.slug` : `items.${index}.quantity`;
    const more = available === undefined ? {} : { available, limit: available };
    return [checkoutProblem(field, problem, language, { slug, ...more })];
  });
  return [...ofOrder, ...ofLines];
}

/** An earlier order with its invoice. Waits for SEQR's answer to the first submission, at most SEQR's timeout. */
async function awaitPlaced(orderId: string): Promise<PlacedOrder> {
  const until = monotonicMs() + config().seqr.timeoutMs;
  for (;;) {
    const { paymentMethod, payments } = await db().read.order.findUniqueOrThrow({
      where: { id: orderId },
      select: { paymentMethod: true, payments: { orderBy: { attempt: 'desc' }, take: 1 } },
    });
    const payment = payments[0];
    if (payment?.state !== 'CREATED' || monotonicMs() > until) {
      const shown = payment && payment.state !== 'UNKNOWN' ? payment : null;
      const { invoiceReference = null, invoiceQRCode = null } = shown ?? {};
      return { orderId, created: false, paymentMethod, invoiceReference, invoiceQRCode };
    }
    await pause(25);
  }
}
