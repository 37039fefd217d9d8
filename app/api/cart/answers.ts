import { type Cart, cartCookieHeader, countItems } from '@/lib/cart/cart-cookie';
import type { CartChange, CartProblem } from '@/lib/cart/change-cart';
import type { CartRequest } from '@/lib/cart/parse-cart-request';
import { problemMessage } from '@/lib/cart/problem-message';
import { getProduct } from '@/lib/catalogue/get-product';
import { nameWithOptions } from '@/lib/catalogue/options';
import { config } from '@/lib/config';
import { jsonResponse } from '@/lib/http/json-response';
import { getShopTexts } from '@/lib/i18n/get-shop-texts';
import type { Language } from '@/lib/i18n/languages';
import { formatMoney } from '@/lib/money';

/** Reports to a script what changed, and whether its page shows an outdated price. */
export async function answerChange(
  change: CartChange,
  cart: Cart,
  { language, shownPrice }: CartRequest,
): Promise<Response> {
  const { cart: m } = getShopTexts(language);
  const product = await getProduct(language, change.slug);
  const name = product ? nameWithOptions(product.name, product.options) : m.gone;
  const done = { add: m.added(name), set: m.changed, remove: m.removed(name) }[change.action];
  const priceChanged = product !== null && shownPrice !== null && shownPrice !== product.price.amount;
  const message = priceChanged ? `${done} ${m.priceChanged(formatMoney(product.price, language))}` : done;
  return jsonResponse(
    { ok: true, message, count: countItems(cart), priceChanged },
    { headers: { 'Set-Cookie': cookieOf(cart) } },
  );
}

/** Reports to a script why nothing changed. */
export function answerProblem(problem: CartProblem, language: Language): Response {
  const message = problemMessage(problem, getShopTexts(language));
  return jsonResponse({ ok: false, message, problem }, { status: 400 });
}

export function cookieOf(cart: Cart): string {
  return cartCookieHeader(cart, { secure: config().secureCookies });
}
