import { setTimeout as pause } from 'node:timers/promises';
import { monotonicMs } from '../clock';
import { config } from '../config';
import { db, type Tx } from '../db/client';
import type { Language } from '../i18n/languages';
import { type CreateOrderResult, createOrder } from '../orders/create-order';
import type { Quote } from '../orders/quote';
import { enqueue } from '../payments/enqueue';
import { issueInvoice, type ShopAddresses } from '../payments/issue-invoice';
import { openAttempt } from '../payments/open-attempt';
import { type Checkout, checkoutHash } from './parse-checkout';
import { type CheckoutProblem, checkoutProblem } from './problems';

export type PlacedOrder = {
  readonly orderId: string;
  /** False when this checkout key had placed the order before. */
  readonly created: boolean;
  readonly paymentMethod: string;
  readonly invoiceReference: string | null;
  readonly invoiceQRCode: string | null;
};

/** Whose browser it is (null: unknown), and the network it comes from. */
export type Buyer = { readonly visitorId: string | null; readonly clientAddress: string | null };

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
      readonly orderId: string;
    };

const deliveryNames: Record<Language, Record<Checkout['delivery'], string>> = {
  en: { standard: 'Standard delivery', express: 'Express delivery' },
  sv: { standard: 'Standardleverans', express: 'Expressleverans' },
};

/**
 * Turns a checkout into an order, once a checkout key. Order, reserved stock and payment attempt are one transaction,
 * committed before SEQR is asked; whoever comes second with the key finds the first one's order and waits for its
 * invoice. An order is placed although SEQR does not answer: its page says so and offers another attempt.
 */
export async function placeOrder(
  checkout: Checkout,
  buyer: Buyer,
  addresses: ShopAddresses,
): Promise<PlaceOrderResult> {
  const requestHash = checkoutHash(checkout);
  const written = await db().write((tx) => writeOrder(tx, checkout, requestHash, buyer));
  if ('refused' in written) return refuse(written.refused, checkout);
  if (written.requestHash !== requestHash) {
    const problems = [checkoutProblem('checkoutKey', 'key-reused', checkout.language)];
    return { ok: false, reason: 'key-reused', problems, orderId: written.orderId };
  }
  if (written.newPaymentId) await issueInvoice(written.newPaymentId, addresses);
  return { ok: true, order: await viewPlaced(written.orderId, written.created) };
}

type Written =
  | { readonly refused: Extract<CreateOrderResult, { ok: false }> }
  | {
      readonly orderId: string;
      readonly requestHash: string;
      readonly created: boolean;
      readonly newPaymentId?: string;
    };

async function writeOrder(tx: Tx, checkout: Checkout, requestHash: string, buyer: Buyer): Promise<Written> {
  const earlier = await tx.order.findUnique({ where: { checkoutKey: checkout.checkoutKey } });
  if (earlier) return { orderId: earlier.id, requestHash: earlier.requestHash, created: false };
  const result = await createOrder(tx, {
    ...checkout,
    requestHash,
    ...buyer,
    deliveryName: deliveryNames[checkout.language][checkout.delivery],
    paymentTimeoutSeconds: config().paymentTimeoutSeconds,
  });
  if (!result.ok) return { refused: result };
  const { order } = result;
  if (checkout.paymentMethod !== 'seqr') {
    if (!order.awaitsReview) await enqueue(tx, 'mail-transfer', order.id);
    return { orderId: order.id, requestHash, created: true };
  }
  const { id } = await openAttempt(tx, order, order.expiresAt);
  return { orderId: order.id, requestHash, created: true, newPaymentId: id };
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
      const { of, limit } = refused.reached;
      const code = of === 'mailbox' ? 'open-transfers' : 'open-transfers-here';
      return [checkoutProblem('paymentMethod', code, language, { limit })];
    }
  }
}

function lineProblems(quote: Quote, language: Language): CheckoutProblem[] {
  const { orderLimit: limit } = quote;
  const ofOrder = limit === undefined ? [] : [checkoutProblem('items', 'order-limit', language, { limit })];
  const ofLines = quote.lines.flatMap(({ slug, problem, available }, index) => {
    if (!problem) return [];
    const field = problem === 'unknown' ? `items.${index}.slug` : `items.${index}.quantity`;
    const more = available === undefined ? {} : { available, limit: available };
    return [checkoutProblem(field, problem, language, { slug, ...more })];
  });
  return [...ofOrder, ...ofLines];
}

/** Waits, for a repeated submission, until the first one has heard from SEQR or given up. */
async function viewPlaced(orderId: string, created: boolean): Promise<PlacedOrder> {
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
      return { orderId, created, paymentMethod, invoiceReference, invoiceQRCode };
    }
    await pause(25);
  }
}
