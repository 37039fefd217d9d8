import { cookies } from 'next/headers';
import { CART_COOKIE, type Cart, cartCookieHeader, countItems, parseCart } from '@/lib/cart/cart-cookie';
import { type CartChange, type CartProblem, changeCart } from '@/lib/cart/change-cart';
import { type CartRequest, parseCartRequest } from '@/lib/cart/parse-cart-request';
import { problemMessage } from '@/lib/cart/problem-message';
import { toProblemQuery } from '@/lib/cart/problem-query';
import { refillCart } from '@/lib/cart/refill-cart';
import { getProduct } from '@/lib/catalogue/get-product';
import { config } from '@/lib/config';
import { getMessages } from '@/lib/i18n/get-messages';
import { type Language, localPath } from '@/lib/i18n/languages';
import { formatMoney } from '@/lib/money';
import { getOrder } from '@/lib/orders/get-order';
import { mediaType, readBody } from '@/lib/request-body';
import { safePath } from '@/lib/safe-path';
import { isSameOrigin } from '@/lib/same-origin';

export const dynamic = 'force-dynamic';

const BODY_LIMIT = 4096;

/** Changes this browser's cart by a form; a script that accepts JSON is answered so, a browser is sent to the cart. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return refuse(403, 'The cart is changed from the shop’s own pages only.');
  if (mediaType(request) !== 'application/x-www-form-urlencoded') {
    return refuse(415, 'Send a form as application/x-www-form-urlencoded.');
  }
  const text = await readBody(request, BODY_LIMIT);
  if (text === null) return refuse(413, `A change of the cart has at most ${BODY_LIMIT} bytes.`);
  const wanted = parseCartRequest(new URLSearchParams(text));
  if (!wanted) return refuse(400, 'Send action (add, set or remove), slug, and a quantity where one is needed.');

  const cart = parseCart((await cookies()).get(CART_COOKIE)?.value);
  const { change, language } = wanted;
  if (change.action === 'refill') return toCart(wanted, await refill(cart, change.order, language));
  const outcome = await changeCart(cart, change, language);
  const isScript = request.headers.get('accept')?.includes('application/json') ?? false;
  if (!outcome.ok) return isScript ? explain(outcome.problem, language) : toProblem(outcome.problem, language);
  return isScript ? confirm(change, outcome.cart, wanted) : toCart(wanted, outcome.cart);
}

/** The order's goods lie in the cart again; an order that is unknown lays nothing into it. */
async function refill(cart: Cart, orderId: string, language: Language): Promise<Cart> {
  const order = await getOrder(orderId);
  const lines = order?.lines.flatMap(({ slug, quantity }) => (slug === null ? [] : [{ slug, quantity }]));
  return refillCart(cart, lines ?? [], language);
}

async function confirm(change: CartChange, cart: Cart, { language, shownPrice }: CartRequest): Promise<Response> {
  const { cart: m } = getMessages(language);
  const product = await getProduct(language, change.slug);
  const name = product?.name ?? m.gone;
  const done = { add: m.added(name), set: m.changed, remove: m.removed(name) }[change.action];
  const priceChanged = product !== null && shownPrice !== null && shownPrice !== product.price.amount;
  const message = priceChanged ? `${done} ${m.priceChanged(formatMoney(product.price, language))}` : done;
  return Response.json(
    { ok: true, message, count: countItems(cart), priceChanged },
    { headers: { 'Set-Cookie': cookieOf(cart) } },
  );
}

function explain(problem: CartProblem, language: Language): Response {
  const message = problemMessage(problem, getMessages(language));
  return Response.json({ ok: false, message, problem }, { status: 400 });
}

function toCart({ language, next }: CartRequest, cart: Cart): Response {
  const headers = { Location: safePath(next, localPath(language, '/cart')), 'Set-Cookie': cookieOf(cart) };
  return new Response(null, { status: 303, headers });
}

function toProblem(problem: CartProblem, language: Language): Response {
  const headers = { Location: localPath(language, '/cart') + toProblemQuery(problem) };
  return new Response(null, { status: 303, headers });
}

function cookieOf(cart: Cart): string {
  return cartCookieHeader(cart, { secure: config().secureCookies });
}

function refuse(status: number, message: string): Response {
  return Response.json({ ok: false, message }, { status });
}
