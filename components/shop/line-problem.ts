import type { Messages } from '@/lib/i18n/messages/en';
import type { QuoteLine } from '@/lib/orders/quote';

/** Why a line cannot be bought as it stands, or null. */
export function lineProblemMessage({ problem, available = 0 }: QuoteLine, messages: Messages): string | null {
  const sentences = messages.cart.problems;
  if (!problem) return null;
  return problem === 'too-many' || problem === 'line-limit' ? sentences[problem](available) : sentences[problem];
}
