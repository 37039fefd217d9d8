import type { PlacedOrder } from '@/lib/checkout/place-order';
import { jsonResponse } from '@/lib/http/json-response';
import type { Language } from '@/lib/i18n/languages';
import { nextPath, paymentPath } from '@/lib/orders/order-urls';
import type { CheckoutOutcome } from './check-out';

/** 201 for a new order, 200 if this checkout key has already placed it. `payUrl`: the page where the buyer continues. */
export function answerOrder(order: PlacedOrder, language: Language): Response {
  const { orderId, invoiceReference, invoiceQRCode, created } = order;
  const payUrl = nextPath(orderId, order.paymentMethod, language);
  const statusUrl = paymentPath(orderId);
  return jsonResponse({ orderId, payUrl, invoiceReference, invoiceQRCode, statusUrl }, { status: created ? 201 : 200 });
}

/** `payUrl`: the page of the order that the checkout key has already placed. `total`: the total that the shop calculates. */
export function answerRefusal(outcome: CheckoutOutcome & { ok: false }): Response {
  const { status, error, problems, waitSeconds, earlier, language = 'en', total } = outcome;
  const message = problems[0]?.message ?? error;
  const links = {
    ...(earlier ? { payUrl: nextPath(earlier.orderId, earlier.paymentMethod, language) } : {}),
    ...(total === undefined ? {} : { total }),
  };
  const headers: Record<string, string> = waitSeconds ? { 'Retry-After': String(waitSeconds) } : {};
  return jsonResponse({ error, message, problems, ...links }, { status, headers });
}

export function refuse(status: number, error: string, message: string): Response {
  return jsonResponse({ error, message, problems: [] }, { status });
}
