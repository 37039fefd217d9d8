import { cookies } from 'next/headers';
import { CART_COOKIE, cartCookie, parseCart } from '@/lib/cart/cart-cookie';
import { removeOrdered } from '@/lib/cart/remove-ordered';
import { readCheckoutForm } from '@/lib/checkout/checkout-form';
import { DRAFT_COOKIE, DRAFT_SECONDS, writeCheckoutDraft } from '@/lib/checkout/draft';
import { languageOf } from '@/lib/checkout/parse-checkout';
import { VISITOR_SECONDS, visitorCookieName, writeVisitor } from '@/lib/checkout/visitor';
import { ownCookieHeader, ownCookieOptions, readCookie } from '@/lib/http/own-cookie';
import { mediaType, readBody } from '@/lib/http/request-body';
import { isSameOrigin } from '@/lib/http/same-origin';
import { seeOther } from '@/lib/http/see-other';
import { localPath } from '@/lib/i18n/languages';
import { nextPath } from '@/lib/orders/order-urls';
import { orUnavailable } from '../../or-unavailable';
import { tooOftenPage } from '../../too-often-page';
import { answerOrder, answerRefusal, refuse } from './answers';
import { checkOut } from './check-out';

export const dynamic = 'force-dynamic';

const BODY_LIMIT = 64 * 1024;

/** Places an order from JSON, or from a plain form, which gets a redirect. */
export const POST = orUnavailable(async (request: Request): Promise<Response> => {
  if (!isSameOrigin(request)) return refuse(403, 'cross-origin', 'Only the shop’s own pages may place orders.');
  const type = mediaType(request);
  const isForm = type === 'application/x-www-form-urlencoded';
  if (!isForm && type !== 'application/json') {
    return refuse(
      415,
      'unsupported-media-type',
      'Send application/json, or a form as application/x-www-form-urlencoded.',
    );
  }
  const text = await readBody(request, BODY_LIMIT);
  if (text === null) return refuse(413, 'too-large', `A checkout has at most ${BODY_LIMIT} bytes.`);
  return isForm ? checkOutForm(request, new URLSearchParams(text)) : checkOutJson(request, text);
});

/**
 * Leaves the cart as it is. The checkout page removes the ordered items once it has the answer, because another tab may
 * have changed the cart meanwhile. It uses none of Next's functions, because it is also called before Next.
 */
async function checkOutJson(request: Request, text: string): Promise<Response> {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return refuse(400, 'invalid-json', 'The body is not JSON.');
  }
  const outcome = await checkOut(request, body, readCookie(request, visitorCookieName()));
  if (!outcome.ok) return answerRefusal(outcome);
  const answer = answerOrder(outcome.order, languageOf(body));
  const visitor = ownCookieHeader(visitorCookieName(), writeVisitor(outcome.visitorId), '/', VISITOR_SECONDS);
  answer.headers.append('Set-Cookie', visitor);
  answer.headers.append('Set-Cookie', ownCookieHeader(DRAFT_COOKIE, '', '/', 0));
  return answer;
}

async function checkOutForm(request: Request, form: URLSearchParams): Promise<Response> {
  const jar = await cookies();
  const body = readCheckoutForm(form, jar.get(CART_COOKIE)?.value);
  const language = languageOf(body);
  const outcome = await checkOut(request, body, jar.get(visitorCookieName())?.value);
  if (outcome.ok) {
    jar.set(visitorCookieName(), writeVisitor(outcome.visitorId), { ...ownCookieOptions(), maxAge: VISITOR_SECONDS });
    jar.delete(DRAFT_COOKIE);
    const rest = removeOrdered(parseCart(jar.get(CART_COOKIE)?.value), outcome.ordered);
    jar.set(cartCookie(rest, { secure: ownCookieOptions().secure }));
    return seeOther(nextPath(outcome.order.orderId, outcome.order.paymentMethod, language));
  }
  const { problems, waitSeconds } = outcome;
  const draft = writeCheckoutDraft(form, problems);
  jar.set(DRAFT_COOKIE, draft, { ...ownCookieOptions(), maxAge: DRAFT_SECONDS });
  const page = localPath(language, '/checkout');
  return waitSeconds ? tooOftenPage(waitSeconds, page, language) : seeOther(page);
}
