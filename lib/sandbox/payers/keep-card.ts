import type { Sandbox } from '../core/context';
import { onInvoice } from '../invoices/on-invoice';
import { cardToKeep, parseCards, parseTokens } from '../invoices/tokens';

export const MAX_CARDS = 20;

/**
 * Records whether the payer keeps the swiped card in the app. The app asks only the payer of this invoice, once, after
 * the payment. Any other answer returns false and changes nothing. Source: SEQR developer site: Loyalty.
 */
export async function answerCard(
  sandbox: Sandbox,
  reference: string,
  payerId: string,
  keep: boolean,
): Promise<boolean> {
  const answered = await onInvoice(sandbox, reference, async (step) => {
    if (step.invoice.status !== 'PAID' || step.invoice.payerId !== payerId) return false;
    const tokens = parseTokens(step.invoice.tokens);
    const card = cardToKeep(tokens);
    if (!card) return false;
    if (keep) {
      const payer = await step.tx.payer.findUniqueOrThrow({ where: { id: payerId }, select: { tokens: true } });
      const { id, description, value } = card;
      const others = parseCards(payer.tokens).filter((held) => held.id !== id);
      const cards = [...others, { id, ...(description && { description }), ...(value && { value }) }];
      await step.tx.payer.update({
        where: { id: payerId },
        data: { tokens: JSON.stringify(cards.slice(-MAX_CARDS)) },
      });
    }
    const marked = tokens.map((token) => (token === card ? { ...token, asked: true } : token));
    await step.change({ tokens: JSON.stringify(marked) }, keep ? 'card-kept' : 'card-declined');
    return true;
  });
  return answered ?? false;
}
