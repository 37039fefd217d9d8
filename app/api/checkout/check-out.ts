import { cookies } from 'next/headers';
import type { OrderedCart } from '@/lib/cart/remove-ordered';
import { DRAFT_COOKIE } from '@/lib/checkout/draft';
import { languageOf, parseCheckout } from '@/lib/checkout/parse-checkout';
import { type EarlierOrder, type PlacedOrder, placeOrder } from '@/lib/checkout/place-order';
import { type CheckoutProblem, checkoutProblem } from '@/lib/checkout/problems';
import { newVisitor, readVisitor, VISITOR_SECONDS, visitorCookieName, writeVisitor } from '@/lib/checkout/visitor';
import { clientAddress } from '@/lib/http/client-address';
import { ownCookieOptions } from '@/lib/http/own-cookie';
import { consumePoint } from '@/lib/http/rate-limit';
import type { Language } from '@/lib/i18n/languages';
import { log } from '@/lib/log';
import { shopAddresses } from '@/lib/payments/shop-addresses';

export type CheckoutOutcome =
  | { readonly ok: true; readonly order: PlacedOrder; readonly ordered: OrderedCart }
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
 * Places the order in `body`, sets the cookie with the visitor's id and deletes the form's draft. The caller removes the
 * ordered items from the cart. A refusal has an HTTP status, a code for programs and messages for people.
 */
export async function checkOut(request: Request, body: unknown): Promise<CheckoutOutcome> {
  const waitSeconds = await consumePoint('checkout', clientAddress(request));
  if (waitSeconds > 0) {
    const problems = [checkoutProblem('', 'too-often', languageOf(body))];
    return { ok: false, status: 429, error: 'too-many-requests', problems, waitSeconds };
  }
  const parsed = parseCheckout(body);
  if (!parsed.ok) return { ok: false, status: 400, error: 'invalid', problems: parsed.problems };
  const jar = await cookies();
  const visitorId = readVisitor(jar.get(visitorCookieName())?.value) ?? newVisitor();
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
  jar.set(visitorCookieName(), writeVisitor(visitorId), { ...ownCookieOptions(), maxAge: VISITOR_SECONDS });
  jar.delete(DRAFT_COOKIE);
  log.info({ created: result.order.created, paymentMethod: result.order.paymentMethod }, 'checkout: order placed');
  const { checkoutKey, items: lines } = parsed.checkout;
  return { ...result, ordered: { checkoutKey, lines, created: result.order.created } };
}
