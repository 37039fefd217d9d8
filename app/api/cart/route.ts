import { cookies } from 'next/headers';
import { CART_COOKIE, type Cart, parseCart } from '@/lib/cart/cart-cookie';
import { changeCart } from '@/lib/cart/change-cart';
import { type CartRequest, parseCartRequest } from '@/lib/cart/parse-cart-request';
import { toProblemQuery } from '@/lib/cart/problem-query';
import { refillCart } from '@/lib/cart/refill-cart';
import { jsonResponse } from '@/lib/http/json-response';
import { mediaType, readBody } from '@/lib/http/request-body';
import { safePath } from '@/lib/http/safe-path';
import { isSameOrigin } from '@/lib/http/same-origin';
import { seeOther } from '@/lib/http/see-other';
import { type Language, localPath } from '@/lib/i18n/languages';
import { getOrder } from '@/lib/orders/get-order';
import { orUnavailable } from '../../or-unavailable';
import { answerChange, answerProblem, cookieOf } from './answers';

export const dynamic = 'force-dynamic';

const BODY_LIMIT = 4096;

/** Changes this browser's cart. Answers scripts that accept JSON, and redirects browsers to the cart. */
export const POST = orUnavailable(async (request: Request): Promise<Response> => {
  if (!isSameOrigin(request)) return refuse(403, 'Only the shop’s own pages may change the cart.');
  if (mediaType(request) !== 'application/x-www-form-urlencoded') {
    return refuse(415, 'Send a form as application/x-www-form-urlencoded.');
  }
  const text = await readBody(request, BODY_LIMIT);
  if (text === null) return refuse(413, `A cart change has at most ${BODY_LIMIT} bytes.`);
  const wanted = parseCartRequest(new URLSearchParams(text));
  if (!wanted) return refuse(400, 'Send action (add, set or remove), slug, and a quantity where one is needed.');
  const cart = parseCart((await cookies()).get(CART_COOKIE)?.value);
  const { change, language } = wanted;
  if (change.action === 'refill') return toCart(wanted, await refill(cart, change.order, language));
  const outcome = await changeCart(cart, change, language);
  const isScript = request.headers.get('accept')?.includes('application/json') ?? false;
  if (!outcome.ok)
    return isScript
      ? answerProblem(outcome.problem, language)
      : seeOther(localPath(language, '/cart') + toProblemQuery(outcome.problem));
  return isScript ? answerChange(change, outcome.cart, wanted) : toCart(wanted, outcome.cart);
});

/** Puts the order's products back into the cart. Returns the cart unchanged if there is no such order. */
async function refill(cart: Cart, orderId: string, language: Language): Promise<Cart> {
  const order = await getOrder(orderId);
  const lines = order?.lines.flatMap(({ slug, quantity }) => (slug === null ? [] : [{ slug, quantity }]));
  return refillCart(cart, lines ?? [], language);
}

function toCart({ language, next }: CartRequest, cart: Cart): Response {
  return seeOther(safePath(next, localPath(language, '/cart')), { 'Set-Cookie': cookieOf(cart) });
}

function refuse(status: number, message: string): Response {
  return jsonResponse({ ok: false, message }, { status });
}
