import { cookies } from 'next/headers';
import { CART_COOKIE, cartCookie, parseCart } from '@/lib/cart/cart-cookie';
import { removeOrdered } from '@/lib/cart/remove-ordered';
import { readCheckoutForm } from '@/lib/checkout/checkout-form';
import { DRAFT_COOKIE, DRAFT_SECONDS, writeCheckoutDraft } from '@/lib/checkout/draft';
import { languageOf, parseCheckout } from '@/lib/checkout/parse-checkout';
import { type PlacedOrder, placeOrder } from '@/lib/checkout/place-order';
import { type CheckoutProblem, checkoutProblem } from '@/lib/checkout/problems';
import { newVisitor, readVisitor, VISITOR_SECONDS, visitorCookieName, writeVisitor } from '@/lib/checkout/visitor';
import { clientAddress } from '@/lib/client-address';
import { config } from '@/lib/config';
import { type Language, localPath } from '@/lib/i18n/languages';
import { log } from '@/lib/log';
import { shopAddresses } from '@/lib/payments/shop-addresses';
import { spend } from '@/lib/rate-limit';
import { mediaType, readBody } from '@/lib/request-body';
import { isSameOrigin } from '@/lib/same-origin';
import { orUnavailable } from '../../or-unavailable';
import { revalidateScarce } from '../../revalidate-scarce';
import { waitPage } from '../../wait-page';

export const dynamic = 'force-dynamic';

const BODY_LIMIT = 64 * 1024;

/** Places an order from JSON, or from a plain form, which is answered with a redirect instead. */
export const POST = orUnavailable(async (request: Request): Promise<Response> => {
  if (!isSameOrigin(request)) return refuse(403, 'cross-origin', 'Orders are taken from the shop’s own pages only.');
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

async function checkOutJson(request: Request, text: string): Promise<Response> {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return refuse(400, 'invalid-json', 'The body is not JSON.');
  }
  const outcome = await checkOut(request, body);
  if (!outcome.ok) {
    const { status, error, problems, waitSeconds, ...rest } = outcome;
    const headers: Record<string, string> = waitSeconds ? { 'Retry-After': String(waitSeconds) } : {};
    const message = problems[0]?.message ?? error;
    return Response.json({ error, message, problems, ...links(rest) }, { status, headers });
  }
  const { order } = outcome;
  return Response.json(
    {
      orderId: order.orderId,
      payUrl: payPath(order, languageOf(body)),
      invoiceReference: order.invoiceReference,
      invoiceQRCode: order.invoiceQRCode,
      statusUrl: `/api/orders/${order.orderId}/payment`,
    },
    { status: order.created ? 201 : 200 },
  );
}

async function checkOutForm(request: Request, form: URLSearchParams): Promise<Response> {
  const jar = await cookies();
  const body = readCheckoutForm(form, jar.get(CART_COOKIE)?.value);
  const language = languageOf(body);
  const outcome = await checkOut(request, body);
  if (outcome.ok) return seeOther(payPath(outcome.order, language));
  const { problems, waitSeconds } = outcome;
  const draft = writeCheckoutDraft({ values: Object.fromEntries(form), problems });
  jar.set(DRAFT_COOKIE, draft, { ...cookieOptions(), maxAge: DRAFT_SECONDS });
  const page = localPath(language, '/checkout');
  return waitSeconds ? waitPage(waitSeconds, page, language) : seeOther(page);
}

type Outcome =
  | { readonly ok: true; readonly order: PlacedOrder }
  | {
      readonly ok: false;
      readonly status: number;
      readonly error: string;
      readonly problems: readonly CheckoutProblem[];
      readonly orderId?: string;
      readonly language?: Language;
      readonly total?: number;
      readonly waitSeconds?: number;
    };

async function checkOut(request: Request, body: unknown): Promise<Outcome> {
  const waitSeconds = await spend('checkout', clientAddress(request));
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
  jar.set(visitorCookieName(), writeVisitor(visitorId), { ...cookieOptions(), maxAge: VISITOR_SECONDS });
  const { checkoutKey, items: lines } = parsed.checkout;
  const { created } = result.order;
  const rest = removeOrdered(parseCart(jar.get(CART_COOKIE)?.value), { checkoutKey, lines, created });
  jar.set(cartCookie(rest, { secure: cookieOptions().secure }));
  jar.delete(DRAFT_COOKIE);
  if (created) await revalidateScarce(parsed.checkout.items.map(({ slug }) => slug));
  log.info({ created: result.order.created, paymentMethod: result.order.paymentMethod }, 'checkout: order placed');
  return result;
}

function links({ orderId, language = 'en', total }: { orderId?: string; language?: Language; total?: number }) {
  return {
    ...(orderId ? { payUrl: localPath(language, `/orders/${orderId}/pay`) } : {}),
    ...(total === undefined ? {} : { total }),
  };
}

function payPath({ orderId, paymentMethod }: PlacedOrder, language: Language): string {
  return localPath(language, `/orders/${orderId}/${paymentMethod === 'seqr' ? 'pay' : 'receipt'}`);
}

function cookieOptions() {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: config().secureCookies } as const;
}

function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { Location: path } });
}

function refuse(status: number, error: string, message: string): Response {
  return Response.json({ error, message, problems: [] }, { status });
}
