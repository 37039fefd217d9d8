import { cookies } from 'next/headers';
import { orUnavailable } from '@/app/or-unavailable';
import { CART_COOKIE, cartCookie, parseCart } from '@/lib/cart/cart-cookie';
import { DRAFT_COOKIE, DRAFT_SECONDS } from '@/lib/checkout/draft';
import { config } from '@/lib/config';
import { startTour } from '@/lib/demo/start-tour';
import { ownCookieOptions } from '@/lib/http/own-cookie';
import { plainText } from '@/lib/http/plain-text';
import { readBody } from '@/lib/http/request-body';
import { isSameOrigin } from '@/lib/http/same-origin';
import { seeOther } from '@/lib/http/see-other';
import { isServedLanguage, localPath } from '@/lib/i18n/languages';

export const dynamic = 'force-dynamic';

const BODY_LIMIT = 1024;

/** Starts a tour of the demonstration: fills the cart and the checkout form, and redirects to the checkout. */
export const POST = orUnavailable(async (request: Request): Promise<Response> => {
  const { isDemo, secureCookies } = config();
  if (!isDemo) return plainText('Not found.', 404);
  if (!isSameOrigin(request)) return plainText('Only the shop’s own pages may do this.', 403);
  const body = await readBody(request, BODY_LIMIT);
  if (body === null) return plainText('The form is too large.', 413);
  const wanted = new URLSearchParams(body).get('language') ?? '';
  const language = isServedLanguage(wanted) ? wanted : 'en';
  const jar = await cookies();
  const { cart, draft } = await startTour(parseCart(jar.get(CART_COOKIE)?.value), language);
  jar.set(cartCookie(cart, { secure: secureCookies }));
  jar.set(DRAFT_COOKIE, draft, { ...ownCookieOptions(), maxAge: DRAFT_SECONDS });
  return seeOther(localPath(language, '/checkout'));
});
