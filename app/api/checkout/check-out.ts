import type { OrderedCart } from '@/lib/cart/remove-ordered';
import { languageOf, parseCheckout } from '@/lib/checkout/parse-checkout';
import { type EarlierOrder, type PlacedOrder, placeOrder } from '@/lib/checkout/place-order';
import { type CheckoutProblem, checkoutProblem } from '@/lib/checkout/problems';
import { newVisitor, readVisitor } from '@/lib/checkout/visitor';
import { clientAddress } from '@/lib/http/client-address';
import { consumePoint } from '@/lib/http/rate-limit';
import type { Language } from '@/lib/i18n/languages';
import { log } from '@/lib/log';
import { shopAddresses } from '@/lib/payments/shop-addresses';

export type CheckoutOutcome =
  | { readonly ok: true; readonly order: PlacedOrder; readonly ordered: OrderedCart; readonly visitorId: string }
  | {
      readonly ok: false;
      readonly status: number;
      readonly error: string;
      readonly problems: readonly CheckoutProblem[];
      readonly earlier?: EarlierOrder;
      readonly language?: Language;
      readonly total?: number;
      readonly waitSeconds?: number;
    };

/**
 * Places the order in `body`. `visitorCookie`: the value of the visitor's cookie. The caller sets that cookie, deletes the
 * form's draft and removes the ordered items from the cart. A refusal has an HTTP status, a code for programs and messages
 * for people.
 */
export async function checkOut(
  request: Request,
  body: unknown,
  visitorCookie: string | undefined,
): Promise<CheckoutOutcome> {
  const waitSeconds = await consumePoint('checkout', clientAddress(request));
  if (waitSeconds > 0) {
    const problems = [checkoutProblem('', 'too-often', languageOf(body))];
    return { ok: false, status: 429, error: 'too-many-requests', problems, waitSeconds };
  }
  const parsed = parseCheckout(body);
  if (!parsed.ok) return { ok: false, status: 400, error: 'invalid', problems: parsed.problems };
  const visitorId = readVisitor(visitorCookie) ?? newVisitor();
  const result = await placeOrder(
    parsed.checkout,
    { visitorId, clientAddress: clientAddress(request) },
    shopAddresses(request),
  );
  if (!result.ok) {
    const { language } = parsed.checkout;
    const isUnknown = result.problems.some(({ code }) => code === 'unknown');
    return { ...result, status: isUnknown ? 400 : 409, error: result.reason, language };
  }
  log.info({ created: result.order.created, paymentMethod: result.order.paymentMethod }, 'checkout: order placed');
  const { checkoutKey, items: lines } = parsed.checkout;
  return { ...result, visitorId, ordered: { checkoutKey, lines, created: result.order.created } };
}
