import { getShopTexts, type ShopTexts } from '../i18n/get-shop-texts';
import type { Language } from '../i18n/languages';

/** A problem that the buyer can fix, with its field (`customer.email`, `items.0.quantity`). */
export type CheckoutProblem = {
  readonly field: string;
  readonly code: ProblemCode;
  /** In the buyer's language: what is wrong and what to do. */
  readonly message: string;
  readonly slug?: string;
  readonly available?: number;
};

export type ProblemCode = keyof ShopTexts['checkout']['problems'];

export function isProblemCode(text: string): text is ProblemCode {
  return Object.hasOwn(getShopTexts('en').checkout.problems, text);
}

export function checkoutProblem(
  field: string,
  code: ProblemCode,
  language: Language,
  { limit, ...more }: { slug?: string; available?: number; limit?: number | string } = {},
): CheckoutProblem {
  const sentences = getShopTexts(language).checkout.problems;
  return { field, code, message: sentences[code].replace('{limit}', String(limit)), ...more };
}
