import type { ShopTexts } from '@/lib/i18n/get-shop-texts';
import type { Language } from '@/lib/i18n/languages';
import { formatMoney } from '@/lib/money';
import type { Quote, QuoteLine } from '@/lib/orders/quote';

/** Why a line cannot be bought, or null. */
export function lineProblemMessage({ problem, available = 0 }: QuoteLine, messages: ShopTexts): string | null {
  const sentences = messages.cart.problems;
  if (!problem) return null;
  return problem === 'too-many' || problem === 'line-limit' ? sentences[problem](available) : sentences[problem];
}

/** Why a cart cannot be ordered: it exceeds a limit, or its marked lines have problems. */
export function quoteProblemMessage(
  { orderLimit, totalLimit }: Quote,
  language: Language,
  { cart }: ShopTexts,
): string {
  if (orderLimit !== undefined) return cart.problems['order-limit'](orderLimit);
  if (totalLimit !== undefined) return cart.problems['total-limit'](formatMoney(totalLimit, language));
  return cart.blocked;
}
