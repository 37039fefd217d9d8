import type { ShopTexts } from '../i18n/get-shop-texts';
import type { CartProblem } from './change-cart';

export function problemMessage(problem: CartProblem, messages: ShopTexts): string {
  const sentences = messages.cart.problems;
  return 'available' in problem ? sentences[problem.code](problem.available) : sentences[problem.code];
}
