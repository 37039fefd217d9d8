import type { Messages } from '../i18n/messages/en';
import type { CartProblem } from './change-cart';

/** The sentence for one line of the cart. */
export function problemMessage(problem: CartProblem, messages: Messages): string {
  const sentences = messages.cart.problems;
  return 'available' in problem ? sentences[problem.code](problem.available) : sentences[problem.code];
}
